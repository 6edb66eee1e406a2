import { type Change, changeLevels } from "@dhis2w/model";
import { levelTitles, notesOf, type Report, titleOf, valuesOf } from "./report.ts";
import { summaryOf } from "./text.ts";

/** A page for people: a chapter a level, a section a rule, a row a change. */
export function renderMarkdown(report: Report): string {
  const lines = [`# ${escaped(titleOf(report.diff))}`, "", `${summaryOf(report)}.`.replace(/\.\.$/, ".")];
  for (const level of changeLevels) {
    const changes = report.changes.filter((change) => change.level === level);
    if (changes.length === 0) continue;
    lines.push("", `## ${levelTitles[level]} (${changes.length})`);
    for (const rule of new Set(changes.map((change) => change.rule)))
      lines.push("", ...section(changes.filter((change) => change.rule === rule)));
  }
  if (report.accepted.length > 0) {
    lines.push("", `## Accepted (${report.accepted.length})`, "");
    for (const { change, reason } of report.accepted)
      lines.push(`- ${code(change.subject.label)} ${change.title}: ${escaped(reason)}`);
  }
  return `${lines.join("\n")}\n`;
}

function section(changes: readonly Change[]): string[] {
  const [first] = changes;
  if (first === undefined) return [];
  const notes = changes.map((change) => notesOf(change).map(escaped).join(" "));
  const withNotes = notes.some((note) => note !== "");
  const withValues = changes.some((change) => valuesOf(change, 1) !== undefined);
  const columns = ["What", ...(withValues ? ["Before → after"] : []), ...(withNotes ? ["Notes"] : [])];
  return [
    `### ${first.rule} (${changes.length})`,
    "",
    `${first.why} **${first.todo}**`,
    "",
    `| ${columns.join(" | ")} |`,
    `|${columns.map(() => "---").join("|")}|`,
    ...changes.map((change, index) => {
      const values = valuesOf(change, 100);
      const cells = [
        `${code(change.subject.label)} ${change.title}`,
        ...(withValues ? [values === undefined ? "" : code(values)] : []),
        ...(withNotes ? [notes[index] ?? ""] : []),
      ];
      return `| ${cells.join(" | ")} |`;
    }),
  ];
}

/** In a table a bar ends the cell, inside code too. */
const code = (text: string): string => `\`${oneLine(text).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
const escaped = (text: string): string => oneLine(text).replaceAll(/[\\`*_{}[\]<>|#]/g, "\\$&");
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, " ");
