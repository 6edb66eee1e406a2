import type { ChangeLevel } from "@dhis2w/model";
import type { Locate } from "./locate.ts";
import { notesOf, type Report, valuesOf } from "./report.ts";
import { summaryOf } from "./text.ts";

const commands: Readonly<Record<ChangeLevel, "error" | "warning" | "notice">> = {
  "breaking-for-readers": "error",
  "breaking-for-writers": "error",
  risky: "warning",
  additive: "notice",
  cosmetic: "notice",
};

/** Workflow commands of GitHub Actions: an annotation a change, at the line where its subject stands. */
export function renderGithub(report: Report, locate: Locate = () => undefined): string {
  const lines = report.changes.map((change) => {
    const values = valuesOf(change, 120);
    const message = [
      `${change.subject.label} ${change.title}${values === undefined ? "" : `: ${values}`}`,
      change.why,
      change.todo,
      ...notesOf(change),
      `accept: ${change.fingerprint}`,
    ].join("\n");
    const place = locate(change);
    const at = place === undefined ? "" : `file=${property(place.file)},line=${place.line},`;
    return `::${commands[change.level]} ${at}title=${property(change.rule)}::${data(message)}`;
  });
  return `${[...lines, `::notice title=dhis2w::${data(summaryOf(report))}`].join("\n")}\n`;
}

const data = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
