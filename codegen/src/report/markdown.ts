import { type Change, changeLevels } from "@dhis2w/model";
import { type ChangeRow, countsByArea, foremostRows, kindNames, reachOf, rowsOf } from "./areas.ts";
import { spreadOf } from "./places.ts";
import { levelTitles, notesOf, type Report, titleOf, valuesOf } from "./report.ts";
import { summaryOf } from "./text.ts";

/** How many rows are told first, and how many of them may be of one rule. */
const first = 12;
const firstOfRule = 4;

/**
 * A page for people: counts, what reaches furthest, then a chapter a level, a section a rule, a row what is said of
 * one owner.
 *
 * @param limit - the longest that it may be, in characters; the end says how much was left out
 */
export function renderMarkdown(report: Report, limit?: number): string {
  const lines = [
    `# ${escaped(titleOf(report.diff))}`,
    "",
    `${summaryOf(report)}.`.replace(/\.\.$/, "."),
    ...counts(report),
    ...foremost(report),
  ];
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
  const page = `${lines.join("\n")}\n`;
  return limit === undefined || page.length <= limit ? page : cut(lines, limit);
}

/** Whole lines up to the limit, and how many rows are missing. */
function cut(lines: readonly string[], limit: number): string {
  const note = (missing: number): string =>
    `\n\n**${missing} more rows were left out: run \`dhis2w diff\` for the whole report.**\n`;
  const room = limit - note(lines.length).length;
  let length = 0;
  let count = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > room) break;
    count += 1;
  }
  const missing = lines.slice(count).filter((line) => /^(?:\| `|- )/.test(line)).length;
  return lines.slice(0, count).join("\n").trimEnd() + note(missing);
}

/** A table of how many changes each part of a program has to do with. */
function counts({ changes }: Report): string[] {
  const { levels, rows } = countsByArea(changes);
  if (rows.length === 0) return [];
  return [
    "",
    `| | ${levels.map((level) => levelTitles[level]).join(" | ")} |`,
    `|---|${levels.map(() => "--:|").join("")}`,
    ...rows.map(({ area, counts: of }) => `| ${area} | ${of.map((count) => count || "–").join(" | ")} |`),
  ];
}

/** What breaks, by how much it reaches. */
function foremost({ changes, diff: { before, after } }: Report): string[] {
  const breaking = rowsOf(changes.filter(({ level }) => level.startsWith("breaking")));
  const upgrade =
    before.id === after.id
      ? []
      : [
          "",
          `Which lines of *your* program meet any of this: \`npx dhis2w impact --from ${before.id} --to ${after.id} --project tsconfig.json\`.`,
        ];
  if (breaking.length <= first) return upgrade;
  return [
    ...upgrade,
    "",
    "## First",
    "",
    ...foremostRows(breaking, first, firstOfRule).map((row) => {
      const { change } = row;
      const reach = reachOf(row) > row.names.length ? `, with ${reachOf(row)} more` : "";
      const notes = change.renamedTo === undefined ? "" : ` It may be called ${code(change.renamedTo)} now.`;
      return `- ${what(row, "each of ", 6)} ${change.title}${change.includes === undefined ? "" : reach}. ${change.todo}${notes}`;
    }),
  ];
}

function section(changes: readonly Change[]): string[] {
  const [one] = changes;
  if (one === undefined) return [];
  const rows = rowsOf(changes);
  const notes = rows.map(({ change }) => notesOf(change).map(escaped).join(" "));
  const withNotes = notes.some((note) => note !== "");
  const withValues = changes.some((change) => valuesOf(change, 1) !== undefined);
  const columns = ["What", ...(withValues ? ["Before → after"] : []), ...(withNotes ? ["Notes"] : [])];
  return [
    `### ${capital(kindNames[one.subject.kind])} ${one.title}: \`${one.rule}\` (${changes.length})`,
    "",
    `${one.why} **${one.todo}**`,
    "",
    `| ${columns.join(" | ")} |`,
    `|${columns.map(() => "---").join("|")}|`,
    ...rows.map((row, index) => {
      const values = valuesOf(row.change, 100);
      const cells = [
        what(row),
        ...(withValues ? [values === undefined ? "" : code(values)] : []),
        ...(withNotes ? [notes[index] ?? ""] : []),
      ];
      return `| ${cells.join(" | ")} |`;
    }),
  ];
}

/** `Thing.size`, or several parts of one owner, as a sentence may need: `Thing`: each of `size`, `weight`. */
function what({ owner, names, change }: ChangeRow, before = "", most = names.length): string {
  const spread = spreadOf(change);
  if (spread === undefined && (owner === undefined || names.length === 1)) return code(change.subject.label);
  const more = names.length > most ? ` and ${names.length - most} more` : "";
  const each = names.length > 1 ? before : "";
  const listed = `${each}${names.slice(0, most).map(code).join(", ")}${more}`;
  if (spread === undefined) return `${code(owner ?? "")}: ${listed}`;
  return `${owner === undefined ? code(spread.part) : listed} in ${spread.count} places`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** In a table a bar ends the cell, inside code too. */
const code = (text: string): string => `\`${oneLine(text).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
const escaped = (text: string): string => oneLine(text).replaceAll(/[\\`*_{}[\]<>|#]/g, "\\$&");
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, " ");
