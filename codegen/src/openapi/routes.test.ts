import { expect, test } from "vitest";
import type { OpenApiDocument } from "./document.ts";
import { routesOf } from "./routes.ts";

function routes(...keys: string[]) {
  const document: OpenApiDocument = {
    openapi: "3.0.0",
    info: { title: "", version: "" },
    paths: Object.fromEntries(keys.map((key) => [key, {}])),
    components: { schemas: {} },
  };
  return routesOf(document).map(({ path, shelf }) => `${shelf} ${path}`);
}

test("a path is what callers write: no slash at the end, in code-point order", () => {
  expect(routes("/api/dataSets/", "/api/analytics", "/api/dataSets/{uid}")).toEqual([
    "main /api/analytics",
    "main /api/dataSets",
    "main /api/dataSets/{uid}",
  ]);
});

test("2.41 writes paths relative to /api", () => {
  expect(routes("/", "/dataSets/", "/dataSets/{uid}")).toEqual([
    "none /api",
    "main /api/dataSets",
    "main /api/dataSets/{uid}",
  ]);
});

test.each([
  [
    "gist routes",
    ["/api/x", "/api/x/gist", "/api/x/{uid}/gist"],
    ["all /api/x/gist", "all /api/x/{uid}/gist"],
  ],
  ["gist routes with an extension", ["/api/x", "/api/x/gist.csv"], ["all /api/x/gist.csv"]],
  [
    "extensions of a route",
    ["/api/x", "/api/x.csv", "/api/x.html+css"],
    ["all /api/x.csv", "all /api/x.html+css"],
  ],
  ["an extension after a slash", ["/api/x/", "/api/x/.geojson"], ["all /api/x.geojson"]],
  ["overloads", ["/api/x/", "/api/x/#getCsv"], ["all /api/x#getCsv"]],
])("%s are on the shelf of all", (_, keys, wanted) => {
  expect(routes(...keys).filter((line) => line.startsWith("all"))).toEqual(wanted);
});

test("a route that exists with an extension only is on the main shelf", () => {
  expect(
    routes("/api/publicKeys/{id}/jwks.json", "/api/analytics/rawData.csv", "/api/analytics/rawData.json"),
  ).toEqual([
    "main /api/analytics/rawData.csv",
    "main /api/analytics/rawData.json",
    "main /api/publicKeys/{id}/jwks.json",
  ]);
});

test("what is not under /api, and open-ended paths, are left out", () => {
  expect(routes("/", "/login.html", "/api", "/api/routes/{id}/run/**", "/api/routes/{id}/run")).toEqual([
    "none /",
    "none /api",
    "main /api/routes/{id}/run",
    "none /api/routes/{id}/run/**",
    "none /login.html",
  ]);
});

test("two paths that callers would write alike are refused", () => {
  expect(() => routes("/api/x", "/api/x/")).toThrow(
    "the paths '/api/x' and '/api/x/' of the OpenAPI document are one: /api/x",
  );
});
