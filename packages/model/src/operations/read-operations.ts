import {
  type Cursor,
  entriesOf,
  type JsonObject,
  objectAt,
  openDocument,
  optionalChild,
} from "../snapshot/json-cursor.ts";
import { sortedBy } from "../text-order.ts";
import type { ApiDocument, Operation, Parameter } from "./operation.ts";
import { Parameters } from "./parameters.ts";
import { PartReader } from "./parts.ts";
import { directions } from "./reachable.ts";
import { telling } from "./telling.ts";

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/**
 * Operations and components of an OpenAPI document; throws SnapshotError, with a pointer, where it is malformed.
 *
 * @param parts - the reader of the document that this one is compared with: parts that are the same in both are one
 * object then
 */
export function readOperations(document: unknown, parts: PartReader = new PartReader()): ApiDocument {
  const root = openDocument("openapi.json", document);
  const { paths: _, components: _components, ...raw } = objectAt(root);
  const components = optionalChild(root, "components");
  const parameters = new Parameters(components && optionalChild(components, "parameters"), parts);
  const prefix = serverPath(raw.servers);
  const paths = optionalChild(root, "paths");
  const operations =
    paths === undefined
      ? []
      : entriesOf(paths).flatMap(([path, item]) => operationsAt(prefix + path, item, { parameters, parts }));
  const schemas = components && optionalChild(components, "schemas");
  const named =
    schemas === undefined ? [] : entriesOf(schemas).map(([name, place]) => [name, objectAt(place)] as const);
  const { schemas: _schemas, parameters: _parameters, ...others } = components ? objectAt(components) : {};
  const unused = parameters.unused();
  const { sent, received } = directions(operations, new Map(named));
  return {
    operations: sortedBy(operations, ({ path, method }) => `${path} ${method}`),
    components: sortedBy(
      named.map(([name, schema]) => ({ name, schema, sent: sent.has(name), received: received.has(name) })),
      ({ name }) => name,
    ),
    raw: {
      ...raw,
      ...others,
      ...(Object.keys(unused).length > 0 && { unusedParameters: unused }),
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

/** What reads the parts of one document's operations. */
interface Readers {
  readonly parameters: Parameters;
  readonly parts: PartReader;
}

function operationsAt(path: string, item: Cursor, readers: Readers): Operation[] {
  const common = readers.parameters.at(item);
  const ofPath: Record<string, unknown> = {};
  const calls: [string, Cursor][] = [];
  for (const [key, place] of entriesOf(item)) {
    if (methods.has(key)) calls.push([key, place]);
    else if (key !== "parameters") ofPath[`path ${key}`] = place.value;
  }
  return calls.map(([key, place]) => readOperation({ key, path, common, ofPath }, place, readers));
}

/** What an operation has of its path. */
interface PathItem {
  /** Its method, in lower case. */
  readonly key: string;
  readonly path: string;
  readonly common: readonly Parameter[];
  readonly ofPath: JsonObject;
}

function readOperation(
  { key, path: written, common, ofPath }: PathItem,
  place: Cursor,
  { parameters, parts }: Readers,
): Operation {
  const { parameters: _, requestBody: _body, responses: __, ...raw } = objectAt(place);
  const own = parameters.at(place);
  const isOverridden = (known: Parameter): boolean =>
    own.some((parameter) => parameter.name === known.name && parameter.in === known.in);
  const body = optionalChild(place, "requestBody");
  const responses = optionalChild(place, "responses");
  const [method, path] = [key.toUpperCase(), written.replace(/\/(?=#|$)/, "") || "/"];
  return {
    method,
    path,
    call: `${method} ${path.replace(/#.*$/, "")}`,
    deprecated: raw.deprecated === true,
    parameters: [...common.filter((parameter) => !isOverridden(parameter)), ...own],
    ...(body !== undefined && { body: parts.body(body) }),
    responses:
      responses === undefined
        ? []
        : entriesOf(responses).map(([status, response]) => parts.response(status, response)),
    raw: telling({ ...raw, ...ofPath }),
  };
}
