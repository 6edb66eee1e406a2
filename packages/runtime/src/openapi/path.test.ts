import { expect, test } from "vitest";
import { pathWithParameters } from "./path.ts";

test.each([
  ["/api/me", {}, "/api/me"],
  ["/api/dataSets/{uid}", { uid: "BfMAe6Itzgt" }, "/api/dataSets/BfMAe6Itzgt"],
  [
    "/api/dataStore/{namespace}/{key}",
    { namespace: "a b", key: "x/y?z#%" },
    "/api/dataStore/a%20b/x%2Fy%3Fz%23%25",
  ],
  ["/api/{path}/openapi.json", { path: "dataSets" }, "/api/dataSets/openapi.json"],
  ["/api/metadata/version/{limit}", { limit: 0 }, "/api/metadata/version/0"],
  ["/api/dataElements#getObjectListCsv", {}, "/api/dataElements"],
])("%s with %j is %s", (path, parameters, wanted) => {
  expect(pathWithParameters(path, parameters)).toBe(wanted);
});

test.each([
  [{}, "'uid' of /api/dataSets/{uid} must be a path segment, not undefined"],
  [{ uid: undefined }, "'uid' of /api/dataSets/{uid} must be a path segment, not undefined"],
  [{ uid: null }, "'uid' of /api/dataSets/{uid} must be a path segment, not null"],
  [{ uid: "" }, "'uid' of /api/dataSets/{uid} must be a path segment, not ''"],
  [{ uid: "." }, "'uid' of /api/dataSets/{uid} must be a path segment, not '.'"],
  [{ uid: ".." }, "'uid' of /api/dataSets/{uid} must be a path segment, not '..'"],
])("refuses %j", (parameters, message) => {
  expect(() => pathWithParameters("/api/dataSets/{uid}", parameters)).toThrow(new TypeError(message));
});

test("a parameter is its own, not inherited", () => {
  expect(() => pathWithParameters("/api/{toString}")).toThrow(TypeError);
});
