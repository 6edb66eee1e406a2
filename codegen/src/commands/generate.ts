import { join } from "node:path";
import picocolors from "picocolors";
import type { ExitCode } from "../exit-code.ts";
import { exitCode } from "../exit-code.ts";
import type { GenerateOptions, GenerateResult } from "../generate.ts";
import { progressOn } from "../progress.ts";
import type { Change } from "../write/compare.ts";

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
  const { code, changes } =
    flags.openapi === false
      ? await run([generate], "generate --no-openapi", versions, placed)
      : await run([generate, await openApiGenerator()], "generate", versions, placed);
  if (!home && flags.check !== true) process.stderr.write(nextSteps(flags.out, changes));
  return code;
}

/** What a person has to do once with packages that are new, in the order in which npm has to build them. */
function nextSteps(out: string, changes: readonly Change[]): string {
  const fresh = changes.flatMap(({ kind, path }) => {
    const [, name] = /^([^/]+)\/package\.json$/.exec(path) ?? [];
    return kind === "add" && name !== undefined ? [name] : [];
  });
  if (fresh.length === 0) return "";
  const order = ["core-common", ...fresh.filter((name) => name.startsWith("core-")), ...fresh];
  const workspaces = [...new Set(order)].filter((name) => fresh.includes(name));
  return (
    "Next:\n" +
    `  npm pkg set ${workspaces.map((name) => `"workspaces[]=${join(out, name)}"`).join(" ")}\n` +
    "  npm install && npm run build --workspaces\n"
  );
}

/** `dhis2w openapi`: the OpenAPI types alone. */
export async function openApiCommand(versions: readonly string[], flags: GenerateFlags): Promise<ExitCode> {
  return (await run([await openApiGenerator()], "openapi", versions, flags)).code;
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
): Promise<{ readonly code: ExitCode; readonly changes: readonly Change[] }> {
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
    return { code: exitCode.fine, changes };
  }
  if (flags.check !== true) {
    process.stderr.write(`${colors.green("wrote")} ${changes.length} of ${total}\n`);
    return { code: exitCode.fine, changes };
  }
  process.stderr.write(
    `${colors.red(`${changes.length} ${changes.length === 1 ? "file differs" : "files differ"}`)} from what the generator makes (${total}).\n` +
      `Fix: ${fixCommand(command, versions, flags)}\n`,
  );
  return { code: exitCode.findings, changes };
}

const fixCommand = (
  command: string,
  versions: readonly string[],
  { snapshots, out }: GenerateFlags,
): string => [`npx dhis2w ${command} --snapshots`, snapshots, "--out", out, ...versions].join(" ");
