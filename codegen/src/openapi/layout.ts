import {
  absent,
  type Content,
  componentName,
  type DocumentMethod,
  documentMethods,
  form,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from "./document.ts";
import { formMediaType, isJson } from "./media-type.ts";
import { resolveParameter } from "./parameter.ts";
import { rewriteSchema } from "./rewrite.ts";
import { type Route, routesOf, type Shelf } from "./routes.ts";

/** What is to be declared, all of it as schemas: one map of paths a method, and the components they need. */
export interface Layout {
  /** Method → schema of an object with a property a path. */
  readonly maps: { readonly [Method in DocumentMethod]?: Schema };
  /** Components that the maps reach, by name, code-point order. */
  readonly schemas: Readonly<Record<string, Schema>>;
}

const text: Schema = { type: "string" };

/**
 * Turns the operations of one shelf into maps that a call looks into directly, instead of searching all paths.
 * An entry has `init`, what a call takes, in openapi-fetch's words, and `answers`, the bodies by status.
 * Statuses from 300 on are left out: the client throws its errors for them.
 */
export function layOut(document: OpenApiDocument, shelf: Shelf): Layout {
  const maps: { [Method in DocumentMethod]?: Schema } = {};
  const routes = routesOf(document).filter((route) => route.shelf === shelf);
  for (const method of documentMethods) {
    const entries = routes.flatMap((route) => {
      const operation = operationOf(document, route, method);
      return operation ? [[route.path, entrySchema(document, operation, method, route.path)] as const] : [];
    });
    if (entries.length > 0) maps[method] = objectOf(entries);
  }
  return { maps, schemas: reachedSchemas(document, Object.values(maps)) };
}

function operationOf(document: OpenApiDocument, route: Route, method: DocumentMethod): Operation | undefined {
  return document.paths[route.key]?.[method];
}

function entrySchema(
  document: OpenApiDocument,
  operation: Operation,
  method: DocumentMethod,
  path: string,
): Schema {
  const params = paramsSchema(document, operation);
  const body = contentSchema(operation.requestBody?.content);
  const headers = path.includes("#") ? headersSchema(operation) : undefined;
  const required = [
    ...(params?.required?.length ? ["params"] : []),
    ...(body && operation.requestBody?.required ? ["body"] : []),
    ...(headers ? ["headers"] : []),
  ];
  const properties = { ...(params && { params }), ...(body && { body }), ...(headers && { headers }) };
  const init = Object.keys(properties).length > 0 && { init: { type: "object", properties, required } };
  return {
    type: "object",
    properties: { ...init, answers: answersSchema(operation, method) },
    required: [...(required.length > 0 ? ["init"] : []), "answers"],
  };
}

/** An overload without JSON is told from its namesakes by the media types, which the caller then has to name. */
function headersSchema({ requestBody, responses = {} }: Operation): Schema | undefined {
  const taken = Object.keys(requestBody?.content ?? {});
  const given = goodAnswers(responses).flatMap(([, { content }]) => Object.keys(content ?? {}));
  const headers = Object.entries({ Accept: given, "Content-Type": taken })
    .filter(([, types]) => types.length > 0 && !types.some(isJson))
    .map(([name, types]) => [name, { type: "string", enum: [...new Set(types)].sort() }] as const);
  return headers.length > 0 ? objectOf(headers) : undefined;
}

/** `{ path: {…}, query?: {…} }`, or nothing for an operation without parameters. */
function paramsSchema(document: OpenApiDocument, operation: Operation): Schema | undefined {
  const groups = new Map<string, Map<string, { schema: Schema; required: boolean }>>();
  for (const one of operation.parameters ?? []) {
    const parameter = resolveParameter(document, one);
    if (!parameter)
      throw new Error(`a parameter of ${operation.operationId ?? "an operation"} refers to nothing`);
    const group = groups.get(parameter.in) ?? new Map();
    const schema = parameter.schema ?? {};
    group.set(parameter.name, {
      schema: parameter.in === "query" ? oneOrMany(schema) : schema,
      required: parameter.in === "path" || parameter.required === true,
    });
    groups.set(parameter.in, group);
  }
  if (groups.size === 0) return undefined;
  const properties: [string, Schema][] = [];
  const required: string[] = [];
  for (const name of ["path", "query", "header"]) {
    const group = groups.get(name);
    if (!group) continue;
    const requiredNames = [...group].filter(([, { required }]) => required).map(([key]) => key);
    const sorted = [...group].sort(([one], [other]) => (one < other ? -1 : 1));
    properties.push([
      name,
      {
        type: "object",
        properties: Object.fromEntries(sorted.map(([key, { schema }]) => [key, schema])),
        required: requiredNames,
        ...(name === "query" && operation.openQuery && { additionalProperties: {} }),
      },
    ]);
    if (requiredNames.length > 0) required.push(name);
  }
  return { type: "object", properties: Object.fromEntries(properties), required };
}

/** A list in a query is written once a member, so a single value needs no list around it. */
function oneOrMany(schema: Schema): Schema {
  return schema.type === "array" && schema.items ? { oneOf: [schema.items, schema] } : schema;
}

/** Who reads gets something, be it declared or not: a file, or JSON of another handler. */
function answersSchema({ responses = {} }: Operation, method: DocumentMethod): Schema {
  const undeclared = method === "get" ? {} : absent;
  return objectOf(
    goodAnswers(responses).map(([status, { content }]) => {
      const answer = status === "204" ? absent : (contentSchema(content) ?? undeclared);
      return [status, answer] as const;
    }),
  );
}

function goodAnswers(responses: NonNullable<Operation["responses"]>) {
  return Object.entries(responses).filter(([status]) => status.startsWith("2"));
}

/** The JSON of a message where it has one, since that is what the client asks for; a form, or its text, otherwise. */
function contentSchema(content: Content | undefined): Schema | undefined {
  const media = Object.entries(content ?? {});
  if (media.length === 0) return undefined;
  const json = media.filter(([type]) => isJson(type)).map(([, { schema }]) => schema ?? {});
  const distinct = [...new Map(json.map((schema) => [JSON.stringify(schema), schema])).values()];
  const [only] = distinct;
  if (only === undefined) return media.some(([type]) => type === formMediaType) ? form : text;
  return distinct.length === 1 ? only : { oneOf: distinct };
}

function objectOf(entries: readonly (readonly [string, Schema])[]): Schema {
  return { type: "object", properties: Object.fromEntries(entries), required: entries.map(([key]) => key) };
}

function reachedSchemas(document: OpenApiDocument, roots: readonly Schema[]): Record<string, Schema> {
  const reached = new Map<string, Schema>();
  const collect = (schema: Schema): void => {
    rewriteSchema(schema, {
      ref: (ref) => {
        const name = componentName(ref, "schemas");
        const target = name === undefined ? undefined : document.components.schemas[name];
        if (name === undefined || !target)
          throw new Error(`the reference '${ref}' of the OpenAPI document leads nowhere`);
        if (!reached.has(name)) {
          reached.set(name, target);
          collect(target);
        }
        return ref;
      },
    });
  };
  for (const root of roots) collect(root);
  return Object.fromEntries([...reached].sort(([one], [other]) => (one < other ? -1 : 1)));
}
