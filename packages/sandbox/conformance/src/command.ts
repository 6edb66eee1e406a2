import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { versions } from "@dhis2w/sandbox";
import type { Explanation } from "./explained.ts";
import { checkExplanations } from "./explained.ts";
import type { Floor } from "./floor.ts";
import { belowFloor, raiseFloor } from "./floor.ts";
import { printDifferences } from "./listing.ts";
import { withTable } from "./readme.ts";
import type { GroupResult } from "./report.ts";
import { goal, isGoalGroup, maskedShare, percent, rate, table } from "./report.ts";
import { run } from "./run.ts";
import { startSandbox } from "./sandbox.ts";

const usage = `conformance [options]     replays recordings of real servers against the sandbox

  --recordings DIR   another folder of the layout v42/<group>.har
  --version v42      one version
  --group 07         one group, or all that begin so
  --diff             list all differences; --show N: the first N exchanges that differ
  --step TEXT        list only steps whose name contains TEXT
  --unsupported      list what is not supported too
  --json             the table as data
  --update           set the floor (conformance/floor.json) to these results, and where all were replayed write
                     the table of the package's README

Exit codes: 0 fine, 1 bug, 2 could not, 4 findings (a rate below its floor, a difference in the groups with a
goal that nobody explained, an explanation that has gone stale; with --recordings: the goal is not reached).
`;

/** Runs the command; the value is the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const options = parse(argv);
  if (typeof options === "string") {
    console.error(`${options}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  let results: GroupResult[];
  try {
    results = await run(
      { directory: folderOf(options.recordings), version: options.version, group: options.group },
      startSandbox,
    );
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    console.error(`cannot read the recordings: ${error.message}`);
    return 2;
  }
  if (results.length === 0) {
    console.error("no recording is selected");
    return 2;
  }
  if (options.version === undefined && options.group === undefined)
    for (const version of versions.map((major) => `v${major}`))
      if (!results.some((result) => result.version === version))
        console.error(`${version}: nothing is recorded of it yet; its sandbox is not compared`);
  const findings = findingsOf(results, options.recordings !== undefined);
  if (options.json) console.log(JSON.stringify(data(results, findings), null, 2));
  else print(results, options);
  if (options.update) update(results, options.version === undefined && options.group === undefined);
  for (const finding of findings) console.error(finding);
  return findings.length > 0 ? 4 : 0;
}

/** A folder as the caller wrote it: npm starts scripts in the package's own folder and says where it was called. */
function folderOf(given: string | undefined): string | undefined {
  return given === undefined ? undefined : resolve(process.env["INIT_CWD"] ?? "", given);
}

type Options = Exclude<ReturnType<typeof parse>, string>;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: argv.filter((argument) => argument !== "--"),
      options: {
        recordings: { type: "string" },
        version: { type: "string" },
        group: { type: "string" },
        step: { type: "string" },
        show: { type: "string" },
        diff: { type: "boolean", default: false },
        unsupported: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        update: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function print(results: readonly GroupResult[], options: Options): void {
  const limit = options.show === undefined ? Number.POSITIVE_INFINITY : Number(options.show);
  if (options.diff || options.show !== undefined || options.step !== undefined || options.unsupported)
    printDifferences(results, { limit, step: options.step, unsupported: options.unsupported });
  console.log(table(results));
  const { compared, masked, byKind } = maskedShare(results);
  const kinds = Object.entries(byKind).map(([kind, count]) => `${kind} ${count}`);
  console.log(
    `\nmasked: ${masked} of ${compared} values (${percent(compared === 0 ? 0 : masked / compared)}): ${kinds.join(", ")}`,
  );
}

function data(results: readonly GroupResult[], findings: readonly string[]) {
  const withGoal = results.filter(({ group }) => isGoalGroup(group));
  const { compared, masked, byKind } = maskedShare(results);
  return {
    goal: { rate: rate(withGoal), wanted: goal, reached: rate(withGoal) >= goal },
    masked: { compared, masked, share: compared === 0 ? 0 : masked / compared, byKind },
    groups: results.map(({ version, group, exchanges, equal, different, unsupported }) => ({
      version,
      group,
      hasGoal: isGoalGroup(group),
      exchanges,
      equal,
      different,
      unsupported,
    })),
    findings,
  };
}

/** What is wrong, a line each. Floor and explanations belong to the project's own recordings. */
function findingsOf(results: readonly GroupResult[], foreign: boolean): string[] {
  const withGoal = results.filter(({ group }) => isGoalGroup(group));
  if (foreign)
    return rate(withGoal) >= goal ? [] : [`below the goal: ${percent(rate(withGoal))} of ${percent(goal)}`];
  const { unexplained, stale } = checkExplanations(results, explanations());
  const open = unexplained.filter(({ group }) => isGoalGroup(group));
  return [
    ...belowFloor(results, floor()).map(
      (fall) => `below the floor: ${fall.version} ${fall.group}: ${fall.equal}, were ${fall.floor}`,
    ),
    ...stale.map((one) => `stale explanation: ${one.version} ${one.group} '${one.step}' ${one.pointer}`),
    ...(open.length === 0 ? [] : [`${open.length} differences in the groups with a goal are not explained`]),
  ];
}

function committed(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}

/** The committed list of explained differences. */
export function explanations(): readonly Explanation[] {
  return JSON.parse(readFileSync(committed("explained.json"), "utf8")) as Explanation[];
}

/** The committed floor. */
export function floor(): Floor {
  return JSON.parse(readFileSync(committed("floor.json"), "utf8")) as Floor;
}

function update(results: readonly GroupResult[], isWhole: boolean): void {
  writeFileSync(committed("floor.json"), `${JSON.stringify(raiseFloor(results, floor()), null, 2)}\n`);
  const readme = committed("../README.md");
  if (isWhole) writeFileSync(readme, withTable(readFileSync(readme, "utf8"), results));
}
