import type { ExitCode } from "../exit-code.ts";
import { exitCode } from "../exit-code.ts";

export interface ModelFlags {
  readonly snapshots: string;
}

/** `dhis2w model`: what a snapshot was read as, and where its two sources disagree. */
export async function modelCommand(version: string | undefined, flags: ModelFlags): Promise<ExitCode> {
  const [{ describeModel }, { readServerModel, readVersionRows }] = await Promise.all([
    import("@dhis2w/model"),
    import("../read-release.ts"),
  ]);
  const ids = version === undefined ? readVersionRows(flags.snapshots).map(({ id }) => id) : [version];
  for (const id of ids) process.stdout.write(`${describeModel(readServerModel(flags.snapshots, id))}\n`);
  return exitCode.fine;
}
