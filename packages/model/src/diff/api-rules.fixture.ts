import type { RuleFixture, TinyServer } from "./rules.fixture.ts";

interface TinyCall {
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, unknown>>;
  readonly deprecated?: boolean;
  readonly description?: string;
}

const get = (call: TinyCall = {}, path = "/api/calls"): TinyServer => ({ paths: { [path]: { get: call } } });
const post = (call: TinyCall = {}): TinyServer => ({ paths: { "/api/calls": { post: call } } });
const query = (name: string, said: object = {}): TinyCall => ({
  parameters: [{ in: "query", name, schema: { type: "string" }, ...said }],
});
const text = { schema: { type: "string" } };
const body = (said: object = {}): TinyCall => ({
  requestBody: { content: { "application/json": text }, ...said },
});
const answer = (content: object, status = "200"): TinyCall => ({ responses: { [status]: { content } } });
const members = (...names: string[]): object => ({ schema: { type: "string", enum: names } });
const none: TinyServer = {};

const ref = { schema: { $ref: "#/components/schemas/Shape" } };
const shape = (direction: "sent" | "received", schema: unknown): TinyServer => ({
  ...post(
    direction === "sent"
      ? { requestBody: { content: { "application/json": ref } } }
      : { responses: { 200: { content: { "application/json": ref } } } },
  ),
  components: { Shape: schema },
});
const object = (properties: object, required: string[] = []): object => ({
  type: "object",
  properties,
  required,
});
const a = { a: { type: "string" } };
const ab = { ...a, b: { type: "integer" } };
const values = (...names: string[]): object => ({ type: "string", enum: names });
const errorOf = (name: string): TinyServer => ({
  ...get(answer({ "application/json": { schema: { $ref: `#/components/schemas/${name}` } } }, "409")),
  components: { [name]: object({ message: { type: "string" } }) },
});
const gistPager = (...names: string[]): TinyServer => ({
  ...get(answer({ "application/json": { schema: { $ref: "#/components/schemas/GistPager" } } })),
  components: { GistPager: object(Object.fromEntries(names.map((name) => [name, { type: "integer" }]))) },
});
const loose = (schema: unknown): TinyServer => ({ components: { Shape: schema } });

