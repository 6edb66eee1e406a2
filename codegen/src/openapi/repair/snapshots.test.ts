import { beforeAll, describe, expect, test } from "vitest";
import { snapshotDocument, versions } from "../../../test/openapi/snapshots.ts";
import type { OpenApiDocument } from "../document.ts";
import { layOut } from "../layout.ts";
import { routesOf } from "../routes.ts";
import { type Repaired, repairDocument, staleRepairs } from "./apply.ts";
import { repairs } from "./repairs.ts";

const documents = new Map<string, OpenApiDocument>();
const repaired = new Map<string, Repaired>();
beforeAll(() => {
  for (const version of versions) {
    const document = snapshotDocument(version);
    documents.set(version, document);
    repaired.set(version, repairDocument(document, repairs));
  }
});

function documentOf(version: string): OpenApiDocument {
  return documents.get(version) ?? expect.fail(`no snapshot of ${version}`);
}

function repairedOf(version: string): Repaired {
  return repaired.get(version) ?? expect.fail(`no snapshot of ${version}`);
}

test("every part of every repair still applies to a snapshot", () => {
  expect(staleRepairs(repairs, [...repaired.values()])).toEqual([]);
});

test("ids are unique, reasons are given, and name an entry of BUGS.md", () => {
  expect(new Set(repairs.map(({ id }) => id)).size).toBe(repairs.length);
  for (const { id, bug, reason } of repairs) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(bug).toMatch(/^BUG-\d{3}$/);
    expect(reason.length, id).toBeGreaterThan(30);
  }
});

test("without the repair of dangling references, 2.42 stops", () => {
  const others = repairs.filter(({ id }) => id !== "dangling-list-parameters");
  const { document } = repairDocument(documentOf("v42"), others);
  expect(() => layOut(document, "main")).toThrow("refers to nothing");
});

describe.each(versions)("%s", (version) => {
  test("nothing refers to nothing, on either shelf", () => {
    const { document } = repairedOf(version);
    for (const shelf of ["main", "all"] as const)
      expect(Object.keys(layOut(document, shelf).maps).length).toBeGreaterThan(2);
  });

  test("every operation of the document is on a shelf, or left out by the rule", () => {
    const { document } = repairedOf(version);
    const routes = routesOf(document);
    expect(routes.map(({ key }) => key).sort()).toEqual(Object.keys(documentOf(version).paths).sort());
    for (const { path } of routes.filter(({ shelf }) => shelf === "none"))
      expect(path === "/api" || !path.startsWith("/api/") || path.includes("**"), path).toBe(true);
    const main = new Set(routes.filter(({ shelf }) => shelf === "main").map(({ path }) => path));
    for (const path of ["/api/system/info", "/api/me", "/api/tracker", "/api/dataValueSets", "/api/metadata"])
      expect(main.has(path), path).toBe(true);
  });

  test("the two enums of outlier algorithms stay as the server takes them (BUG-013)", () => {
    const { document } = repairedOf(version);
    const algorithms = (path: string): unknown => {
      const key = routesOf(document).find((route) => route.path === path)?.key ?? "";
      const parameter = document.paths[key]?.get?.parameters?.find(
        (one) => "name" in one && one.name === "algorithm",
      );
      const schema = parameter && "schema" in parameter ? parameter.schema : undefined;
      const name = schema?.$ref?.split("/").at(-1);
      return (name ? document.components.schemas[name] : schema)?.enum;
    };
    expect(algorithms("/api/analytics/outlierDetection")).toEqual(["Z_SCORE", "MIN_MAX", "MODIFIED_Z_SCORE"]);
    expect(algorithms("/api/outlierDetection")).toEqual([
      "Z_SCORE",
      "MIN_MAX",
      "MOD_Z_SCORE",
      "INVALID_NUMERIC",
    ]);
  });
});
