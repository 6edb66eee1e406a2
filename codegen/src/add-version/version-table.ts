import { parseVersionRows } from "../version-row.ts";

/**
 * `versions.json` with a row more, after all older releases: what the newest release has, the new one has too. A row
 * stays on a line of its own, so that a diff shows one line.
 *
 * @throws Diagnostic with `GENERATE.BAD_VERSIONS`
 */
export function withVersion(text: string, id: string, file: string): string {
  parseVersionRows(text, file);
  const rows = JSON.parse(text) as { readonly id: string }[]; // checked by the line above
  const sorted = [...rows].sort((a, b) => majorOf(a.id) - majorOf(b.id));
  const all = [...rows, { ...(sorted.at(-1) ?? { accessors: [] }), id }];
  all.sort((a, b) => majorOf(a.id) - majorOf(b.id));
  return `[\n${all.map((row) => `  ${onOneLine(row)}`).join(",\n")}\n]\n`;
}

/** The release before a new one, and the new one's major version. */
export const majorOf = (id: string): number => Number(/\d+/.exec(id)?.[0] ?? Number.NaN);

const onOneLine = (row: object): string =>
  JSON.stringify(row, null, 1)
    .replaceAll(/\n\s*/g, " ")
    .replaceAll(/\[ (.*?) \]/g, "[$1]");
