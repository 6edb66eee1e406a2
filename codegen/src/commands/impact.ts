import picocolors from "picocolors";
import { readInput } from "../compare/snapshot-input.ts";
import { Diagnostic } from "../diagnostic.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type Impact, impactOn } from "../impact/impact.ts";
import { levelNamed } from "../report/level.ts";
import { printable } from "../report/printable.ts";
import { isAtLeast, levelTitles } from "../report/report.ts";

export interface ImpactFlags {
  readonly from: string;
  readonly to: string;
  readonly project: string;
  readonly snapshots: string;
  readonly format: string;
  readonly failOn: string;
  readonly fix?: boolean;
}

/** `dhis2w impact`: the lines of a program that break from one release to another. */
export async function impactCommand(flags: ImpactFlags): Promise<ExitCode> {
  const failOn = levelNamed(flags.failOn);
  const render = rendererOf(flags.format);
  const before = readInput(flags.from, flags.snapshots);
  const { impacts, files, importing, fixable } = impactOn({
    before,
    after: readInput(flags.to, flags.snapshots),
    project: flags.project,
    base: process.cwd(),
    ...(flags.fix === true && { fix: true }),
  });
  process.stdout.write(render(impacts));
  if (flags.fix === true) for (const file of fixable) process.stderr.write(`fixed ${printable(file)}\n`);
  else if (fixable.length > 0)
    process.stderr.write(`--fix would change ${counted(fixable.length, "file")}\n`);
  if (importing === 0)
    process.stderr.write(
      `No file imports the client of ${before.server.source.id}: there was nothing to find.\n`,
    );
  const failing = impacts.filter(({ change }) => isAtLeast(change.level, failOn)).length;
  process.stderr.write(
    `${counted(impacts.length, "use")} in ${counted(files, "file")}, ${failing} at or above ${flags.failOn}\n`,
  );
  return failing > 0 ? exitCode.findings : exitCode.fine;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

function rendererOf(format: string): (impacts: readonly Impact[]) => string {
  switch (format) {
    case "text":
      return renderText;
    case "json":
      return (impacts) => `${JSON.stringify({ impacts }, null, 2)}\n`;
    case "github":
      return renderGithub;
    default:
      throw new Diagnostic({
        code: "DIFF.UNKNOWN_FORMAT",
        summary: `There is no format '${format}'`,
        why: "Uses are written as text, json, github.",
        next: "Name one of these with --format.",
      });
  }
}

function renderText(impacts: readonly Impact[]): string {
  const paint = picocolors.createColors(process.stdout.isTTY === true && picocolors.isColorSupported);
  return impacts
    .map(({ file, line, column, what, change }) => {
      const level = levelTitles[change.level].toLowerCase();
      const tint = change.level === "risky" ? paint.yellow : paint.red;
      const renamed = change.renamedTo === undefined ? "" : ` It may be called ${change.renamedTo} now.`;
      return (
        printable(`${file}:${line}:${column}`) +
        ` ${tint(level)} ${printable(`${what} ${change.title}`)} ${paint.dim(`[${change.rule}]`)}\n` +
        `  ${printable(change.why)}\n  → ${printable(change.todo + renamed)}\n`
      );
    })
    .join("");
}

function renderGithub(impacts: readonly Impact[]): string {
  const escaped = (text: string): string =>
    text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string): string => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return impacts
    .map(({ file, line, column, what, change }) => {
      const kind = change.level === "risky" ? "warning" : "error";
      const place = `file=${property(file)},line=${line},col=${column},title=${property(change.rule)}`;
      return `::${kind} ${place}::${escaped(`${what} ${change.title}\n${change.why}\n${change.todo}`)}\n`;
    })
    .join("");
}
