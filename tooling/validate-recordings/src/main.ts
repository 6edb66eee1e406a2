// `npm run validate-recordings [-- --recordings DIR]`: all schemas against everything that real servers sent and took.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { recordedVersions } from "@dhis2w/recordings";
import { checkRelease, type Outcome, objectsOf } from "./check.ts";
import type { RecordedObject } from "./objects.ts";
import { refusalsOf } from "./refusals.ts";
import { type Release, readRelease, releaseIds } from "./release.ts";
import {
  describeOutcome,
  describeRefusals,
  describeWrongVersion,
  problemsOf,
  problemsOfWrongVersion,
} from "./report.ts";
import { checkWrongVersion } from "./wrong-version.ts";

/** As the command line has them: 0 fine, 1 a bug, 2 could not, 4 findings. */
process.exitCode = await run();

async function run(): Promise<number> {
  let directory: string | undefined;
  try {
    directory = parseArgs({ options: { recordings: { type: "string" } } }).values.recordings;
  } catch (error) {
    return couldNot(error instanceof Error ? error.message : String(error));
  }
  const ids = releaseIds().filter((id) =>
    directory === undefined ? recordedVersions().includes(id) : existsSync(`${directory}/${id}`),
  );
  for (const id of releaseIds().filter((one) => !ids.includes(one)))
    process.stderr.write(`${id}: nothing is recorded of it yet; its schemas are not validated\n`);
  if (ids.length === 0) return couldNot(`${directory} has no folder ${releaseIds().join(", ")}`);

  const releases = await Promise.all(ids.map(readRelease));
  let recorded: { readonly release: Release; readonly objects: readonly RecordedObject[] }[];
  try {
    recorded = releases.map((release) => ({ release, objects: objectsOf(release, directory) }));
  } catch (error) {
    return couldNot(
      `the recordings cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (recorded.every(({ objects }) => objects.length === 0))
    return couldNot("the recordings have no objects");
  const outcomes: Outcome[] = [];
  const lines: string[] = [];
  for (const { release, objects } of recorded) {
    process.stderr.write(`▸ ${release.id}: ${objects.length} objects\n`);
    const outcome = checkRelease(release, objects);
    outcomes.push(outcome);
    lines.push(...describeOutcome(outcome), ...describeRefusals(refusalsOf(release, directory)));
  }
  const [oldest, newest] = [releases[0], recorded.at(-1)];
  const wrong =
    oldest === undefined || newest === undefined || oldest === newest.release
      ? []
      : [checkWrongVersion(oldest, newest.release, newest.objects)];

  lines.push(...wrong.flatMap(describeWrongVersion));
  process.stdout.write(`${lines.join("\n")}\n`);
  const problems = [...outcomes.flatMap(problemsOf), ...wrong.flatMap(problemsOfWrongVersion)];
  process.stderr.write(
    problems.length === 0
      ? "✓ nothing is rejected falsely, and every mutant is caught but for those with a reason\n"
      : `✗ ${problems.length} problems\n${problems.map((line) => `  ${line}\n`).join("")}`,
  );
  return problems.length === 0 ? 0 : 4;
}

function couldNot(message: string): number {
  process.stderr.write(`${message}\nusage: npm run validate-recordings [-- --recordings DIR]\n`);
  return 2;
}
