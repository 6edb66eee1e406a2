import ts from "typescript";
import { describe, expect, test } from "vitest";
import { declare, typeName } from "./declare.ts";
import { type OpenApiDocument, type Operation, type Schema, schemaRef } from "./document.ts";
import { layOut } from "./layout.ts";

function documentOf(
  paths: Record<string, Partial<Record<"get" | "post", Operation>>>,
  schemas: Record<string, Schema> = {},
  parameters: OpenApiDocument["components"]["parameters"] = {},
): OpenApiDocument {
  return { openapi: "3.0.0", info: { title: "", version: "" }, paths, components: { schemas, parameters } };
}

async function declared(...document: Parameters<typeof documentOf>) {
  const [{ maps, schemas } = expect.fail("nothing was declared")] = await declare([
    layOut(documentOf(...document), "main"),
  ]);
  return { maps: maps.map(({ text }) => text), schemas: schemas.map(({ text }) => text) };
}

const json = (schema: Schema) => ({ content: { "application/json": { schema } } });
const text: Schema = { type: "string" };

describe("an operation", () => {
  const cases: [string, Operation, string][] = [
    ["without anything", { responses: { 200: json({}) } }, "{ answers: { 200: unknown; }; }"],
    ["with an empty answer", { responses: { 204: {} } }, "{ answers: { 204: undefined; }; }"],
    [
      "that answers a text",
      { responses: { 200: { content: { "text/csv": { schema: {} } } } } },
      "{ answers: { 200: string; }; }",
    ],
    [
      "that answers with what the document does not tell: a file",
      { responses: { 200: {}, 204: {} } },
      "{ answers: { 200: unknown; 204: undefined; }; }",
    ],
    [
      "that takes a form with files",
      {
        requestBody: { required: true, content: { "multipart/form-data": { schema: {} } } },
        responses: { 202: json(text) },
      },
      "{ answers: { 202: string; }; init: { body: { append(name: string, value: string): void; }; }; }",
    ],
    [
      "that answers JSON and others",
      {
        responses: {
          200: { content: { "application/xml": {}, "application/json;charset=UTF-8": { schema: text } } },
        },
      },
      "{ answers: { 200: string; }; }",
    ],
    [
      "with errors, which are thrown",
      { responses: { 200: json(text), 302: {}, 404: json({ type: "number" }) } },
      "{ answers: { 200: string; }; }",
    ],
    [
      "with path and query parameters",
      {
        parameters: [
          { name: "uid", in: "path", schema: text },
          { $ref: "#/components/parameters/L.page" },
          { name: "filter", in: "query", schema: { type: "array", items: text } },
          { name: "mode", in: "query", required: true, schema: { type: "string", enum: ["A", "B"] } },
        ],
        responses: { 200: json(text) },
      },
      '{ answers: { 200: string; }; init: { params: { path: { uid: string; }; query: { filter?: string | string[]; mode: "A" | "B"; page?: number; }; }; }; }',
    ],
    [
      "with optional parameters only",
      { parameters: [{ $ref: "#/components/parameters/L.page" }], responses: { 200: json(text) } },
      "{ answers: { 200: string; }; init?: { params?: { query?: { page?: number; }; }; }; }",
    ],
    [
      "with a required body",
      {
        requestBody: { required: true, ...json({ type: "array", items: text }) },
        responses: { 200: json(text) },
      },
      "{ answers: { 200: string; }; init: { body: string[]; }; }",
    ],
    [
      "with an optional body",
      { requestBody: json(text), responses: { 201: json(text) } },
      "{ answers: { 201: string; }; init?: { body?: string; }; }",
    ],
  ];
  test.each(cases)("%s", async (_, operation, wanted) => {
    const { maps } = await declared(
      { "/api/x": { get: operation } },
      {},
      {
        "L.page": { name: "page", in: "query", schema: { type: "integer" } },
      },
    );
    expect(maps).toEqual([`export interface GetPaths {\n  "/api/x": ${wanted};\n}`]);
  });
});

test("an overload is told apart by its media types, which have to be named", async () => {
  const document = documentOf({
    "/api/x": { get: { responses: { 200: json(text) } } },
    "/api/x#csv": {
      get: { responses: { 200: { content: { "text/csv": {}, "application/csv": {} } } } },
      post: { requestBody: { content: { "text/plain": {} } }, responses: { 200: json({}) } },
    },
  });
  const [{ maps } = expect.fail("nothing was declared")] = await declare([layOut(document, "all")]);
  expect(maps.map(({ text: map }) => map)).toEqual([
    'export interface GetPaths {\n  "/api/x#csv": { answers: { 200: string; }; init: { headers: { Accept: "application/csv" | "text/csv"; }; }; };\n}',
    'export interface PostPaths {\n  "/api/x#csv": { answers: { 200: unknown; }; init: { body?: string; headers: { "Content-Type": "text/plain"; }; }; };\n}',
  ]);
});

