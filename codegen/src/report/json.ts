import type { Report } from "./report.ts";

/** Where the schema of the JSON report is published. */
export const reportSchemaUrl = "https://unpkg.com/@dhis2w/codegen/schemas/diff-report.schema.json";

/** For programs; `schemas/diff-report.schema.json` describes it. */
export function renderJson({ diff, changes, accepted, counts }: Report): string {
  const document = {
    $schema: reportSchemaUrl,
    before: diff.before,
    after: diff.after,
    counts,
    changes,
    accepted: accepted.map(({ change, reason }) => ({ ...change, reason })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
