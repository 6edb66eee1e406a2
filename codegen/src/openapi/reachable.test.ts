import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { snapshotDocument, versions } from "../../test/openapi/snapshots.ts";
import { documentMethods } from "./document.ts";
import { routesOf } from "./routes.ts";

/** `get /api/dataElements/{uid}` for each entry of the generated maps of a shelf. */
function declaredOperations(version: string, file: string): readonly string[] {
  const folder = new URL(`../../../packages/core-${version}/src/generated/openapi/`, import.meta.url);
  const text = readFileSync(new URL(file, folder), "utf8");
  return [...text.matchAll(/^export interface (\w+)Paths [^{]*\{\n(.*?)^\}/gms)].flatMap(
    ([, method = "", body = ""]) =>
      [...body.matchAll(/^ {2}"([^"]+)":/gm)].map(([, path]) => `${method.toLowerCase()} ${path}`),
  );
}

describe.each(versions)("the generated maps of %s", (version) => {
  const document = snapshotDocument(version);
  const operations = routesOf(document).flatMap(({ path, key }) =>
    documentMethods
      .filter((method) => document.paths[key]?.[method] !== undefined)
      .map((method) => `${method} ${path}`),
  );
  const main = declaredOperations(version, "operations.ts");
  const all = declaredOperations(version, "all-operations.ts");

  test("have every path and method of the document, but for what is not under /api, and open-ended paths", () => {
    const declared = new Set([...main, ...all]);
    const missing = operations.filter((operation) => !declared.has(operation));
    expect(missing.filter((operation) => !/^\w+ (?:\/api$|(?!\/api\/)|.*\*\*)/.test(operation))).toEqual([]);
    expect(missing.length).toBeLessThan(20);
  });

  test("have each once, thousands together, and nothing that the document lacks", () => {
    const known = new Set(operations);
    expect([...main, ...all].filter((operation) => !known.has(operation))).toEqual([]);
    expect(new Set([...main, ...all]).size).toBe(main.length + all.length);
    expect(main.length).toBeGreaterThan(1500);
  });
});
