import { type ExitCode, exitCode } from "../exit-code.ts";
import { progressOn } from "../progress.ts";
import { baseUrlOf } from "../server/server.ts";
import { authorization, terminal } from "../server/sign-in.ts";
import { type TakenSnapshot, takeSnapshot } from "../server/take-snapshot.ts";
import { prepareFolder, writeSnapshot } from "../server/write-snapshot.ts";

/** How a server is asked. */
export interface ServerFlags {
  readonly url: string;
  /** Seconds that one answer may take. */
  readonly timeout?: number;
}

export interface SnapshotFlags extends ServerFlags {
  readonly out: string;
}

/** `dhis2w snapshot`: what a server says of itself, into a folder. */
export async function snapshotCommand({ out, ...server }: SnapshotFlags): Promise<ExitCode> {
  prepareFolder(out);
  const { id, release, files, unexplained } = await snapshotOf(server);
  const isNew = writeSnapshot(out, files);
  process.stdout.write(`${out}\n`);
  process.stderr.write(`${isNew ? "wrote" : "unchanged:"} DHIS2 ${release} (${id})\n`);
  if (unexplained.length > 0) process.stderr.write(stillUnexplained(unexplained));
  return exitCode.fine;
}

const stillUnexplained = (places: readonly string[]): string =>
  `No packages can be generated from it until a correction explains (${places.length}):\n` +
  places.map((place) => `  ${place}\n`).join("");

/** Signs in and takes a snapshot, with progress on standard error. */
export async function snapshotOf({ url, timeout }: ServerFlags): Promise<TakenSnapshot> {
  baseUrlOf(url); // refuses what is none before anybody is asked for a password
  const progress = progressOn(process.stderr);
  try {
    return await takeSnapshot({
      url,
      ...(timeout !== undefined && { timeout: timeout * 1000 }),
      authorization: await authorization(process.env, terminal()),
      onStep: ({ number, of, title }) => progress.step(number, of, title),
    });
  } finally {
    progress.end();
  }
}
