import { type Exchange, readRecording, recordedGroups } from "@dhis2w/recordings";
import {
  absent,
  type Content,
  componentName,
  type DocumentMethod,
  documentMethods,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from "../../src/openapi/document.ts";
import { isJson } from "../../src/openapi/media-type.ts";
import { resolveParameter } from "../../src/openapi/parameter.ts";
import { routesOf } from "../../src/openapi/routes.ts";

/** A successful recorded call and the operation of the document that it called. */
export interface RecordedCall {
  readonly exchange: Exchange;
  readonly method: DocumentMethod;
  readonly path: string;
  readonly operation: Operation;
}

/** Every recorded call that succeeded and that the main maps know. */
export function recordedCalls(document: OpenApiDocument, version: string): RecordedCall[] {
  const routes = routesOf(document)
    .filter(({ path }) => !path.includes("#"))
    .map((route) => ({ ...route, segments: route.path.split("/") }))
    .sort((one, other) => literalLength(other.path) - literalLength(one.path));
  return exchangesOf(version).flatMap((exchange): RecordedCall[] => {
    const { request, response } = exchange;
    const method = documentMethods.find((one) => one.toUpperCase() === request.method);
    if (!method || response.status < 200 || response.status > 299) return [];
    const segments = request.path.replace(/\/$/, "").split("/");
    const route = routes.find(
      (one) => document.paths[one.key]?.[method] !== undefined && isMatch(one.segments, segments),
    );
    const operation = route && document.paths[route.key]?.[method];
    return route?.shelf === "main" && operation ? [{ exchange, method, path: route.path, operation }] : [];
  });
}

const exchanges = new Map<string, readonly Exchange[]>();

function exchangesOf(version: string): readonly Exchange[] {
  const read =
    exchanges.get(version) ?? recordedGroups(version).flatMap((group) => readRecording(version, group));
  exchanges.set(version, read);
  return read;
}

function literalLength(path: string): number {
  return path.replace(/\{[^}]*\}/g, "").length;
}

/** Whether a path has the segments of a route: each its own, or one that stands for any, `{uid}` or `{uid}.csv`. */
function isMatch(route: readonly string[], path: readonly string[]): boolean {
  return (
    route.length === path.length &&
    route.every((segment, index) => {
      const actual = path[index] ?? "";
      const rest = segment.replace(/^\{[^}]*\}/, "");
      return rest === segment ? actual === segment : actual.length > rest.length && actual.endsWith(rest);
    })
  );
}

/** What a recorded value says against its schema, each once: `WebMessage.errorCode is absent`. */
export function disagreements(document: OpenApiDocument, call: RecordedCall): Set<string> {
  const found = new Set<string>();
  compare(document, call, { problem: (text) => found.add(text) });
  return found;
}

/** For each `Component.property` that the document requires: in how many recorded objects it was there, or not. */
export function requiredEvidence(
  document: OpenApiDocument,
  calls: readonly RecordedCall[],
): Map<string, { present: number; absent: number }> {
  const evidence = new Map<string, { present: number; absent: number }>();
  for (const call of calls)
    compare(document, call, {
      problem: () => undefined,
      required: (subject, present) => {
        const counted = evidence.get(subject) ?? { present: 0, absent: 0 };
        counted[present ? "present" : "absent"]++;
        evidence.set(subject, counted);
      },
    });
  return evidence;
}

/** Whether a document leaves something out, instead of saying something else. */
function isOmission(problem: string): boolean {
  return problem.endsWith(" is not declared");
}

interface Visitor {
  problem(text: string): unknown;
  required?(subject: string, present: boolean): unknown;
}

function compare(document: OpenApiDocument, call: RecordedCall, visitor: Visitor): void {
  compareQuery(document, call.operation, call.exchange.request.query, visitor);
  compareBody(document, call.operation, call.exchange.request.body, visitor);
  compareAnswer(document, call, visitor);
}

function compareQuery(
  document: OpenApiDocument,
  { parameters = [], openQuery }: Operation,
  query: URLSearchParams,
  visitor: Visitor,
): void {
  const declared = new Map(
    parameters.flatMap((one) => {
      const parameter = resolveParameter(document, one);
      return parameter?.in === "query" ? [[parameter.name, parameter] as const] : [];
    }),
  );
  for (const [name, { required }] of declared)
    if (required && !query.has(name)) visitor.problem(`parameter ${name} is required, and was left out`);
  for (const name of new Set(query.keys())) {
    const parameter = declared.get(name);
    if (!parameter && !openQuery) visitor.problem(`parameter ${name} is not declared`);
    const { type } = resolved(document, parameter?.schema ?? {});
    if (type === "object") visitor.problem(`parameter ${name} is a text, not an object`);
    if (parameter && query.getAll(name).length > 1 && type !== "array")
      visitor.problem(`parameter ${name} is a list`);
  }
}

function compareBody(
  document: OpenApiDocument,
  { requestBody }: Operation,
  body: string | undefined,
  visitor: Visitor,
): void {
  const declared = jsonSchema(requestBody?.content);
  // What is sent without a content type is an empty text.
  if (body === undefined || body === "") {
    if (requestBody?.required) visitor.problem("the body is required, and was left out");
    return;
  }
  const sent = parsed(body);
  if (!requestBody) visitor.problem("the body is not declared");
  else if (sent === undefined) {
    if (declared && !takesText(declared)) visitor.problem("the body is a text");
  } else if (declared) check(document, declared, sent, "body", visitor);
}

