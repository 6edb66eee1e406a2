import type { JobRun, Work } from "../jobs/runner.ts";
import type { Server } from "../server.ts";
import { isList, type Json, type JsonObject } from "../store/values.ts";
import { checksMeant } from "./check-names.ts";
import { checkDefinitions } from "./checks.ts";

/** What a run of a check leaves: how many issues there are, or which. */
export type ResultKind = "summary" | "details";

/** The name under which what came of checks is kept. */
export const resultName = (kind: ResultKind, check = ""): string => `dataIntegrity/${kind}/${check}`;

/** How many issues each check finds; as 2.41 has it, also the older report of all. */
export const integritySummaryJob: Work = (run) => {
  run.progress.start("Data Integrity", run.parameters);
  for (const check of checksOf(run)) keep("summary", check, summaryOf(check, run.server), run.server);
  run.progress.complete();
  if (run.parameters["type"] === "REPORT")
    run.progress.addLast("Data integrity checks completed in 0.0 sec..");
};

/** Which issues each check finds. */
export const integrityDetailsJob: Work = (run) => {
  run.progress.start("Data Integrity", run.parameters);
  for (const check of checksOf(run)) keep("details", check, detailsOf(check, run.server), run.server);
  run.progress.complete();
};

function checksOf({ parameters, server }: JobRun): string[] {
  const given = parameters["checks"];
  const names = isList(given) ? given.filter((name) => typeof name === "string") : [];
  return checksMeant(names, server.schemas.data.version);
}

function keep(kind: ResultKind, check: string, found: JsonObject, server: Server): void {
  const time = server.now();
  server.jobs.putResult(resultName(kind, check), { startTime: time, finishedTime: time, ...found });
}

function summaryOf(check: string, server: Server): JsonObject {
  const { issues, total, whole } = definitionOf(check);
  const count = issues(server).length;
  const all = total?.(server) ?? 0;
  if (all === 0) return { count };
  const percentage = (100 * count) / all;
  return { count, percentage: whole === true ? Math.floor(percentage) : percentage };
}

const detailsOf = (check: string, server: Server): JsonObject => ({
  issues: definitionOf(check)
    .issues(server)
    .map((issue): Json => ({ ...issue })),
});

function definitionOf(check: string): (typeof checkDefinitions)[string] & object {
  const definition = checkDefinitions[check];
  if (definition === undefined) throw new RangeError(`There is no check '${check}'`);
  return definition;
}
