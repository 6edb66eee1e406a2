import { type ChangeLevel, changeLevels } from "@dhis2w/model";
import { createColors } from "picocolors";
import { printable } from "./printable.ts";
import { levelTitles, notesOf, type Report, titleOf, valuesOf } from "./report.ts";

/**
 * For a terminal: a block a level, a line a change, what to do said once a rule.
 *
 * @param width - columns of the terminal; longer lines go on below, indented. Lines are not broken where it is left out
 */
export function renderText(report: Report, colours: boolean, width?: number): string {
  const paint = createColors(colours);
  const tint: Record<ChangeLevel, (text: string) => string> = {
    "breaking-for-readers": paint.red,
    "breaking-for-writers": paint.magenta,
    risky: paint.yellow,
    additive: paint.green,
    cosmetic: paint.dim,
  };
  const plain = (text: string): string => text;
  const lines = [paint.bold(printable(titleOf(report.diff)))];
  const add = (indent: number, text: string, colour: (text: string) => string = plain): void => {
    for (const line of broken(printable(text), indent, width)) lines.push(colour(line));
  };
  for (const level of changeLevels) {
    const changes = report.changes.filter((change) => change.level === level);
    if (changes.length === 0) continue;
    lines.push("", tint[level](`${levelTitles[level]} (${changes.length})`));
    for (const rule of new Set(changes.map((change) => change.rule))) {
      const same = changes.filter((change) => change.rule === rule);
      const [{ why, todo } = { why: "", todo: "" }] = same;
      lines.push(`  ${tint[level](rule)}`);
      add(2, why, paint.dim);
      add(2, `→ ${todo}`, paint.dim);
      for (const change of same) {
        const values = valuesOf(change, 70);
        const said = `${change.subject.label} ${change.title}${values === undefined ? "" : `: ${values}`}`;
        add(4, `${said}  ${change.fingerprint}`);
        for (const note of notesOf(change)) add(6, note, paint.dim);
      }
    }
  }
  lines.push("");
  add(0, summaryOf(report));
  return `${lines.join("\n")}\n`;
}

/** A text in lines of at most that many columns, broken between words; what follows the first is indented further. */
function broken(text: string, indent: number, width: number | undefined): string[] {
  const room = width === undefined ? Number.POSITIVE_INFINITY : Math.max(width, indent + 20);
  const lines: string[] = [];
  let line = " ".repeat(indent);
  let isEmpty = true;
  for (const word of text.split(" ")) {
    if (!isEmpty && line.length + 1 + word.length > room) {
      lines.push(line);
      line = " ".repeat(indent + 2);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

/** `3 breaking for readers, 1 risky; 2 accepted; 40 cosmetic not shown` */
export function summaryOf({ counts, accepted, changes }: Report): string {
  const some = changeLevels.filter((level) => counts[level] > 0);
  if (some.length === 0 && accepted.length === 0) return "No differences.";
  const total = some.reduce((sum, level) => sum + counts[level], 0);
  const hidden = total - changes.length;
  return [
    some.map((level) => `${counts[level]} ${levelTitles[level].toLowerCase()}`).join(", ") || "nothing open",
    ...(accepted.length > 0 ? [`${accepted.length} accepted`] : []),
    ...(hidden > 0 ? [`${hidden} not shown (--level cosmetic shows all)`] : []),
  ].join("; ");
}
