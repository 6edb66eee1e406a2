import {
  type Cursor,
  child,
  entriesOf,
  fail,
  itemsOf,
  type JsonObject,
  objectAt,
  openDocument,
} from "../snapshot/json-cursor.ts";
import { sortedBy } from "../text-order.ts";
import type { ApiDocument, Body, MediaType, Operation, Parameter, Response } from "./operation.ts";
import { directions } from "./reachable.ts";
import { telling } from "./telling.ts";

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** Operations and components of an OpenAPI document; throws SnapshotError, with a pointer, where it is malformed. */
export function readOperations(document: unknown): ApiDocument {
  const root = openDocument("openapi.json", document);
  const { paths: _, components: parts, ...raw } = objectAt(root);
  const components = optional(root, "components");
  const parameters = components && optional(components, "parameters");
  const shared = new Map(parameters === undefined ? [] : entriesOf(parameters));
  const used = new Set<string>();
  const lookUp = (name: string): Cursor | undefined => {
    used.add(name);
    return shared.get(name);
  };
  const prefix = serverPath(raw.servers);
  const paths = optional(root, "paths");
  const operations =
    paths === undefined
      ? []
      : entriesOf(paths).flatMap(([path, item]) => {
          const common = parametersAt(item, lookUp);
          const extras = entriesOf(item).filter(([key]) => !methods.has(key) && key !== "parameters");
          const ofPath = Object.fromEntries(extras.map(([key, { value }]) => [`path ${key}`, value]));
          return entriesOf(item)
            .filter(([method]) => methods.has(method))
            .map(([method, place]) => readOperation(method, prefix + path, place, ofPath, common, lookUp));
        });
  const schemas = components && optional(components, "schemas");
  const named =
    schemas === undefined ? [] : entriesOf(schemas).map(([name, place]) => [name, objectAt(place)] as const);
  const { schemas: _schemas, parameters: _parameters, ...otherParts } = Object(parts ?? {}) as JsonObject;
  const unused = [...shared].filter(([name]) => !used.has(name)).map(([name, { value }]) => [name, value]);
  const { sent, received } = directions(operations, new Map(named));
  return {
    operations: sortedBy(operations, ({ path, method }) => `${path} ${method}`),
    components: sortedBy(
      named.map(([name, schema]) => ({ name, schema, sent: sent.has(name), received: received.has(name) })),
      ({ name }) => name,
    ),
    raw: {
      ...raw,
      ...otherParts,
      ...(unused.length > 0 && { unusedParameters: Object.fromEntries(unused) }),
    },
  };
}

/** Releases differ in whether `/api` belongs to the server's address or to each path. */
function serverPath(servers: unknown): string {
  const [first] = Array.isArray(servers) ? servers : [];
  const url: unknown = Object(first).url;
  if (typeof url !== "string") return "";
  return url.replace(/^[a-z]+:\/\/[^/]*/, "").replace(/\/+$/, "");
}

function readOperation(
  method: string,
  path: string,
  place: Cursor,
  ofPath: JsonObject,
  common: readonly Parameter[],
  lookUp: LookUp,
): Operation {
  const { parameters: _, requestBody, responses: __, ...raw } = objectAt(place);
  const own = parametersAt(place, lookUp);
  const isOverridden = (known: Parameter): boolean =>
    own.some((parameter) => parameter.name === known.name && parameter.in === known.in);
  const responses = optional(place, "responses");
  return {
    method: method.toUpperCase(),
    path: path.replace(/\/(?=#|$)/, "") || "/",
    deprecated: raw.deprecated === true,
    parameters: [...common.filter((parameter) => !isOverridden(parameter)), ...own],
    ...(requestBody !== undefined && { body: readBody(child(place, "requestBody")) }),
    responses: responses === undefined ? [] : entriesOf(responses).map(readResponse),
    raw: telling({ ...raw, ...ofPath }),
  };
}

const sharedPrefix = "#/components/parameters/";

/** The parameter that several operations share under a name. */
type LookUp = (name: string) => Cursor | undefined;

function parametersAt(place: Cursor, lookUp: LookUp): Parameter[] {
  const list = optional(place, "parameters");
  if (list === undefined) return [];
  return itemsOf(list).map((item) => {
    const { $ref } = objectAt(item);
    if (typeof $ref !== "string") return readParameter(item);
    const referred = $ref.startsWith(sharedPrefix) ? lookUp($ref.slice(sharedPrefix.length)) : undefined;
    return referred === undefined ? danglingParameter($ref, objectAt(item)) : readParameter(referred);
  });
}

/** The servers' documents refer to parameters that they do not describe: only the name is known. */
function danglingParameter(reference: string, raw: JsonObject): Parameter {
  const name = reference.slice(Math.max(reference.lastIndexOf("."), reference.lastIndexOf("/")) + 1);
  return { name, in: "query", required: false, deprecated: false, schema: undefined, raw };
}

function readParameter(place: Cursor): Parameter {
  const raw = objectAt(place);
  const { name, in: where } = raw;
  if (typeof name !== "string" || typeof where !== "string") return fail(place, "lacks 'name' or 'in'");
  return {
    name,
    in: where,
    required: raw.required === true,
    deprecated: raw.deprecated === true,
    schema: raw.schema,
    raw: telling(raw),
  };
}

function readBody(place: Cursor): Body {
  const { content: _, ...raw } = objectAt(place);
  return { required: raw.required === true, content: contentAt(place), raw: telling(raw) };
}

function readResponse([status, place]: [string, Cursor]): Response {
  const { content: _, ...raw } = objectAt(place);
  return { status, content: contentAt(place), raw: telling(raw) };
}

function contentAt(place: Cursor): MediaType[] {
  const content = optional(place, "content");
  if (content === undefined) return [];
  return entriesOf(content).map(([name, media]) => {
    const raw = objectAt(media);
    return { name: name.replace(/;.*$/, ""), schema: raw.schema, raw };
  });
}

function optional(place: Cursor, key: string): Cursor | undefined {
  const found = child(place, key);
  return found.value === undefined ? undefined : found;
}
