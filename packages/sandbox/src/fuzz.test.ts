import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Called, startedWith } from "./testing/started.ts";

const hostile = fc.constantFrom(
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "..",
  "../../etc/passwd",
  "%2e%2e%2f",
  "\u0000",
  "\u202e",
  "\ud800",
  "null",
  "undefined",
  "[object Object]",
  "id",
  "metadata",
  "sharing",
  "-1",
  "1e400",
  "NaN",
  " ",
);
const resource = fc.constantFrom(
  "dataElements",
  "categoryCombos",
  "categories",
  "optionSets",
  "options",
  "users",
  "userRoles",
  "apiTokens",
  "attributes",
  "organisationUnits",
  "metadata",
  "dataStore",
  "userDataStore",
  "sharing",
  "me",
  "system",
  "schemas",
  "maintenance",
  "query",
);
const segment = fc.oneof(hostile, resource, fc.string({ maxLength: 12 }), fc.constant("CcSexAge000"));
const path = fc
  .tuple(resource, fc.array(segment, { maxLength: 4 }))
  .map(([first, rest]) => [first, ...rest].map(safeEncode).join("/"));
const parameter = fc.tuple(
  fc.oneof(
    fc.constantFrom(
      "fields",
      "filter",
      "order",
      "page",
      "pageSize",
      "paging",
      "query",
      "rootJunction",
      "type",
      "id",
    ),
    hostile,
  ),
  fc.oneof(
    hostile,
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      "id,name[",
      "]]][[[,,::!*~",
      "categoryCombo[categoryOptionCombos[categoryCombo[categoryOptionCombos[*]]]]",
      "name:in:[",
      "name:eq",
      "__proto__.name:eq:a",
      "categories.categoryOptions.constructor:!in:[a,b]",
      "name~size~isEmpty~rename(__proto__)",
      "attributeValues.attribute.id:eq:x",
      "name:ilike:%_\\",
      "created:gt:9999999-99-99",
      "__proto__:asc",
    ),
  ),
);
const query = fc.array(parameter, { maxLength: 4 }).map((pairs) => {
  const result = new URLSearchParams();
  for (const [name, value] of pairs) result.append(wellFormed(name), wellFormed(value));
  return result.toString();
});
const key = fc.oneof(
  hostile,
  fc.constantFrom(
    "id",
    "name",
    "shortName",
    "code",
    "categories",
    "categoryOptions",
    "categoryCombo",
    "attributeValues",
    "sharing",
    "translations",
    "userRoles",
    "username",
    "password",
    "options",
    "parent",
    "geometry",
    "dataElements",
    "additions",
    "deletions",
    "identifiableObjects",
    "object",
    "op",
    "path",
    "value",
    "attribute",
  ),
);
const { value: body } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1.5,
      1e21,
      "",
      "DeOne000000",
      "CcSexAge000",
      "add",
      "/name",
      "\u0000",
      "2026-99-99",
    ),
    hostile,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}));
const text = fc.oneof(
  { weight: 6, arbitrary: body.map((value) => JSON.stringify(value).replaceAll("\\u0000", "\\u0000")) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "{",
      "[",
      '{"a":',
      '{"__proto__":{"x":1},"name":"y"}',
      "\ufeff{}",
      "[1,]",
      "'",
      "{}{}",
    ),
  },
);
const request = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
  path,
  query,
  text,
  type: fc.constantFrom(
    "application/json",
    "application/json-patch+json",
    "text/plain",
    "application/xml",
    "multipart/form-data",
  ),
});

describe.each([41, 42, 43])("hostile requests to a sandbox of version %i", (version) => {
  let call: (method: string, path: string, body?: unknown, type?: string) => Promise<Called>;
  let restart: () => void;

  beforeAll(async () => {
    const started = await startedWith({ version, seed: "country" });
    call = started.call;
    restart = () => started.sandbox.reset();
  });

  it("never break it, and never the next request", async () => {
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, query, text, type }) => {
        const hasBody = method !== "GET" && method !== "OPTIONS";
        const answer = await call(method, `/api/${path}?${query}`, hasBody ? text : undefined, type);
        expect(String(answer.body?.message)).not.toMatch(/^The sandbox failed/);
        expect(Object.keys(Object.prototype)).toEqual([]);
        restart();
        expect((await call("GET", "/api/dataElements/DeMalTest00?fields=code")).body).toEqual({
          code: "MAL_TEST",
        });
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["arrays", "[".repeat(200_000)],
    ["closed arrays", "[".repeat(50_000) + "]".repeat(50_000)],
    ["objects", '{"a":'.repeat(100_000)],
  ])("may nest %s as deep as they like", async (_what, text) => {
    const answer = await call("POST", "/api/dataElements", text);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(String(answer.body.message)).not.toMatch(/^The sandbox failed/);
  });

  it("may nest fields as deep as they like", async () => {
    const fields = "categoryCombo[categories[".repeat(2000) + "id" + "]]".repeat(2000);
    const answer = await call("GET", `/api/dataElements?fields=${encodeURIComponent(fields)}`);
    expect(String(answer.body.message)).not.toMatch(/^The sandbox failed/);
  });
});

function wellFormed(value: string): string {
  return value.replace(/[\ud800-\udfff]/g, "?");
}

function safeEncode(value: string): string {
  return encodeURIComponent(wellFormed(value));
}
