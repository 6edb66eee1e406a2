import { readFileSync } from "node:fs";
import { type OpenApiDocument, parseDocument } from "../../src/openapi/document.ts";
import { parseVersionRows } from "../../src/version-row.ts";

const folder = new URL("../../../schemas-snapshots/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), "utf8");

/** Ids of the releases that this repository has snapshots of. */
export const versions: readonly string[] = parseVersionRows(read("versions.json"), "versions.json").map(
  ({ id }) => id,
);

/** The OpenAPI document of a release, as its server sent it. */
export function snapshotDocument(version: string): OpenApiDocument {
  return parseDocument(read(`${version}/openapi.json`), `${version}/openapi.json`);
}