function compareAnswer(
  document: OpenApiDocument,
  { method, operation, exchange }: RecordedCall,
  visitor: Visitor,
): void {
  const { status, body } = exchange.response;
  const answer = operation.responses?.[String(status)];
  if (!answer) visitor.problem(`status ${status} is not declared`);
  const declared = jsonSchema(answer?.content);
  if (body === "" && status !== 204 && declared && !mayBeEmpty(document, declared))
    visitor.problem("the answer is empty");
  if (!answer || body === "") return;
  const got = parsed(body);
  if (declared && got === undefined && !takesText(declared)) visitor.problem("the answer is a text");
  if (declared && got !== undefined) check(document, declared, got, "answer", visitor);
  if (!answer.content && method !== "get") visitor.problem("the answer is not declared");
}

/** Nothing is said of it, or that there may be none. */
function mayBeEmpty(document: OpenApiDocument, schema: Schema): boolean {
  const { oneOf = [] } = schema;
  const nothing = Object.keys(schema).length === 0 || resolved(document, schema).format === absent.format;
  return nothing || oneOf.some((one) => mayBeEmpty(document, one));
}

/** Any JSON, or a text among others. */
function takesText({ type, oneOf, $ref, properties }: Schema): boolean {
  if (oneOf) return oneOf.some(takesText);
  return type === "string" || (type === undefined && $ref === undefined && properties === undefined);
}

function jsonSchema(content: Content | undefined): Schema | undefined {
  return Object.entries(content ?? {}).find(([type]) => isJson(type))?.[1].schema;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function check(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  where: string,
  visitor: Visitor,
): void {
  if (schema.$ref !== undefined) {
    if (value === null && schema.nullable) return;
    const name = componentName(schema.$ref, "schemas") ?? "";
    const target = document.components.schemas[name];
    if (target) check(document, target, value, name, visitor);
    return;
  }
  if (schema.enum && !schema.enum.includes(value as never))
    visitor.problem(`${where} is ${show(value)}, no member`);
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives && value !== null) {
    const [best] = alternatives
      .map((one) => {
        const problems: string[] = [];
        check(document, one, value, where, { problem: (text) => problems.push(text) });
        return { problems, lies: problems.filter((problem) => !isOmission(problem)) };
      })
      .sort(
        (one, other) => one.lies.length - other.lies.length || one.problems.length - other.problems.length,
      );
    for (const problem of best?.lies ?? []) visitor.problem(`${where} as none of its kinds: ${problem}`);
    // What stands beside the alternatives is declared for all of them.
    const omitted = schema.properties ? [] : (best?.problems.filter(isOmission) ?? []);
    for (const problem of omitted) visitor.problem(problem);
  }
  if (value === null && schema.nullable) return;
  if (schema.allOf) {
    const merged = schema.allOf.map((one) => resolved(document, one));
    const properties = Object.assign({}, ...merged.map((one) => one.properties ?? {}));
    check(document, { type: "object", properties }, value, where, visitor);
    return;
  }
  if (value === null && Object.keys(schema).length > 0) {
    visitor.problem(`${where} is null`);
    return;
  }
  switch (schema.type) {
    case "string":
      if (typeof value !== "string") visitor.problem(`${where} is ${show(value)}, not a text`);
      return;
    case "boolean":
      if (typeof value !== "boolean") visitor.problem(`${where} is ${show(value)}, not a boolean`);
      return;
    case "integer":
    case "number":
      if (typeof value !== "number") visitor.problem(`${where} is ${show(value)}, not a number`);
      return;
    case "array":
      if (!Array.isArray(value)) {
        visitor.problem(`${where} is ${show(value)}, not a list`);
        return;
      }
      for (const item of value) check(document, schema.items ?? {}, item, `${where}[]`, visitor);
      return;
    case "object":
      checkObject(document, schema, value, where, visitor);
  }
}

function checkObject(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  where: string,
  visitor: Visitor,
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    visitor.problem(`${where} is ${show(value)}, not an object`);
    return;
  }
  const { properties = {}, additionalProperties } = schema;
  for (const name of schema.required ?? []) visitor.required?.(`${where}.${name}`, name in value);
  for (const name of schema.required ?? [])
    if (!(name in value)) visitor.problem(`${where}.${name} is absent`);
  for (const [name, inner] of Object.entries(value)) {
    const declared = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (declared) check(document, declared, inner, `${where}.${name}`, visitor);
    else if (typeof additionalProperties === "object")
      check(document, additionalProperties, inner, `${where}.*`, visitor);
    else if (Object.keys(properties).length > 0 && !schema.oneOf)
      visitor.problem(`${where}.${name} is not declared`);
  }
}

function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : JSON.stringify(value);
}

function resolved(document: OpenApiDocument, schema: Schema): Schema {
  const name = schema.$ref && componentName(schema.$ref, "schemas");
  return (name && document.components.schemas[name]) || schema;
}
