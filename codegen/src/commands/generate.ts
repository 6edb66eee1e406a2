import picocolors from "picocolors";
import type { ExitCode } from "../exit-code.ts";
import { exitCode } from "../exit-code.ts";
import type { GenerateOptions, GenerateResult } from "../generate.ts";
import { progressOn } from "../progress.ts";

export interface GenerateFlags {
  readonly check?: boolean;
  readonly snapshots: string;
  readonly out: string;
  /** Folder of the page about all releases. */
  readonly docs?: string;
  /** False leaves the OpenAPI types as they are. */
  readonly openapi?: boolean;
}

/** `dhis2w generate`: the packages, then their OpenAPI types, which cost nothing where nothing changed. */
export async function generateCommand(versions: readonly string[], flags: GenerateFlags): Promise<ExitCode> {
  const { generate, isHome } = await import("../generate.ts");
  const home = isHome(flags.out);
  const placed = { ...(home && { docs: "docs" }), ...flags };
  const code =
    flags.openapi === false
      ? await run([generate], "generate --no-openapi", versions, placed)
      : await run([generate, await openApiGenerator()], "generate", versions, placed);
  if (!home && flags.check !== true && code === exitCode.fine)
    process.stderr.write(
      "Next: list the folders as workspaces in package.json, core-common first and clients last; " +
        "npm install; npm run build --workspaces\n",
    );
  return code;
}

/** `dhis2w openapi`: the OpenAPI types alone. */
export async function openApiCommand(versions: readonly string[], flags: GenerateFlags): Promise<ExitCode> {
  return run([await openApiGenerator()], "openapi", versions, flags);
}

async function openApiGenerator(): Promise<Generator> {
  return (await import("../openapi/generate-openapi.ts")).generateOpenApi;
}

type Generator = (options: GenerateOptions) => GenerateResult | Promise<GenerateResult>;

/** Changed files to stdout, progress and summary to stderr. */
async function run(
  generators: readonly Generator[],
  command: string,
  versions: readonly string[],
  flags: GenerateFlags,
): Promise<ExitCode> {
  const progress = progressOn(process.stderr);
  const started = performance.now();
  const results: GenerateResult[] = [];
  try {
    for (const generator of generators)
      results.push(
        await generator({
          ...flags,
          ...(versions.length > 0 && { versions }),
          onStep: ({ number, of, title }) => progress.step(number, of, title),
        }),
      );
  } finally {
    progress.end();
  }
  const changes = results.flatMap((result) => result.changes);
  const files = results.reduce((sum, result) => sum + result.files, 0);
  const folders = results.flatMap((result) => result.folders);
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
    `${colors.red(`${changes.length} ${changes.length === 1 ? "file differs" : "files differ"}`)} from what the generator makes (${total}).\n` +
      `Fix: ${fixCommand(command, versions, flags)}\n`,
  );
  return exitCode.findings;
}

const fixCommand = (
  command: string,
  versions: readonly string[],
  { snapshots, out }: GenerateFlags,
): string => [`npx dhis2w ${command} --snapshots`, snapshots, "--out", out, ...versions].join(" ");
