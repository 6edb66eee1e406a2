import { SnapshotError, UnexplainedError } from "@dhis2w/model";
import { Diagnostic } from "./diagnostic.ts";

/**
 * What a snapshot that cannot be read means for the person at the terminal; anything else is handed back as it is.
 *
 * @param summary - which snapshot it is
 * @param next - what helps where the snapshot is at fault
 */
export function snapshotProblem(
  cause: unknown,
  summary: string,
  next = "Take the snapshot again, or restore it from git.",
): unknown {
  if (!(cause instanceof SnapshotError)) return cause;
  const why = cause.message;
  if (!(cause instanceof UnexplainedError))
    return new Diagnostic({ code: "SNAPSHOT.UNREADABLE", summary, why, next }, { cause });
  return new Diagnostic(
    {
      code: "SNAPSHOT.UNEXPLAINED",
      summary,
      why,
      next:
        "Find out what the server sends there, and add a correction for each to packages/model/src/corrections/table.ts, " +
        "with an entry in BUGS.md; or report them to the maintainers of dhis2w.",
    },
    { cause },
  );
}
