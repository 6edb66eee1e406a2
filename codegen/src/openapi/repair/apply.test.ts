import { describe, expect, test } from "vitest";
import type { OpenApiDocument, PathItem, Schema } from "../document.ts";
import { repairDocument, staleRepairs } from "./apply.ts";
import { type Repair, type RepairNote, subjectsOf } from "./repair.ts";

const note: RepairNote = { id: "it", bug: "BUG-000", reason: "for the test" };

function documentOf(
  schemas: Record<string, Schema>,
  paths: Record<string, PathItem> = {},
  parameters: OpenApiDocument["components"]["parameters"] = {},
): OpenApiDocument {
  return {
    openapi: "3.0.0",
    info: { title: "DHIS2 API", version: "2.42" },
    paths: { "/api/me": {}, ...paths },
    components: { schemas, parameters },
  };
}

/** What a repair makes of these components, and what it says it found. */
function repaired(repair: Repair, given: OpenApiDocument) {
  const before = structuredClone(given);
  const { document, applied } = repairDocument(given, [repair]);
  expect(given, "the document given stays as it is").toEqual(before);
  return { document, found: [...(applied.get("it") ?? [])] };
}

const text: Schema = { type: "string" };

describe("components", () => {
  const cases: [string, Repair, Record<string, Schema>, Record<string, Schema>, string[]][] = [
    [
      "a type that does not exist goes",
      { ...note, kind: "drop-type", type: "any" },
      { A: { type: "object", properties: { v: { type: "any" }, $ref: { type: "any" }, w: text } } },
      { A: { type: "object", properties: { v: {}, $ref: {}, w: text } } },
      ["any"],
    ],
    [
      "a bare object is any JSON, one that says something is not",
      { ...note, kind: "open-bare-objects" },
      { A: { type: "object" }, B: { type: "object", additionalProperties: text } },
      { A: {}, B: { type: "object", additionalProperties: text } },
      ["object"],
    ],
    [
      "a component is replaced where it is",
      { ...note, kind: "replace-schemas", schemas: { A: text, Absent: text } },
      { A: { type: "object" } },
      { A: text },
      ["A"],
    ],
    [
      "a component is added where it is not",
      { ...note, kind: "add-schemas", schemas: { A: { type: "number" }, B: text } },
      { A: text },
      { A: text, B: text },
      ["B"],
    ],
    [
      "a property is replaced, or added",
      { ...note, kind: "replace-properties", properties: { "A.v": text, "A.w": text, "Absent.v": text } },
      { A: { type: "object", properties: { v: { type: "number" } } } },
      { A: { type: "object", properties: { v: text, w: text } } },
      ["A.v", "A.w"],
    ],
    [
      "a property that is right already does not count",
      { ...note, kind: "replace-properties", properties: { "A.v": text } },
      { A: { type: "object", properties: { v: text } } },
      { A: { type: "object", properties: { v: text } } },
      [],
    ],
    [
      "references of a name are a component",
      { ...note, kind: "expand-references", names: ["user"], component: "User" },
      {
        A: {
          type: "object",
          properties: {
            user: { type: "object", properties: { id: text } },
            owner: { type: "object", properties: { id: text } },
          },
        },
        B: { type: "object", properties: { user: { type: "object", properties: { id: text, name: text } } } },
        User: { type: "object", properties: { id: text, name: text } },
      },
      {
        A: {
          type: "object",
          properties: {
            user: { $ref: "#/components/schemas/User" },
            owner: { type: "object", properties: { id: text } },
          },
        },
        B: { type: "object", properties: { user: { type: "object", properties: { id: text, name: text } } } },
        User: { type: "object", properties: { id: text, name: text } },
      },
      ["user"],
    ],
    [
      "without that component they stay references",
      { ...note, kind: "expand-references", names: ["user"], component: "User" },
      { A: { type: "object", properties: { user: { type: "object", properties: { id: text } } } } },
      { A: { type: "object", properties: { user: { type: "object", properties: { id: text } } } } },
      [],
    ],
    [
      "what is sent beside a property is added, but where it is declared",
      { ...note, kind: "add-beside", properties: { createdBy: { user: text }, absent: { never: text } } },
      {
        A: { type: "object", properties: { createdBy: text } },
        B: { type: "object", properties: { createdBy: text, user: {} } },
        C: { type: "object" },
      },
      {
        A: { type: "object", properties: { createdBy: text, user: text } },
        B: { type: "object", properties: { createdBy: text, user: {} } },
        C: { type: "object" },
      },
      ["user"],
    ],
    [
      "null is added to a property that is there",
      { ...note, kind: "allow-null", properties: ["A.v", "A.absent"] },
      { A: { type: "object", properties: { v: text } } },
      { A: { type: "object", properties: { v: { type: "string", nullable: true } } } },
      ["A.v"],
    ],
    [
      "variants get their tag, whatever was declared",
      { ...note, kind: "tag-variants", property: "type", tags: { Basic: "http-basic", Token: "api-token" } },
      {
        Basic: { type: "object", required: ["username"], properties: { username: text } },
        Token: { type: "object", properties: { type: text } },
      },
      {
        Basic: {
          type: "object",
          required: ["username", "type"],
          properties: { username: text, type: { type: "string", enum: ["http-basic"] } },
        },
        Token: {
          type: "object",
          required: ["type"],
          properties: { type: { type: "string", enum: ["api-token"] } },
        },
      },
      ["Basic", "Token"],
    ],
    [
      "variants join a union, or make one",
      { ...note, kind: "add-variants", property: "A.response", variants: ["B", "C", "Absent"] },
      {
        A: { type: "object", properties: { response: { oneOf: [{ $ref: "#/components/schemas/B" }] } } },
        B: text,
        C: text,
      },
      {
        A: {
          type: "object",
          properties: {
            response: { oneOf: [{ $ref: "#/components/schemas/B" }, { $ref: "#/components/schemas/C" }] },
          },
        },
        B: text,
        C: text,
      },
      ["C"],
    ],
    [
      "only what was seen stays required, and the id of references",
      { ...note, kind: "require-only", properties: { Pager: ["page", "never"] } },
      {
        Pager: { type: "object", required: ["page", "total"], properties: { page: text, total: text } },
        Other: {
          type: "object",
          required: ["v"],
          properties: { v: { type: "object", required: ["id"], properties: { id: text } } },
        },
      },
      {
        Pager: { type: "object", required: ["page"], properties: { page: text, total: text } },
        Other: {
          type: "object",
          properties: { v: { type: "object", required: ["id"], properties: { id: text } } },
        },
      },
      ["Pager.page"],
    ],
    [
      "a sibling decides what a property is",
      {
        ...note,
        kind: "discriminate-by-sibling",
        schemas: ["Job"],
        property: "parameters",
        sibling: "jobType",
        variants: { SYNC: "SyncParameters", GONE: "Absent" },
      },
      {
        Job: {
          type: "object",
          required: ["jobType", "name"],
          properties: {
            name: text,
            jobType: { $ref: "#/components/schemas/JobType" },
            parameters: { oneOf: [] },
          },
        },
        JobType: { type: "string", enum: ["SYNC", "GONE", "CLEAN"] },
        SyncParameters: { type: "object" },
      },
      {
        Job: {
          type: "object",
          required: ["name"],
          properties: { name: text },
          oneOf: [
            {
              type: "object",
              required: ["jobType"],
              properties: {
                jobType: { type: "string", enum: ["SYNC"] },
                parameters: { $ref: "#/components/schemas/SyncParameters" },
              },
            },
            {
              type: "object",
              properties: { jobType: { type: "string", enum: ["GONE", "CLEAN"] }, parameters: { enum: [] } },
            },
          ],
        },
        JobType: { type: "string", enum: ["SYNC", "GONE", "CLEAN"] },
        SyncParameters: { type: "object" },
      },
      ["Job", "SYNC"],
    ],
  ];
  test.each(cases)("%s", (_, repair, given, wanted, subjects) => {
    const { document, found } = repaired(repair, documentOf(given));
    expect(document.components.schemas).toEqual(wanted);
    expect(found).toEqual(subjects);
  });
});

