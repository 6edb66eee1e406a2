import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { RecordingError, recordedVersions } from "@dhis2w/recordings";
import { checkRelease, objectsOf } from "./check.ts";
import { refusalsOf } from "./refusals.ts";
import { readRelease, releaseIds } from "./release.ts";
import {
  describeOutcome,
  describeRefusals,
  describeWrongVersion,
  problemsOf,
  problemsOfWrongVersion,
} from "./report.ts";
import { checkWrongVersion } from "./wrong-version.ts";

const usage = `npm run validate-recordings [-- --recordings DIR]
    holds all generated schemas against everything that real servers sent and took

  --recordings DIR   another folder of the layout v42/<group>.har

Exit codes: 0 fine, 1 bug, 2 could not, 4 findings (a schema refuses what a server sent or took, or lets a mutant of
it pass without a known reason).
`;

/** Where the command is run. */
export interface Terminal {
  /** Folder that relative ones begin at. */
  readonly calledFrom: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs the command; the value is the exit code. */
export async function validateRecordings(argv: readonly string[], terminal: Terminal): Promise<number> {
  const options = parse(argv);
  if (typeof options === "string") return couldNot(options, terminal);
  if (options.help) {
    terminal.out(usage);
    return 0;
  }
  const { recordings } = options;
  const directory = recordings === undefined ? undefined : resolve(terminal.calledFrom, recordings);
  if (directory !== undefined && !isFolder(directory))
    return couldNot(`there is no folder ${directory}`, terminal);
  const recorded = recordedVersions(directory);
  const ids = releaseIds().filter((id) => recorded.includes(id));
  if (ids.length === 0) return couldNot(`${directory} has no folder ${releaseIds().join(", ")}`, terminal);
  for (const id of releaseIds().filter((one) => !ids.includes(one)))
    terminal.err(`${id}: there is no folder ${id}; its schemas are not validated\n`);
  for (const id of recorded.filter((one) => !ids.includes(one)))
    terminal.err(`${id}: there are no schemas of it; its recordings are not read\n`);
  try {
    return await validate(ids, directory, terminal);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    return couldNot(error.message, terminal);
  }
}

async function validate(
  ids: readonly string[],
  directory: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const releases = await Promise.all(ids.map(readRelease));
  const recorded = releases.map((release) => ({ release, objects: objectsOf(release, directory) }));
  if (recorded.every(({ objects }) => objects.length === 0))
    return couldNot("the recordings have no objects", terminal);
  const checked = recorded.map(({ release, objects }) => {
    terminal.err(`▸ ${release.id}: ${objects.length} objects\n`);
    return { outcome: checkRelease(release, objects), refusals: refusalsOf(release, directory) };
  });
  const [oldest, newest] = [releases[0], recorded.at(-1)];
  const wrong =
    oldest === undefined || newest === undefined || oldest === newest.release
      ? []
      : [checkWrongVersion(oldest, newest.release, newest.objects)];
  const lines = [
    ...checked.flatMap(({ outcome, refusals }) => [
      ...describeOutcome(outcome),
      ...describeRefusals(refusals),
    ]),
    ...wrong.flatMap(describeWrongVersion),
  ];
  terminal.out(`${lines.join("\n")}\n`);
  const problems = [
    ...checked.flatMap(({ outcome }) => problemsOf(outcome)),
    ...wrong.flatMap(problemsOfWrongVersion),
  ];
  terminal.err(
    problems.length === 0
      ? "✓ nothing is rejected falsely, and every mutant is caught but for those with a reason\n"
      : `✗ ${problems.length} problems\n${problems.map((line) => `  ${line}\n`).join("")}`,
  );
  return problems.length === 0 ? 0 : 4;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: { recordings: { type: "string" }, help: { type: "boolean", default: false } },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function couldNot(message: string, { err }: Terminal): number {
  err(`${message}\n\n${usage}`);
  return 2;
}