test("components: interfaces by name, only those that an operation reaches, references by name", async () => {
  const { maps, schemas } = await declared(
    { "/api/x": { get: { responses: { 200: json(schemaRef("B")) } } } },
    {
      A: {
        type: "object",
        required: ["b"],
        properties: { b: schemaRef("B"), c: { ...schemaRef("C"), nullable: true } },
      },
      B: { type: "object", properties: { list: { type: "array", items: schemaRef("A") }, any: {} } },
      C: { type: "string", enum: ["ON", "OFF"] },
      Unused: text,
    },
  );
  expect(maps).toEqual(['export interface GetPaths {\n  "/api/x": { answers: { 200: B; }; };\n}']);
  expect(schemas).toEqual([
    "export interface A {\n  b: B;\n  c?: C | null;\n}",
    "export interface B {\n  any?: unknown;\n  list?: A[];\n}",
    'export type C = "ON" | "OFF";',
  ]);
});

test("a reference to nothing stops with its name", async () => {
  const operation = { responses: { 200: json(schemaRef("Gone")) } };
  expect(() => layOut(documentOf({ "/api/x": { get: operation } }), "main")).toThrow(
    "the reference '#/components/schemas/Gone' of the OpenAPI document leads nowhere",
  );
  const parameters = [{ $ref: "#/components/parameters/Gone" }];
  expect(() =>
    layOut(documentOf({ "/api/x": { get: { operationId: "X.get", parameters } } }), "main"),
  ).toThrow("a parameter of X.get refers to nothing");
});

test.each([
  ["DataElement", "DataElement"],
  ["Record", "$Record"],
  ["GetPaths", "$GetPaths"],
  ["string", "$string"],
])("the component %s is the type %s", (component, wanted) => {
  expect(typeName(component)).toBe(wanted);
});

describe("hostile documents", () => {
  const evil = [
    'a"; process.exit(1); "',
    ["a`$", "{process.exit(1)}`"].join(""),
    "a */ process.exit(1) /*",
    "a\n}\nexport const pwned = 1;\n",
    "a\u2028export const pwned = 1;",
    "a\\",
    "__proto__",
    "constructor",
  ];

  test.each(evil)("%j as path, name, property, member and description does nothing", async (name) => {
    const operation: Operation = {
      parameters: [
        { name, in: "query", schema: { ...text, description: name } },
        { name: "uid", in: "path", schema: schemaRef(name) },
      ],
      requestBody: json({ type: "object", description: name, properties: { [name]: schemaRef(name) } }),
      responses: { 200: json(schemaRef(name)) },
    };
    const schemas = Object.fromEntries([[name, { type: "string", description: name, enum: [name] }]]);
    const { maps, schemas: types } = await declared({ [`/api/${name}/{uid}`]: { get: operation } }, schemas);
    const source = [...types, ...maps].join("\n");
    const file = ts.createSourceFile("x.ts", source, ts.ScriptTarget.ESNext, true);
    const { parseDiagnostics } = file as unknown as { parseDiagnostics: unknown[] };
    expect(parseDiagnostics).toEqual([]);
    expect(file.statements.map(({ kind }) => ts.SyntaxKind[kind]).sort()).toEqual([
      "InterfaceDeclaration",
      "TypeAliasDeclaration",
    ]);
    const [type] = file.statements.filter(ts.isTypeAliasDeclaration);
    expect(
      type &&
        ts.isLiteralTypeNode(type.type) &&
        ts.isStringLiteral(type.type.literal) &&
        type.type.literal.text,
    ).toBe(name);
    const [map] = file.statements.filter(ts.isInterfaceDeclaration);
    expect(
      map?.members.map((member) => member.name && ts.isStringLiteral(member.name) && member.name.text),
    ).toEqual([`/api/${name}/{uid}`]);
  });
});

test("the order of a document does not matter", async () => {
  const operation = (...names: string[]): Operation => ({
    parameters: names.map((name) => ({ name, in: "query", schema: text })),
    responses: { 200: json(schemaRef("A")) },
  });
  const one = await declared(
    { "/api/x": { get: operation("a", "b") }, "/api/y": { get: operation("a") } },
    { A: { type: "object", properties: { v: text, w: schemaRef("B") } }, B: text },
  );
  const other = await declared(
    { "/api/y": { get: operation("a") }, "/api/x": { get: operation("b", "a") } },
    { B: text, A: { type: "object", properties: { w: schemaRef("B"), v: text } } },
  );
  expect(other).toEqual(one);
});
