import type { Diff } from "@dhis2w/model";
import picocolors from "picocolors";
import { Diagnostic } from "../diagnostic.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { rendererOf } from "../report/formats.ts";
import { levelNamed } from "../report/level.ts";
import { isAtLeast, reportOf } from "../report/report.ts";
import { summaryOf } from "../report/text.ts";
import { readAccepted } from "./accepted.ts";

/** How a diff is shown and judged. */
export interface ReportFlags {
  readonly format: string;
  /** The mildest level that is shown. */
  readonly level: string;
  /** The mildest level that makes the command end with 4. */
  readonly failOn?: string;
  /** File of accepted findings. */
  readonly accepted?: string;
  /** The longest markdown there may be, in characters. */
  readonly maxCharacters?: string;
}

/**
 * Writes the report of a diff to stdout, notices to stderr; ends with 4 where something open is as bad as `failOn`.
 *
 * @param folders - where the snapshots lie, the later first
 */
export type ReportWriter = (diff: Diff, folders: readonly (string | undefined)[]) => ExitCode;

/** What writes reports as the flags say. Wrong flags are refused here: before snapshots are read or a server is asked. */
export async function reportWriter(flags: ReportFlags): Promise<ReportWriter> {
  const level = levelNamed(flags.level);
  const failOn = flags.failOn === undefined ? undefined : levelNamed(flags.failOn);
  const reasons = flags.accepted === undefined ? new Map<string, string>() : readAccepted(flags.accepted);
  const isTerminal = process.stdout.isTTY === true;
  const render = await rendererOf(flags.format, {
    colours: isTerminal && picocolors.isColorSupported,
    width: isTerminal ? process.stdout.columns : undefined,
    limit: limitOf(flags.maxCharacters),
  });
  return (diff, folders) => {
    const report = reportOf(diff, reasons, level);
    process.stdout.write(render(report, folders));

    const found = new Set(diff.changes.map(({ fingerprint }) => fingerprint));
    for (const [fingerprint, reason] of reasons)
      if (!found.has(fingerprint))
        process.stderr.write(`Accepted but not found any more: ${fingerprint} (${reason})\n`);
    if (failOn === undefined) return exitCode.fine;
    const failing = diff.changes.filter(
      (change) => isAtLeast(change.level, failOn) && !reasons.has(change.fingerprint),
    );
    if (failing.length === 0) return exitCode.fine;
    process.stderr.write(`${failing.length} at or above ${flags.failOn}: ${summaryOf(report)}\n`);
    return exitCode.findings;
  };
}

/**
 * @throws Diagnostic with `DIFF.BAD_LIMIT`
 */
function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1000) return limit;
  throw new Diagnostic({
    code: "DIFF.BAD_LIMIT",
    summary: `'${text}' is no number of characters`,
    why: "A report needs at least 1000 characters.",
    next: "Give a whole number to --max-characters: GitHub takes comments of up to 65536.",
  });
}
