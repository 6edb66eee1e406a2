import type { ChangeLevel } from "@dhis2w/model";
import { notesOf, type Report, valuesOf } from "./report.ts";
import { summaryOf } from "./text.ts";

const commands: Readonly<Record<ChangeLevel, "error" | "warning" | "notice">> = {
  "breaking-for-readers": "error",
  "breaking-for-writers": "error",
  risky: "warning",
  additive: "notice",
  cosmetic: "notice",
};

/** Workflow commands of GitHub Actions: an annotation a change. */
export function renderGithub(report: Report): string {
  const file = `schemas-snapshots/${report.diff.after.id}/schemas.json`;
  const lines = report.changes.map((change) => {
    const values = valuesOf(change, 120);
    const message = [
      `${change.subject.label} ${change.title}${values === undefined ? "" : `: ${values}`}`,
      change.why,
      change.todo,
      ...notesOf(change),
      `accept: ${change.fingerprint}`,
    ].join("\n");
    return `::${commands[change.level]} file=${property(file)},title=${property(change.rule)}::${data(message)}`;
  });
  return `${[...lines, `::notice title=dhis2w::${data(summaryOf(report))}`].join("\n")}\n`;
}

const data = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
