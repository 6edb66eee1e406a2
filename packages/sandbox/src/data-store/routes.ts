import { shares } from "../access/access.ts";
import type { Answer } from "../http/answer.ts";
import { json, noStore, webMessage } from "../http/answer.ts";
import { conflict, notFound, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { parsedJson } from "../json/parsed-json.ts";
import { parseDate } from "../query/date.ts";
import { planOf, viewOf } from "../resources/view.ts";
import { requireJson } from "../resources/write.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Exchange } from "../server.ts";
import { isList, type Json, textOf } from "../store/values.ts";
import { emptySharing } from "../wire/computed.ts";
import { writeOut } from "../wire/write-out.ts";
import type { Entries, Entry } from "./entries.ts";
import { pathOf, valueAt, withValueAt } from "./json-path.ts";
import { checkProtection, isHidden, protections } from "./protections.ts";
import { queryEntries } from "./query.ts";

/** One of the two data stores: what all share, or what belongs to the user. */
interface Kind {
  readonly path: string;
  readonly entries: (exchange: Exchange) => Entries;
  /** Whether protections and sharing count. */
  readonly shared: boolean;
  readonly created: (namespace: string, key: string) => string;
  readonly deleted: (namespace: string, key: string) => string;
}

const shared: Kind = {
  path: "dataStore",
  entries: ({ server }) => server.dataStores.shared,
  shared: true,
  created: (_namespace, key) => `Key created: '${key}'`,
  deleted: (namespace, key) => `Key '${key}' deleted from namespace '${namespace}'`,
};

const personal: Kind = {
  path: "userDataStore",
  entries: ({ server, caller }) => server.dataStores.of(caller.user.uid),
  shared: false,
  created: (namespace, key) => `Key '${key}' in namespace '${namespace}' created.`,
  deleted: (namespace, key) => `Key '${key}' deleted from the namespace '${namespace}'.`,
};

/** `/api/dataStore` and `/api/userDataStore`. */
export const dataStoreRoutes: readonly Route[] = [
  { method: "GET", path: "dataStore/:namespace/:key/metaData", handler: metaData },
  ...[shared, personal].flatMap((kind): Route[] => [
    { method: "GET", path: kind.path, handler: namespaces(kind) },
    { method: "GET", path: `${kind.path}/:namespace`, handler: keysOrEntries(kind) },
    { method: "GET", path: `${kind.path}/:namespace/keys`, handler: keys(kind) },
    { method: "DELETE", path: `${kind.path}/:namespace`, handler: removeNamespace(kind) },
    { method: "GET", path: `${kind.path}/:namespace/:key`, handler: value(kind) },
    { method: "POST", path: `${kind.path}/:namespace/:key`, handler: create(kind) },
    { method: "PUT", path: `${kind.path}/:namespace/:key`, handler: update(kind) },
    { method: "DELETE", path: `${kind.path}/:namespace/:key`, handler: remove(kind) },
  ]),
];

function namespaces(kind: Kind): Handler {
  return (exchange) => {
    const entries = kind.entries(exchange);
    const seen = entries
      .namespaces()
      .filter((namespace) => !kind.shared || !isHidden(namespace, exchange.caller, "reads"));
    return json(seen, 200, noStore);
  };
}

function keysOrEntries(kind: Kind): Handler {
  return (exchange) => {
    const { server, parameters, request } = exchange;
    const { namespace = "" } = parameters;
    if (kind.shared && namespace === "protections" && server.schemas.has("dataStoreProtections"))
      return json(protections());
    if (!request.query.has("fields")) return keys(kind)(exchange);
    return json(queryEntries(readable(kind, exchange), request.query), 200, noStore);
  };
}

function keys(kind: Kind): Handler {
  return (exchange) => {
    const since = parseDate(exchange.request.query.get("lastUpdated") ?? "");
    const changed = readable(kind, exchange).filter(
      ({ row }) => since === undefined || (parseDate(textOf(row.values, "lastUpdated") ?? "") ?? 0) >= since,
    );
    return json(
      changed.map(({ row }) => row.values["key"] ?? ""),
      200,
      noStore,
    );
  };
}

/** Entries of the namespace that the user may read. */
function readable(kind: Kind, exchange: Exchange): Entry[] {
  const { namespace = "" } = exchange.parameters;
  const entries = kind.entries(exchange).in(namespace);
  const hidden = kind.shared && isHidden(namespace, exchange.caller, "reads");
  if (entries === undefined || hidden)
    throw new Refusal(404, `Namespace not found: '${namespace}'`, { errorCode: "E1005" }, noStore);
  if (!kind.shared) return entries;
  checkProtection(namespace, exchange.caller, "reads");
  return entries.filter(({ row }) => shares(exchange.caller, row, "read"));
}

function value(kind: Kind): Handler {
  return (exchange) => json(found(kind, exchange, "read").value);
}

function metaData(exchange: Exchange): Answer {
  const { row } = found(shared, exchange, "read");
  const { plan } = planOf(exchange, row.model, "*");
  return json(writeOut(row, plan, viewOf(exchange), true));
}

function create(kind: Kind): Handler {
  return (exchange) => {
    const [namespace, key] = place(exchange);
    const entries = kind.entries(exchange);
    if (kind.shared) checkProtection(namespace, exchange.caller, "writes");
    const body = readBody(exchange, key, "addEntry");
    if (entries.get(namespace, key) !== undefined)
      throw conflict(`Key '${key}' already exists in namespace '${namespace}'`, "E1004");
    return disposed(add(kind, exchange, body), exchange);
  };
}

function add(kind: Kind, exchange: Exchange, body: Json): Answer {
  const { server, caller, request } = exchange;
  const [namespace, key] = place(exchange);
  const now = server.now();
  const user = { id: caller.user.uid };
  const sharing = emptySharing(server.schemas.find("Sharing"));
  const values = {
    created: now,
    lastUpdated: now,
    createdBy: user,
    lastUpdatedBy: user,
    sharing: { owner: user.id, public: "rw------", ...sharing },
  };
  const encrypted = request.query.get("encrypt") === "true";
  kind.entries(exchange).put(namespace, key, values, server.makeUid(), body, encrypted);
  return webMessage(201, "OK", { message: kind.created(namespace, key) });
}

function update(kind: Kind): Handler {
  return (exchange) => {
    const { server, caller, request } = exchange;
    const [namespace, key] = place(exchange);
    if (kind.shared) checkProtection(namespace, caller, "writes");
    const body = readBody(exchange, key, "updateEntry");
    const entry = kind.entries(exchange).get(namespace, key);
    if (entry === undefined) return add(kind, exchange, body);
    const { row, encrypted } = found(kind, exchange, "write");
    const values = { ...row.values, lastUpdated: server.now(), lastUpdatedBy: { id: caller.user.uid } };
    const path = pathOf(request.query.get("path") ?? "");
    const rolled = roll(valueAt(entry.value, path), body, Number(request.query.get("roll") ?? 0));
    const changed = withValueAt(entry.value, path, rolled);
    kind.entries(exchange).put(namespace, key, values, row.uid, changed, encrypted);
    return webMessage(200, "OK", { message: `Key updated: '${key}'` });
  };
}

/** With `roll` a value joins the list that is there, and the first ones leave it when it is too long. */
function roll(before: Json | undefined, value: Json, size: number): Json {
  if (!(size > 0)) return value;
  return [...(isList(before) ? before : []), value].slice(-size);
}

function remove(kind: Kind): Handler {
  return (exchange) => {
    const [namespace, key] = place(exchange);
    found(kind, exchange, "write");
    kind.entries(exchange).remove(namespace, key);
    return webMessage(200, "OK", { message: kind.deleted(namespace, key) });
  };
}

function removeNamespace(kind: Kind): Handler {
  return (exchange) => {
    const { namespace = "" } = exchange.parameters;
    const entries = kind.entries(exchange);
    if (entries.in(namespace) === undefined) throw notFound(`Namespace not found: '${namespace}'`);
    if (kind.shared) checkProtection(namespace, exchange.caller, "writes");
    entries.removeNamespace(namespace);
    return webMessage(200, "OK", { message: `Namespace deleted: '${namespace}'` });
  };
}

/** The entry that is asked for, if the user has the right to it. */
function found(kind: Kind, exchange: Exchange, right: "read" | "write"): Entry {
  const [namespace, key] = place(exchange);
  const use = right === "read" ? "reads" : "writes";
  const entry = kind.entries(exchange).get(namespace, key);
  if (entry === undefined || (kind.shared && isHidden(namespace, exchange.caller, use)))
    throw notFound(`Key '${key}' not found in namespace '${namespace}'`);
  if (!kind.shared) return entry;
  checkProtection(namespace, exchange.caller, use);
  if (!shares(exchange.caller, entry.row, right))
    throw new Refusal(403, `Access denied for key '${key}' in namespace '${namespace}'`, {
      errorCode: "E1006",
    });
  return entry;
}

/** Against files that a browser might run: an answer at a path with a suffix that nobody knows is to be shown. */
function disposed(answer: Answer, { parameters: { key = "" } }: Exchange): Answer {
  if (!key.includes(".")) return answer;
  return { ...answer, headers: { ...answer.headers, "Content-Disposition": "inline;filename=f.txt" } };
}

/** Namespace and key; what stands behind the last dot of a key is taken for a suffix of the path and lost. */
function place({ parameters }: Exchange): [namespace: string, key: string] {
  const { namespace = "", key = "" } = parameters;
  return [namespace, key.replace(/\.[^.]*$/, "")];
}

function readBody(exchange: Exchange, key: string, method: string): Json {
  const { request } = exchange;
  requireJson(exchange);
  if (request.text === "") throw new Refusal(400, missingBody(method, exchange.server.schemas));
  const value = parsedJson(request.text);
  if (value === undefined)
    throw new Refusal(400, `Invalid JSON value for key '${key}'`, { errorCode: "E1003" });
  return value;
}

/** What the framework says of a body that is not there: it names the method that wanted it. */
function missingBody(method: string, schemas: Schemas): string {
  const text = "java.lang.String";
  const feedback = [
    "Conflict",
    "BadRequest",
    ...(schemas.quirk("springGeneration") === 5 ? [] : ["Forbidden"]),
  ];
  const thrown = feedback.map((name) => `org.hisp.dhis.feedback.${name}Exception`).join(",");
  const controller = "org.hisp.dhis.webapi.controller.DatastoreController";
  return `Required request body is missing: public org.hisp.dhis.dxf2.webmessage.WebMessage ${controller}.${method}(${text},${text},${text},boolean) throws ${thrown}`;
}
