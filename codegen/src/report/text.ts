import { type ChangeLevel, changeLevels } from "@dhis2w/model";
import { createColors } from "picocolors";
import { printable } from "./printable.ts";
import { levelTitles, notesOf, type Report, titleOf, valuesOf } from "./report.ts";

/** For a terminal: a block a level, a line a change, what to do said once a rule. */
export function renderText(report: Report, colours: boolean): string {
  const paint = createColors(colours);
  const tint: Record<ChangeLevel, (text: string) => string> = {
    "breaking-for-readers": paint.red,
    "breaking-for-writers": paint.magenta,
    risky: paint.yellow,
    additive: paint.green,
    cosmetic: paint.dim,
  };
  const lines = [paint.bold(printable(titleOf(report.diff)))];
  for (const level of changeLevels) {
    const changes = report.changes.filter((change) => change.level === level);
    if (changes.length === 0) continue;
    lines.push("", tint[level](`${levelTitles[level]} (${changes.length})`));
    for (const rule of new Set(changes.map((change) => change.rule))) {
      const same = changes.filter((change) => change.rule === rule);
      const [{ why, todo } = { why: "", todo: "" }] = same;
      lines.push(`  ${tint[level](rule)}  ${paint.dim(why)}`, `  ${paint.dim(`→ ${todo}`)}`);
      for (const change of same) {
        const values = valuesOf(change, 70);
        lines.push(
          printable(
            `    ${change.subject.label} ${change.title}${values === undefined ? "" : `: ${values}`}`,
          ) + paint.dim(`  ${change.fingerprint}`),
        );
        for (const note of notesOf(change)) lines.push(paint.dim(printable(`      ${note}`)));
      }
    }
  }
  lines.push("", summaryOf(report));
  return `${lines.join("\n")}\n`;
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
