import picocolors from "picocolors";
import type { ExitCode } from "../exit-code.ts";
import { exitCode } from "../exit-code.ts";
import { progressOn } from "../progress.ts";

export interface GenerateFlags {
  readonly check?: boolean;
  readonly snapshots: string;
  readonly out: string;
}

/** `dhis2w generate`: changed files to stdout, progress and summary to stderr. */
export async function generateCommand(versions: readonly string[], flags: GenerateFlags): Promise<ExitCode> {
  const { generate } = await import("../generate.ts");
  const progress = progressOn(process.stderr);
  const started = performance.now();
  const { changes, files, folders } = (() => {
    try {
      return generate({
        ...flags,
        ...(versions.length > 0 && { versions }),
        onStep: ({ number, of, title }) => progress.step(number, of, title),
      });
    } finally {
      progress.end();
    }
  })();
  for (const { kind, path } of changes) process.stdout.write(`${kind} ${path}\n`);

  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const colors = picocolors.createColors(process.stderr.isTTY === true && picocolors.isColorSupported);
  const total = `${files} files in ${folders.length} folders, ${seconds} s`;
  if (changes.length === 0) {
    process.stderr.write(`${colors.green("unchanged")} ${total}\n`);
    return exitCode.fine;
  }
  if (flags.check !== true) {
    process.stderr.write(`${colors.green("wrote")} ${changes.length} of ${total}\n`);
    return exitCode.fine;
  }
  process.stderr.write(
    `${colors.red(`${changes.length} files differ`)} from what the generator makes (${total}).\n` +
      `Fix: ${fixCommand(versions, flags)}\n`,
  );
  return exitCode.findings;
}

const fixCommand = (versions: readonly string[], { snapshots, out }: GenerateFlags): string =>
  ["npx dhis2w generate --snapshots", snapshots, "--out", out, ...versions].join(" ");
