import { type Exchange, readRecording, recordedGroups } from "@dhis2w/recordings";
import {
  componentName,
  type DocumentMethod,
  documentMethods,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from "../../src/openapi/document.ts";
import { resolveParameter } from "../../src/openapi/fields-parameter.ts";
import { isJson } from "../../src/openapi/media-type.ts";
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
    .map((route) => ({
      ...route,
      pattern: patternOf(route.path),
      literal: route.path.replace(/\{[^}]*\}/g, ""),
    }))
    .sort((one, other) => other.literal.length - one.literal.length);
  return recordedGroups(version).flatMap((group) =>
    readRecording(version, group).flatMap((exchange): RecordedCall[] => {
      const { request, response } = exchange;
      const method = documentMethods.find((one) => one.toUpperCase() === request.method);
      if (!method || response.status < 200 || response.status > 299) return [];
      const route = routes.find(
        ({ key, pattern }) => document.paths[key]?.[method] && pattern.test(request.path),
      );
      const operation = route && document.paths[route.key]?.[method];
      return route?.shelf === "main" && operation ? [{ exchange, method, path: route.path, operation }] : [];
    }),
  );
}

function patternOf(path: string): RegExp {
  const source = path.replace(/[.+*?^$()[\]\\|]/g, "\\$&").replace(/\{[^}]*\}/g, "[^/]+");
  return new RegExp(`^${source}/?$`);
}

/** What a recorded value says against its schema, each once: `WebMessage.errorCode is absent`. */
export function disagreements(document: OpenApiDocument, { exchange, operation }: RecordedCall): Set<string> {
  const found = new Set<string>();
  const report = (text: string): unknown => found.add(text);
  const { request, response } = exchange;
  const answer = operation.responses?.[String(response.status)];
  if (!answer) report(`status ${response.status} is not declared`);
  const declared = jsonSchema(answer?.content);
  const body = parsed(response.body);
  if (declared && body !== undefined) check(document, declared, body, "answer", report);
  const taken = jsonSchema(operation.requestBody?.content);
  const sent = request.body === undefined ? undefined : parsed(request.body);
  if (sent !== undefined && !taken) report("the body is not declared");
  if (taken && sent !== undefined) check(document, taken, sent, "body", report);
  const query = new Set(
    (operation.parameters ?? []).flatMap((one) => {
      const parameter = resolveParameter(document, one);
      return parameter?.in === "query" ? [parameter.name] : [];
    }),
  );
  for (const name of request.query.keys()) if (!query.has(name)) report(`parameter ${name} is not declared`);
  return found;
}

function jsonSchema(
  content: Operation["requestBody"] extends infer _
    ? Readonly<Record<string, { schema?: Schema }>> | undefined
    : never,
): Schema | undefined {
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
  report: (text: string) => unknown,
): void {
  if (schema.$ref !== undefined) {
    const name = componentName(schema.$ref, "schemas") ?? "";
    const target = document.components.schemas[name];
    if (target) check(document, target, value, name, report);
    return;
  }
  if (schema.enum && !schema.enum.includes(value as never)) report(`${where} is ${show(value)}, no member`);
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) {
    const attempts = alternatives.map((one) => {
      const problems: string[] = [];
      check(document, one, value, where, (text) => problems.push(text));
      return problems;
    });
    if (!attempts.some((problems) => problems.length === 0)) {
      const tag =
        typeof value === "object" && value !== null && "responseType" in value
          ? String(value.responseType)
          : "";
      const best = attempts.sort((one, other) => one.length - other.length)[0] ?? [];
      for (const problem of best) report(`${where} ${tag} as none of its kinds: ${problem}`);
    }
  }
  if (value === null) return void report(`${where} is null`);
  switch (schema.type) {
    case "string":
      if (typeof value !== "string") report(`${where} is ${show(value)}, not a text`);
      return;
    case "boolean":
      if (typeof value !== "boolean") report(`${where} is ${show(value)}, not a boolean`);
      return;
    case "integer":
    case "number":
      if (typeof value !== "number") report(`${where} is ${show(value)}, not a number`);
      return;
    case "array":
      if (!Array.isArray(value)) return void report(`${where} is ${show(value)}, not a list`);
      for (const item of value) check(document, schema.items ?? {}, item, `${where}[]`, report);
      return;
    case "object":
      checkObject(document, schema, value, where, report);
  }
}

function checkObject(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
  where: string,
  report: (text: string) => unknown,
): void {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return void report(`${where} is ${show(value)}, not an object`);
  const { properties = {}, additionalProperties } = schema;
  for (const name of schema.required ?? []) if (!(name in value)) report(`${where}.${name} is absent`);
  for (const [name, inner] of Object.entries(value)) {
    const declared = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (declared) check(document, declared, inner, `${where}.${name}`, report);
    else if (typeof additionalProperties === "object")
      check(document, additionalProperties, inner, `${where}.*`, report);
    else if (Object.keys(properties).length > 0 && !schema.oneOf) report(`${where}.${name} is not declared`);
  }
}

function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : JSON.stringify(value);
}
