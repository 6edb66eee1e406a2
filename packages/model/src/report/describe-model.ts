import type { ModelReport, ServerModel } from "../server-model.ts";
import { sortedBy } from "../text-order.ts";

/** What a model holds and what reading it had to settle, as text for a terminal; ends with a newline. */
export function describeModel(model: ServerModel): string {
  const { source, report } = model;
  const from = (origin: string) => report.complex.filter((row) => row.from === origin);
  const lines = [
    `DHIS2 ${source.release} (${source.revision}), ${source.id}`,
    "",
    `schemas     ${report.schemas}`,
    `properties  ${report.properties}`,
    `enums       ${report.enums}`,
    `models      ${model.models.length}, ${model.models.length - report.schemas} of them without a schema`,
    `resources   ${model.resources.length}, ${model.resources.filter((row) => row.attributable).length} with attribute values`,
    `quirks      ${model.quirks.length}`,
    "",
    `Classes without a schema: ${report.complex.length}`,
    `  from OpenAPI     ${from("openapi").length}`,
    `  by a correction  ${from("correction").length}`,
    ...from("correction").map(({ klass, reason }) => `    ${klass}: ${reason}`),
    `  left unknown     ${from("unknown").length}`,
    ...from("unknown").map(({ klass, reason }) => `    ${klass}: ${reason}`),
    "",
    `Classes that both documents describe: ${report.sharedClasses}; names that only one has: ${report.disagreements.length}`,
    ...disagreementLines(report),
    "",
    `Corrections applied: ${report.corrections.length}`,
    ...report.corrections.map(({ id, subject }) => `  ${id}  ${subject}`),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

function disagreementLines({ disagreements }: ModelReport): string[] {
  const reasons = new Map<string, string[]>();
  for (const { klass, name, side, reason, correction } of disagreements) {
    const title = `${correction === undefined ? "" : `${correction}: `}${reason} (only in ${side})`;
    const simple = klass.slice(klass.lastIndexOf(".") + 1);
    reasons.set(title, [...(reasons.get(title) ?? []), `${name} of ${simple}`]);
  }
  return sortedBy(reasons, ([title]) => title).flatMap(([title, names]) => [
    `  ${title}: ${names.length}`,
    ...grouped(names).map((line) => `    ${line}`),
  ]);
}

/** `user of 90 classes` rather than 90 lines. */
function grouped(rows: readonly string[]): string[] {
  const classes = new Map<string, string[]>();
  for (const row of rows) {
    const [name = "", klass = ""] = row.split(" of ");
    classes.set(name, [...(classes.get(name) ?? []), klass]);
  }
  return sortedBy(classes, ([name]) => name).map(([name, owners]) =>
    owners.length > 5 ? `${name}: ${owners.length} classes` : `${name}: ${owners.join(", ")}`,
  );
}

/** A snapshot's texts may hold control characters; a terminal must not see them. */
const printable = (line: string): string =>
  line.replace(/\p{Cc}/gu, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`);