describe("parameters", () => {
  const filter = { name: "filter", in: "query", schema: text };

  test("a reference that dangles is redirected, one that does not stays", () => {
    const repair: Repair = {
      ...note,
      kind: "redirect-references",
      pointers: {
        "#/components/parameters/L.filters": "#/components/parameters/L.filter",
        "#/components/parameters/L.filter": "#/components/parameters/L.order",
      },
    };
    const operation = {
      parameters: [
        { $ref: "#/components/parameters/L.filters" },
        { $ref: "#/components/parameters/L.filter" },
      ],
    };
    const { document, found } = repaired(
      repair,
      documentOf({}, { "/api/x": { get: operation } }, { "L.filter": filter }),
    );
    expect(document.paths["/api/x"]?.get?.parameters).toEqual([
      { $ref: "#/components/parameters/L.filter" },
      { $ref: "#/components/parameters/L.filter" },
    ]);
    expect(found).toEqual(["#/components/parameters/L.filters"]);
  });

  test("a closed list is opened, in operations and components; others stay", () => {
    const closed = { type: "array", items: { $ref: "#/components/schemas/Names" } };
    const inQuery = (name: string, schema: Schema) => ({ name, in: "query", schema });
    const { document, found } = repaired(
      { ...note, kind: "open-list-parameters", names: ["fields"] },
      documentOf(
        { Names: { enum: ["id"] } },
        { "/api/x": { get: { parameters: [inQuery("fields", closed), inQuery("types", closed)] } } },
        { "L.fields": inQuery("fields", closed) },
      ),
    );
    const open = { type: "array", items: { type: "string" } };
    expect(document.paths["/api/x"]?.get?.parameters).toEqual([
      inQuery("fields", open),
      inQuery("types", closed),
    ]);
    expect(document.components.parameters).toEqual({ "L.fields": inQuery("fields", open) });
    expect(found).toEqual(["fields"]);
  });

  test("a reference in a query is what it holds; an object that says more stays", () => {
    const inQuery = (schema: Schema) => ({ name: "pe", in: "query", schema });
    const reference: Schema = { type: "object", properties: { id: text } };
    const more: Schema = { type: "object", properties: { id: text, name: text } };
    const { document, found } = repaired(
      { ...note, kind: "parameter-by-property", property: "id" },
      documentOf({}, {}, { a: inQuery(reference), b: inQuery(more), c: inQuery(text) }),
    );
    expect(document.components.parameters).toEqual({ a: inQuery(text), b: inQuery(more), c: inQuery(text) });
    expect(found).toEqual(["id"]);
  });

  test("a component gets the name that the server reads", () => {
    const repair: Repair = {
      ...note,
      kind: "rename-parameters",
      names: { "L.filters": "filter", "L.gone": "x" },
    };
    const { document, found } = repaired(
      repair,
      documentOf({}, {}, { "L.filters": { ...filter, name: "filters" } }),
    );
    expect(document.components.parameters).toEqual({ "L.filters": filter });
    expect(found).toEqual(["L.filters"]);
  });
});

