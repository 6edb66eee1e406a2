#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { addServerCommands } from "./commands/server-commands.ts";
import { Declined, Diagnostic } from "./diagnostic.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { ownVersion } from "./own-version.ts";
import { printable } from "./report/printable.ts";

/** The command line; each command loads what it needs when it runs, so that `--help` answers at once. */
function commandLine(done: (code: ExitCode) => void): Command {
  const program = new Command("dhis2w").description(
    "Typed clients for DHIS2, generated from snapshots of servers",
  );
  program.version(ownVersion(), "-v, --version", "tell the version of dhis2w");
  program.exitOverride(); // handed on to the commands: their usage errors are ours to count
  program
    .command("generate")
    .description("write the packages of all releases, or of those named")
    .argument("[version...]", "snapshots to generate from, v42")
    .option("--check", "write nothing; exit with 4 and name the files where something differs")
    .option("--snapshots <dir>", "folder with versions.json and the snapshots", "schemas-snapshots")
    .option("--out <dir>", "folder for the packages", "packages")
    .option("--docs <dir>", "folder for the page about all releases; docs, beside our hand-written packages")
    .option("--no-openapi", "leave the OpenAPI types as they are")
    .action(async (versions, flags) => {
      const { generateCommand } = await import("./commands/generate.ts");
      done(await generateCommand(versions, flags));
    });
  program
    .command("openapi")
    .description("write the OpenAPI types of all releases, or of those named")
    .argument("[version...]", "snapshots to generate from, v42")
    .option("--check", "write nothing; exit with 4 and name the files where something differs")
    .option("--snapshots <dir>", "folder with versions.json and the snapshots", "schemas-snapshots")
    .option("--out <dir>", "folder for the packages", "packages")
    .action(async (versions, flags) => {
      const { openApiCommand } = await import("./commands/generate.ts");
      done(await openApiCommand(versions, flags));
    });
  program
    .command("model")
    .description("tell what a snapshot was read as")
    .argument("[version]", "a snapshot, v42; all of them by default")
    .option("--snapshots <dir>", "folder with versions.json and the snapshots", "schemas-snapshots")
    .action(async (version, flags) => {
      const { modelCommand } = await import("./commands/model.ts");
      done(await modelCommand(version, flags));
    });
  addServerCommands(program, done);
  return program;
}

function report(error: unknown): ExitCode {
  if (error instanceof Diagnostic) {
    const why = error.why
      .split("\n")
      .map(printable)
      .join(`\n${" ".repeat(8)}`);
    const { code, summary, next } = error;
    process.stderr.write(`${code}: ${printable(summary)}\n  why:  ${why}\n  next: ${printable(next)}\n`);
    return exitCode.couldNot;
  }
  if (error instanceof Declined) {
    process.stderr.write("\nNothing was done.\n");
    return exitCode.declined;
  }
  // Commander has said what is wrong already; asking for help is fine.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.couldNot;
  if (isSystemError(error))
    return report(
      new Diagnostic({
        code: "FILES.FAILED",
        summary: "A file or folder cannot be used",
        why: error.message,
        next: "Check the path, its rights and the disk.",
      }),
    );
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exitCode.bug;
}

/** What the operating system refuses: no right, a file where a folder must be, a full disk. */
const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && "syscall" in error && "code" in error;

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads the output may have seen enough, `dhis2w diff v42 v43 | head`: the command still ends as it would.
  if (error.code !== "EPIPE") process.exit(report(error));
});

try {
  await commandLine((code) => {
    process.exitCode = code;
  }).parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
