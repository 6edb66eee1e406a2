import type { ServerModel } from "@dhis2w/model";
import type { Exchange } from "@dhis2w/recordings";
import type { Side } from "./release.ts";

/** A metadata object as it was recorded. */
export interface RecordedObject {
  readonly resource: string;
  readonly side: Side;
  readonly value: Readonly<Record<string, unknown>>;
  /** What a read asked for; `undefined` where it was the whole object. */
  readonly fields: string | undefined;
  /** Group and step. */
  readonly where: string;
}

type JsonObject = Readonly<Record<string, unknown>>;

const uid = "[A-Za-z][A-Za-z0-9]{10}";

/** Every metadata object that a server sent in this exchange, or took to make one. */
export function recordedObjects(
  server: ServerModel,
  group: string,
  exchange: Exchange,
): readonly RecordedObject[] {
  const { request, response, step } = exchange;
  if (response.status < 200 || response.status > 299) return [];
  const names = new Map(server.resources.map(({ name, path }) => [path, name]));
  const found = { names, where: `${group}/${step}` };
  const path = request.path.replace(/^\/api\//, "").replace(/\.json$/, "");
  if (request.method === "GET") return readObjects(path, exchange, found);
  return request.method === "POST" ? createdObjects(path, exchange, found) : [];
}

interface Finding {
  /** Resource by path. */
  readonly names: ReadonlyMap<string, string>;
  readonly where: string;
}

function readObjects(
  path: string,
  { request, response }: Exchange,
  { names, where }: Finding,
): RecordedObject[] {
  const body = parsed(response.body);
  if (body === undefined) return [];
  const asked = request.query.getAll("fields").join(",");
  // `defaults=EXCLUDE` leaves out references to the default category model.
  const isWhole = ["", "*", ":all"].includes(asked) && request.query.get("defaults") !== "EXCLUDE";
  const listed = isWhole && asked !== "" ? undefined : asked;
  const all = (resource: string, values: unknown, fields: string | undefined): RecordedObject[] =>
    objectsIn(values).map((value) => ({ resource, side: "read", value, fields, where }));

  const [, owner = "", inside = ""] = new RegExp(`^(\\w+)/${uid}(?:/(\\w+))?$`).exec(path) ?? [];
  const single = names.get(owner);
  if (single !== undefined && inside === "") {
    const fields = isWhole ? undefined : asked;
    // Parents and children of a unit come as a list; some answer 200 with a message where there is no such object.
    if (Array.isArray(body[single])) return all(single, body[single], fields ?? "");
    return fields === undefined && !("id" in body) ? [] : all(single, [body], fields);
  }
  const resourceOfList = names.get(path);
  if (resourceOfList !== undefined) return all(resourceOfList, body[resourceOfList], listed);
  // Exports leave out what their objects do not own; collections of one object are lists like others.
  const exported = path === "metadata" || inside === "metadata";
  if (!exported && single === undefined) return [];
  return [...names.values()].flatMap((resource) => all(resource, body[resource], listed));
}

function createdObjects(
  path: string,
  { request, response }: Exchange,
  { names, where }: Finding,
): RecordedObject[] {
  const sent = parsed(request.body);
  if (sent === undefined) return [];
  const created = (resource: string, value: JsonObject): RecordedObject => ({
    resource,
    side: "create",
    value,
    fields: undefined,
    where,
  });
  const single = names.get(path);
  if (single !== undefined) return [created(single, sent)];
  if (path !== "metadata" || !tookAll(request.query, parsed(response.body))) return [];
  return [...names.values()].flatMap((resource) =>
    objectsIn(sent[resource]).map((value) => created(resource, value)),
  );
}

/** Whether an import made objects of all that was sent, which it referred to by UID. */
function tookAll(query: URLSearchParams, answer: JsonObject | undefined): boolean {
  const strategy = query.get("importStrategy") ?? "CREATE_AND_UPDATE";
  if (strategy === "UPDATE" || strategy === "DELETE") return false;
  if (["identifier", "idScheme"].some((name) => (query.get(name) ?? "UID") !== "UID")) return false;
  const report = (answer?.response ?? answer) as { status?: unknown; stats?: { ignored?: unknown } };
  return report?.status === "OK" && (report.stats?.ignored ?? 0) === 0;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const objectsIn = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

function parsed(text: string | undefined): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
