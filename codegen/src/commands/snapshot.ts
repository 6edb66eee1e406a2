import { type ExitCode, exitCode } from "../exit-code.ts";
import { progressOn } from "../progress.ts";
import { authorization, terminal } from "../server/sign-in.ts";
import { type TakenSnapshot, takeSnapshot } from "../server/take-snapshot.ts";
import { writeSnapshot } from "../server/write-snapshot.ts";

export interface SnapshotFlags {
  readonly url: string;
  readonly out: string;
}

/** `dhis2w snapshot`: what a server says of itself, into a folder. */
export async function snapshotCommand({ url, out }: SnapshotFlags): Promise<ExitCode> {
  const { id, release, files } = await snapshotOf(url);
  const isNew = writeSnapshot(out, files);
  process.stdout.write(`${out}\n`);
  process.stderr.write(`${isNew ? "wrote" : "unchanged:"} DHIS2 ${release} (${id})\n`);
  return exitCode.fine;
}

/** Signs in and takes a snapshot, with progress on standard error. */
export async function snapshotOf(url: string): Promise<TakenSnapshot> {
  const progress = progressOn(process.stderr);
  try {
    return await takeSnapshot({
      url,
      authorization: await authorization(process.env, terminal()),
      onStep: ({ number, of, title }) => progress.step(number, of, title),
    });
  } finally {
    progress.end();
  }
}
