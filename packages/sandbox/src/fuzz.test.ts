import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { versions } from "./index.ts";
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
  "visualizations",
  "dashboards",
  "interpretations",
);
const segment = fc.oneof(
  hostile,
  resource,
  fc.string({ maxLength: 12 }),
  fc.constantFrom("CcSexAge000", "gist", "split", "geometry", "q"),
);
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
      "auto",
      "headless",
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

const valid = [
  { name: "A", shortName: "A", domainType: "AGGREGATE", valueType: "NUMBER", aggregationType: "SUM" },
  { id: "CcFuzz00000", name: "F", dataDimensionType: "DISAGGREGATION", categories: [{ id: "CaSex000000" }] },
  { name: "Set", valueType: "TEXT", options: [{ id: "OnMale00000" }] },
  {
    username: "fuzz",
    password: "District1!",
    firstName: "F",
    surname: "Z",
    userRoles: [{ id: "UrDataCle00" }],
  },
  {
    name: "Att",
    shortName: "Att",
    valueType: "GEOJSON",
    dataElementAttribute: true,
    unique: true,
    mandatory: true,
  },
  {
    name: "Ds",
    shortName: "Ds",
    periodType: "Monthly",
    dataSetElements: [{ dataElement: { id: "DeMalTest00" } }],
  },
  {},
] as const;
const operation = fc.record(
  {
    op: fc.oneof(
      fc.constantFrom("add", "replace", "remove", "copy", "move", "test", "remove-by-id"),
      hostile,
    ),
    path: fc.oneof(
      fc
        .array(fc.oneof(key, fc.constantFrom("0", "-", "-1", "9999999")), { maxLength: 3 })
        .map((parts) => `/${parts.join("/")}`),
      hostile,
    ),
    value: body,
    from: fc.oneof(
      key.map((name) => `/${name}`),
      hostile,
    ),
    id: fc.oneof(hostile, fc.constant("CoMale00000")),
  },
  { requiredKeys: [] },
);
const write = fc.oneof(
  fc.record({
    method: fc.constant("POST"),
    path: fc.constantFrom(
      "dataElements",
      "categoryCombos",
      "optionSets",
      "users",
      "attributes",
      "dataSets",
      "apiToken",
      "programs",
    ),
    value: fc.tuple(fc.constantFrom(...valid), fc.array(fc.tuple(key, body), { maxLength: 3 })).map(changed),
  }),
  fc.record({
    method: fc.constant("PUT"),
    path: fc.constantFrom(
      "dataElements/DeMalTest00",
      "categoryCombos/CcSexAge000",
      "users/UsClerk0000",
      "dataSets/DsMalaria00",
    ),
    value: fc.tuple(fc.constantFrom(...valid), fc.array(fc.tuple(key, body), { maxLength: 3 })).map(changed),
  }),
  fc.record({
    method: fc.constant("PATCH"),
    path: fc.constantFrom(
      "dataElements/DeMalTest00",
      "categoryCombos/CcSexAge000",
      "users/UsClerk0000",
      "categoryOptionCombos/OcSexAge001",
    ),
    value: fc.array(operation, { maxLength: 3 }),
  }),
  fc.record({
    method: fc.constant("POST"),
    path: fc.constant("metadata"),
    value: fc
      .tuple(
        fc.constantFrom(
          "dataElements",
          "categoryCombos",
          "options",
          "users",
          "categoryOptionCombos",
          "organisationUnits",
        ),
        fc.array(
          fc.tuple(fc.constantFrom(...valid), fc.array(fc.tuple(key, body), { maxLength: 3 })).map(changed),
          { maxLength: 3 },
        ),
      )
      .map(([name, items]) => ({ [name]: items })),
  }),
  fc.record({
    method: fc.constantFrom("POST", "PUT", "DELETE"),
    path: fc.constantFrom(
      "dataElementGroups/DgMalaria00/dataElements",
      "categoryCombos/CcSexAge000/categories",
      "sharing?type=dataElement&id=DeMalTest00",
      "dataStore/a/b",
      "dataElements/DeMalTest00/translations",
      "categoryOptions/merge",
      "schemas/dataElement",
      "metadata?importStrategy=DELETE",
    ),
    value: body,
  }),
);

function changed([values, changes]: readonly [object, readonly (readonly [string, unknown])[]]): object {
  return { ...values, ...Object.fromEntries(changes) };
}

describe.each(versions)("hostile requests to a sandbox of version %i", (version) => {
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

  it("never break it by what they write", async () => {
    await fc.assert(
      fc.asyncProperty(write, async ({ method, path, value }) => {
        const type = method === "PATCH" ? "application/json-patch+json" : "application/json";
        const answer = await call(method, `/api/${path}`, JSON.stringify(value), type);
        expect(String(answer.body?.message)).not.toMatch(/^The sandbox failed/);
        const all = await call("GET", "/api/metadata");
        expect(String(all.body.message)).not.toMatch(/^The sandbox failed/);
        restart();
      }),
      { numRuns: 150 },
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
    const fields = `${"categoryCombo[categories[".repeat(2000)}id${"]]".repeat(2000)}`;
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
