import { Diagnostic } from "./diagnostic.ts";

/** What the generator is told about a release beside its snapshot: one row of `versions.json`. */
export interface VersionRow {
  /** Folder of the snapshot and suffix of the packages: `v42`. */
  readonly id: string;
  /** Hand-written accessors that the client carries, by folder below `packages/accessors`. */
  readonly accessors: readonly string[];
  /** Those that the client hands on by a subpath of their name instead, so that its main entry does not grow. */
  readonly subpaths?: readonly string[];
}

/** Reads the rows of `versions.json`; `file` names it in messages. */
export function parseVersionRows(text: string, file: string): VersionRow[] {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch (cause) {
    throw malformed(file, "is not JSON, or was cut", cause);
  }
  if (!Array.isArray(rows)) throw malformed(file, "is not an array");
  return rows.map((row: unknown, index) => {
    if (!isVersionRow(row))
      throw malformed(file, `/${index} needs an id like 'v42' and an array of accessors`);
    const { id, accessors, subpaths = [] } = row;
    return { id, accessors, subpaths };
  });
}

/** Ids become folder and package names, so only plain ones pass. */
const plainId = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function isVersionRow(row: unknown): row is VersionRow {
  return (
    typeof row === "object" &&
    row !== null &&
    "id" in row &&
    typeof row.id === "string" &&
    plainId.test(row.id) &&
    "accessors" in row &&
    arePlainIds(row.accessors) &&
    (!("subpaths" in row) || arePlainIds(row.subpaths))
  );
}

const arePlainIds = (value: unknown): boolean =>
  Array.isArray(value) && value.every((id) => typeof id === "string" && plainId.test(id));

const malformed = (file: string, problem: string, cause?: unknown): Diagnostic =>
  new Diagnostic(
    {
      code: "GENERATE.BAD_VERSIONS",
      summary: `${file} cannot be used`,
      why: `It ${problem}.`,
      next: 'Write one row a release: [{ "id": "v42", "accessors": [] }].',
    },
    { cause },
  );