/** Of the rules about the OpenAPI document. */
export const apiFixtures: readonly RuleFixture[] = [
  {
    rule: "operation-variant-removed",
    fires: [{ paths: { ...get().paths, ...get({}, "/api/calls#asText").paths } }, get()],
    silent: [get({}, "/api/calls#asText"), none],
  },
  { rule: "operation-removed", fires: [get(), none], silent: [post(), none] },
  { rule: "write-operation-removed", fires: [post(), none], silent: [get(), none] },
  { rule: "operation-added", fires: [none, get()] },
  {
    rule: "operation-moved",
    fires: [get({}, "/api/calls/{uid}"), get({}, "/api/calls/{id}")],
    silent: [get({}, "/api/calls/{uid}"), get({}, "/api/other/{uid}")],
  },
  { rule: "operation-deprecated", fires: [get(), get({ deprecated: true })] },
  { rule: "operation-detail-changed", fires: [get(), get({ description: "Call" })], silent: [get(), get()] },

  {
    rule: "parameter-no-longer-described",
    fires: [get(query("dataSet"), "/api/dataValueSets"), get({}, "/api/dataValueSets")],
    silent: [get(query("dataSet")), get()],
  },
  { rule: "parameter-removed", fires: [get(query("a")), get()] },
  {
    rule: "path-parameter-removed",
    fires: [get(query("a", { in: "path" })), get()],
    silent: [get(query("a")), get()],
  },
  {
    rule: "required-parameter-added",
    fires: [get(), get(query("a", { required: true }))],
    silent: [get(), get(query("a"))],
  },
  { rule: "parameter-added", fires: [get(), get(query("a"))] },
  { rule: "parameter-required", fires: [get(query("a")), get(query("a", { required: true }))] },
  { rule: "parameter-optional", fires: [get(query("a", { required: true })), get(query("a"))] },
  {
    rule: "parameter-value-removed",
    fires: [get(query("a", members("X", "Y"))), get(query("a", members("X")))],
  },
  {
    rule: "parameter-value-added",
    fires: [get(query("a", members("X"))), get(query("a", members("X", "Y")))],
  },
  {
    rule: "parameter-type-changed",
    fires: [get(query("a")), get(query("a", { schema: { type: "boolean" } }))],
    silent: [get(query("a")), get(query("a", { schema: { type: "string", maxLength: 11 } }))],
  },
  {
    rule: "parameter-default-changed",
    fires: [get(query("a")), get(query("a", { schema: { type: "string", default: "x" } }))],
    silent: [get(query("a")), get(query("a", { schema: { type: "string", pattern: "x" } }))],
  },
  { rule: "parameter-deprecated", fires: [get(query("a")), get(query("a", { deprecated: true }))] },
  {
    rule: "parameter-detail-changed",
    fires: [get(query("a")), get(query("a", { description: "An a" }))],
    silent: [get(query("a")), get(query("a"))],
  },

  { rule: "body-removed", fires: [post(body()), post()] },
  {
    rule: "required-body-added",
    fires: [post(), post(body({ required: true }))],
    silent: [post(), post(body())],
  },
  { rule: "body-added", fires: [post(), post(body())] },
  { rule: "body-required", fires: [post(body()), post(body({ required: true }))] },
  {
    rule: "body-detail-changed",
    fires: [post(body()), post(body({ description: "What to post" }))],
    silent: [post(body()), post(body())],
  },
  {
    rule: "response-removed",
    fires: [get(answer({}, "201")), get()],
    silent: [get(answer({}, "404")), get()],
  },
  {
    rule: "error-response-removed",
    fires: [get(answer({}, "404")), get()],
    silent: [get(answer({}, "200")), get()],
  },
  { rule: "response-added", fires: [get(), get(answer({}, "201"))] },
  { rule: "error-response-added", fires: [get(), get(answer({}, "404"))], silent: [get(), get(answer({}))] },
  {
    rule: "response-detail-changed",
    fires: [get(answer({})), get({ responses: { 200: { content: {}, description: "Fine" } } })],
    silent: [get(answer({})), get(answer({}))],
  },
  {
    rule: "request-format-removed",
    fires: [
      post(body({ content: { "application/json": text, "text/csv": text } })),
      post(body({ content: { "application/json": text } })),
    ],
  },
  {
    rule: "error-format-removed",
    fires: [
      get(answer({ "application/json": text, "text/csv": text }, "409")),
      get(answer({ "application/json": text }, "409")),
    ],
    silent: [
      get(answer({ "application/json": text, "text/csv": text })),
      get(answer({ "application/json": text })),
    ],
  },
  {
    rule: "error-format-added",
    fires: [
      get(answer({ "application/json": text }, "409")),
      get(answer({ "application/json": text, "text/csv": text }, "409")),
    ],
    silent: [
      get(answer({ "application/json": text })),
      get(answer({ "application/json": text, "text/csv": text })),
    ],
  },
  {
    rule: "error-shape-changed",
    fires: [errorOf("WebMessage"), errorOf("WebResponse")],
    silent: [errorOf("ImportReport"), errorOf("WebResponse")],
  },
  {
    rule: "answer-format-removed",
    fires: [
      get(answer({ "application/json": text, "text/csv": text })),
      get(answer({ "application/json": text })),
    ],
  },
  {
    rule: "format-added",
    fires: [
      get(answer({ "application/json": text })),
      get(answer({ "application/json": text, "text/csv": text })),
    ],
  },
  {
    rule: "request-shape-changed",
    fires: [post(body()), post(body({ content: { "application/json": { schema: { type: "boolean" } } } }))],
    silent: [get(answer({ "text/csv": text })), get(answer({ "text/csv": { schema: { type: "boolean" } } }))],
  },
  {
    rule: "answer-shape-changed",
    fires: [get(answer({ "text/csv": text })), get(answer({ "text/csv": { schema: { type: "boolean" } } }))],
    silent: [
      get(answer({ "text/csv": { schema: { type: "object" } } })),
      get(answer({ "text/csv": { schema: object(a) } })),
    ],
  },
  {
    rule: "format-detail-changed",
    fires: [get(answer({ "text/csv": text })), get(answer({ "text/csv": { ...text, example: "a,b" } }))],
    silent: [get(answer({ "text/csv": text })), get(answer({ "text/csv": text }))],
  },

  { rule: "shape-removed", fires: [shape("sent", object(a)), post()], silent: [loose(object(a)), none] },
  { rule: "shape-added", fires: [post(), shape("sent", object(a))] },
  {
    rule: "shape-no-longer-described",
    fires: [loose(object(a)), none],
    silent: [shape("sent", object(a)), post()],
  },
  {
    rule: "shape-value-removed",
    fires: [shape("sent", values("A", "B")), shape("sent", values("A"))],
    silent: [shape("received", values("A", "B")), shape("received", values("A"))],
  },
  {
    rule: "shape-value-added",
    fires: [shape("received", values("A")), shape("received", values("A", "B"))],
    silent: [shape("sent", values("A")), shape("sent", values("A", "B"))],
  },
  {
    rule: "shape-changed",
    fires: [shape("sent", { type: "string" }), shape("sent", { type: "array", items: { type: "string" } })],
    silent: [shape("sent", { type: "string" }), shape("sent", { type: "string", maxLength: 3 })],
  },
  {
    rule: "shape-detail-changed",
    fires: [shape("sent", object(a)), shape("sent", { ...object(a), description: "An a" })],
    silent: [shape("sent", object(a)), shape("sent", object(a))],
  },
  {
    rule: "shape-property-no-longer-described",
    fires: [gistPager("page", "pageCount"), gistPager("pageCount")],
    silent: [gistPager("pageCount"), gistPager()],
  },
  {
    rule: "shape-property-removed",
    fires: [shape("received", object(ab)), shape("received", object(a))],
    silent: [shape("sent", object(ab)), shape("sent", object(a))],
  },
  {
    rule: "sent-property-removed",
    fires: [shape("sent", object(ab)), shape("sent", object(a))],
    silent: [shape("received", object(ab)), shape("received", object(a))],
  },
  {
    rule: "sent-property-required",
    fires: [shape("sent", object(a)), shape("sent", object(ab, ["b"]))],
    silent: [shape("sent", object(a)), shape("sent", object(ab))],
  },
  { rule: "shape-property-added", fires: [shape("received", object(a)), shape("received", object(ab))] },
  {
    rule: "shape-property-type-changed",
    fires: [shape("sent", object(a)), shape("sent", object({ a: { type: "boolean" } }))],
    silent: [shape("sent", object(a)), shape("sent", object({ a: { type: "string", format: "uid" } }))],
  },
  {
    rule: "shape-property-required",
    fires: [shape("sent", object(a)), shape("sent", object(a, ["a"]))],
    silent: [shape("received", object(a)), shape("received", object(a, ["a"]))],
  },
  { rule: "shape-property-described", fires: [loose(object(a)), loose(object(ab))] },
  { rule: "shape-property-not-described", fires: [loose(object(ab)), loose(object(a))] },
  {
    rule: "shape-property-detail-changed",
    fires: [shape("sent", object(a)), shape("sent", object({ a: { type: "string", description: "An a" } }))],
    silent: [shape("sent", object(a)), shape("sent", object(a))],
  },
  { rule: "document-changed", fires: [{ title: "DHIS2 API" }, { title: "API" }], silent: [none, none] },
];
