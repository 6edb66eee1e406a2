import { type Command, InvalidArgumentError } from "commander";
import type { ExitCode } from "../exit-code.ts";

/** Adds the commands about servers and the differences between them; each loads what it needs when it runs. */
export function addServerCommands(program: Command, done: (code: ExitCode) => void): void {
  const withReport = (command: Command): Command =>
    command
      .option("--format <format>", "text, markdown, json, github or html", "text")
      .option("--level <level>", "the mildest level that is shown", "additive")
      .option("--fail-on <level>", "exit with 4 at this level or worse: breaking, risky, …")
      .option("--accepted <file>", "findings that are known and accepted, with reasons")
      .option("--max-characters <count>", "cut markdown to that length, with a note of what is left out")
      .option("--snapshots <dir>", "folder of the snapshots that versions name", "schemas-snapshots");
  const withTimeout = (command: Command): Command =>
    command.option("--timeout <seconds>", "what one answer of the server may take, 120 by default", seconds);
  withReport(program.command("diff"))
    .description("tell what changed from one snapshot to another, and what to do about it")
    .argument("<before>", "a folder, a version (v42), or a folder in git (HEAD~1:schemas-snapshots/v42)")
    .argument("<after>", "the same")
    .action(async (before, after, flags) => {
      const { diffCommand } = await import("./diff.ts");
      done(await diffCommand(before, after, flags));
    });
  withTimeout(program.command("snapshot"))
    .description(
      "store what a server says of itself; sign-in from DHIS2_PAT, or DHIS2_USERNAME and DHIS2_PASSWORD",
    )
    .requiredOption("--url <url>", "address of the server")
    .requiredOption("--out <dir>", "folder of the snapshot")
    .action(async (flags) => {
      const { snapshotCommand } = await import("./snapshot.ts");
      done(await snapshotCommand(flags));
    });
  withTimeout(withReport(program.command("drift")))
    .description("tell how a live server differs from its committed snapshot")
    .requiredOption("--url <url>", "address of the server")
    .option("--against <snapshot>", "a folder or version; the one of the server's release by default")
    .action(async (flags) => {
      const { driftCommand } = await import("./drift.ts");
      done(await driftCommand(flags));
    });
  withTimeout(program.command("add-version"))
    .description("add a release of DHIS2: snapshot, row, packages, changeset and migration guide")
    .argument("<version>", "v44")
    .option("--url <url>", "a server of the release; sign-in as for snapshot")
    .option("--snapshot <dir>", "a folder with a snapshot, instead of a server")
    .option("--snapshots <dir>", "folder with versions.json and the snapshots", "schemas-snapshots")
    .option("--out <dir>", "folder for the packages", "packages")
    .option("--docs <dir>", "folder for the migration guide", "docs")
    .option("--changesets <dir>", "folder for the changeset", ".changeset")
    .option("--no-openapi", "leave the OpenAPI types to a later generate")
    .option("--no-install", "leave it to you to install the new packages")
    .action(async (version, flags) => {
      const { addVersionCommand } = await import("./add-version.ts");
      done(await addVersionCommand(version, flags));
    });
  program
    .command("impact")
    .description("tell which lines of a program break from one release to another")
    .requiredOption("--from <snapshot>", "the release that the program is written for: v42")
    .requiredOption("--to <snapshot>", "the release it moves to: v43")
    .option("--project <file>", "tsconfig.json of the program", "tsconfig.json")
    .option("--fix", "change imports and renamed members of enums, and nothing else")
    .option("--format <format>", "text, json or github", "text")
    .option("--fail-on <level>", "exit with 4 at this level or worse", "breaking")
    .option("--snapshots <dir>", "folder of the snapshots that versions name", "schemas-snapshots")
    .action(async (flags) => {
      const { impactCommand } = await import("./impact.ts");
      done(await impactCommand(flags));
    });
  program
    .command("rules")
    .description("list the rules that diff goes by, as markdown")
    .action(async () => {
      const { rulesCommand } = await import("./rules.ts");
      done(rulesCommand());
    });
}

function seconds(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a number of seconds above 0.");
}