describe("operations", () => {
  const json = (schema: Schema) => ({ content: { "application/json": { schema } } });

  test("an answer moves to the status it has", () => {
    const repair: Repair = {
      ...note,
      kind: "answer-with",
      operations: ".postJsonObject",
      from: "200",
      to: "201",
    };
    const { document, found } = repaired(
      repair,
      documentOf(
        {},
        {
          "/api/x/": {
            post: { operationId: "X.postJsonObject+postXml", responses: { 200: json(text), 409: json({}) } },
          },
          "/api/y/": { post: { operationId: "Y.merge", responses: { 200: json(text) } } },
        },
      ),
    );
    expect(document.paths["/api/x/"]?.post?.responses).toEqual({ 201: json(text), 409: json({}) });
    expect(document.paths["/api/y/"]?.post?.responses).toEqual({ 200: json(text) });
    expect(found).toEqual([".postJsonObject"]);
  });

  test("an operation gets its body, answer, status and parameters, found by the path that callers write", () => {
    const repair: Repair = {
      ...note,
      kind: "correct-operations",
      operations: {
        "post /api/x": {
          body: text,
          answer: { type: "number" },
          status: "202",
          query: { a: text, known: text },
        },
        "get /api/gone": { body: text },
      },
    };
    const parameters = [
      { $ref: "#/components/parameters/L.page" },
      { name: "known", in: "query", required: true, schema: { type: "boolean" } },
      { name: "known", in: "path", required: true, schema: text },
    ];
    const { document, found } = repaired(
      repair,
      documentOf(
        {},
        { "/api/x/": { post: { parameters, responses: { 200: json(text), 409: json({}) } } } },
        { "L.page": { name: "page", in: "query", schema: text } },
      ),
    );
    expect(document.paths["/api/x/"]?.post).toEqual({
      parameters: [
        { $ref: "#/components/parameters/L.page" },
        { name: "known", in: "path", required: true, schema: text },
        { name: "a", in: "query", schema: text },
        { name: "known", in: "query", schema: text },
      ],
      requestBody: json(text),
      responses: { 202: json({ type: "number" }), 409: json({}) },
    });
    expect(found).toEqual(["post /api/x"]);
  });

  test("many operations get parameters, but for those that they declare", () => {
    const flag: Schema = { type: "boolean" };
    const own = { name: "translate", in: "query", schema: text };
    const { document, found } = repaired(
      {
        ...note,
        kind: "accept-query",
        operations: { ".getList": { translate: flag }, ".getAll": { translate: flag }, ".gone": { x: flag } },
      },
      documentOf(
        {},
        {
          "/api/x": { get: { operationId: "X.getList" }, post: { operationId: "X.post" } },
          "/api/y": { get: { operationId: "Y.getAll", parameters: [own] } },
        },
      ),
    );
    expect(document.paths["/api/x"]).toEqual({
      get: { operationId: "X.getList", parameters: [{ name: "translate", in: "query", schema: flag }] },
      post: { operationId: "X.post" },
    });
    expect(document.paths["/api/y"]?.get?.parameters).toEqual([own]);
    expect(found).toEqual([".getList"]);
  });

  test("a file moves from the query into a form; a text of that name stays", () => {
    const file = { name: "file", in: "query", schema: { type: "string", format: "binary" } };
    const domain = { name: "domain", in: "query", schema: text };
    const named = { name: "file", in: "query", schema: text };
    const { document, found } = repaired(
      { ...note, kind: "files-in-body", names: ["file"] },
      documentOf(
        {},
        { "/api/x": { post: { parameters: [domain, file] } }, "/api/y": { post: { parameters: [named] } } },
      ),
    );
    expect(document.paths["/api/x"]?.post).toEqual({
      parameters: [domain],
      requestBody: { required: true, content: { "multipart/form-data": {} } },
    });
    expect(document.paths["/api/y"]?.post).toEqual({ parameters: [named] });
    expect(found).toEqual(["file"]);
  });

  test("an answer may be nothing", () => {
    const { document } = repaired(
      { ...note, kind: "correct-operations", operations: { "get /api/x": { empty: true } } },
      documentOf({}, { "/api/x": { get: { responses: { 200: json(text), 404: json({}) } } } }),
    );
    expect(document.paths["/api/x"]?.get?.responses).toEqual({
      200: json({ oneOf: [text, { $ref: "#/components/schemas/Nothing" }] }),
      404: json({}),
    });
  });

  test("facts that a document states already do not count", () => {
    const repair: Repair = {
      ...note,
      kind: "correct-operations",
      operations: { "post /api/x": { body: text, status: "200" } },
    };
    const given = documentOf(
      {},
      { "/api/x": { post: { requestBody: json(text), responses: { 200: json(text) } } } },
    );
    expect(repaired(repair, given).found).toEqual([]);
  });
});

test("a repair of which nothing is left in any document is stale, each part by itself", () => {
  const repair: Repair = { ...note, kind: "replace-schemas", schemas: { A: {}, B: {} } };
  const results = [documentOf({ A: text }), documentOf({ C: text })].map((one) =>
    repairDocument(one, [repair]),
  );
  expect(subjectsOf(repair)).toEqual(["A", "B"]);
  expect(staleRepairs([repair], results)).toEqual([
    "it (BUG-000) no longer applies to any snapshot: 'B' is not there",
  ]);
});

test("later repairs see what earlier ones made", () => {
  const add: Repair = { ...note, id: "add", kind: "add-schemas", schemas: { A: { type: "any" } } };
  const drop: Repair = { ...note, id: "drop", kind: "drop-type", type: "any" };
  expect(repairDocument(documentOf({}), [add, drop]).document.components.schemas).toEqual({ A: {} });
});
