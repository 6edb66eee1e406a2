import { canCreatePublic, canRead, canWrite } from "../access/access.ts";
import type { Answer } from "../http/answer.ts";
import { empty, envelope, json, webMessage } from "../http/answer.ts";
import { objectNotFound, Refusal } from "../http/refusal.ts";
import type { Route } from "../http/routes.ts";
import { errorReport, errorReportJson } from "../import/reports.ts";
import { MalformedJson } from "../json/located-json.ts";
import { malformedBody, readBody } from "../resources/body.ts";
import { checkKeys } from "../resources/strict.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { emptyValues, idOf, isList, isObject, type Json, type JsonObject, textOf } from "../store/values.ts";
import { emptySharing } from "../wire/computed.ts";
import { nameOfUser } from "../wire/write-out.ts";
import { isAccessString, sharesData } from "./access-string.ts";

const noCacheOnly = { "Cache-Control": "no-cache" };

/** Reading and setting who may do what with an object, by the older endpoint and by the newer one. */
export const sharingRoutes: readonly Route[] = [
  { method: "GET", path: "sharing", handler: read },
  { method: "PUT", path: "sharing", handler: set },
  { method: "POST", path: "sharing", handler: set },
  { method: "GET", path: "sharing/search", handler: search },
];

function read(exchange: Exchange): Answer {
  const { server, caller } = exchange;
  const row = target(exchange);
  const sharing = sharingOf(row);
  const external = server.schemas.find("Sharing")?.property("external") !== undefined;
  const owner = userNamed(exchange, textOf(sharing, "owner"));
  return json(
    {
      meta: {
        allowPublicAccess: canCreatePublic(caller, row.model),
        ...(external ? { allowExternalAccess: false } : {}),
      },
      object: {
        id: row.uid,
        name: textOf(row.values, "name") ?? "",
        displayName: textOf(row.values, "name") ?? "",
        publicAccess: textOf(sharing, "public") ?? "--------",
        ...(owner === undefined ? {} : { user: { id: owner.uid, name: nameOfUser(owner) } }),
        userGroupAccesses: accesses(exchange, sharing["userGroups"], "UserGroup"),
        userAccesses: accesses(exchange, sharing["users"], "User"),
        ...(external ? { externalAccess: sharing["external"] === true } : {}),
      },
    },
    200,
    noCacheOnly,
  );
}

/** The entries of one half of a sharing, with the names of whom they are for. */
function accesses({ server }: Exchange, entries: Json | undefined, type: "User" | "UserGroup"): JsonObject[] {
  return Object.entries(isObject(entries) ? entries : {}).flatMap(([uid, entry]) => {
    const row = server.store.get(server.schemas.model(type), uid);
    const access = isObject(entry) ? textOf(entry, "access") : undefined;
    return row === undefined ? [] : [{ ...named(row), access: access ?? "--------" }];
  });
}

function named(row: Stored): JsonObject {
  const name = row.model.name === "User" ? nameOfUser(row) : (textOf(row.values, "name") ?? "");
  return { id: row.uid, name, displayName: name };
}

function set(exchange: Exchange): Answer {
  const row = manageable(exchange, target(exchange));
  const body = parseBody(exchange);
  const object = isObject(body) && isObject(body["object"]) ? body["object"] : emptyValues();
  const access = textOf(object, "publicAccess");
  if (access !== undefined) checkAccess(access, row.model, "public");
  const sharing = {
    ...sharingOf(row),
    ...(access !== undefined && canCreatePublic(exchange.caller, row.model) ? { public: access } : {}),
    users: entriesOf(object["userAccesses"], row.model, "user"),
    userGroups: entriesOf(object["userGroupAccesses"], row.model, "user group"),
  };
  save(exchange, row, sharing);
  return webMessage(200, "OK", { message: "Access control set" });
}

function entriesOf(list: Json | undefined, model: Model, whom: string): JsonObject {
  const entries = emptyValues();
  for (const entry of isList(list) ? list : []) {
    const uid = idOf(entry);
    const access = isObject(entry) ? (textOf(entry, "access") ?? "") : "";
    if (uid === undefined) continue;
    checkAccess(access, model, whom);
    entries[uid] = { id: uid, access };
  }
  return entries;
}

function checkAccess(access: string, model: Model, whom: string): void {
  if (!isAccessString(access)) throw new Refusal(409, `Invalid ${whom} access string: ${access}`);
  if (sharesData(access, model))
    throw new Refusal(409, `Data sharing is not enabled for type \`${model.singular}\`.`);
}

/** Users and groups whose names contain the key. */
function search({ request, server }: Exchange): Answer {
  const key = (request.query.get("key") ?? "").toLowerCase();
  const found = (type: "User" | "UserGroup") =>
    [...server.store.all(server.schemas.model(type))]
      .map(named)
      .filter(({ name }) => typeof name === "string" && name.toLowerCase().includes(key));
  return json({ users: found("User"), userGroups: found("UserGroup") }, 200, noCacheOnly);
}

/** The newer form: the sharing itself takes the place of what is there, an owner that it leaves out too. */
export function replaceSharing(exchange: Exchange): Answer {
  const { server, parameters } = exchange;
  const { resource = "", uid = "" } = parameters;
  const model = server.schemas.resource(resource);
  const found = model === undefined ? undefined : server.store.get(model, uid);
  if (model === undefined || found === undefined || !canRead(exchange.caller, found))
    throw objectNotFound(model?.simpleName ?? resource, uid);
  const row = manageable(exchange, found);
  const body = parseBody(exchange);
  checkKeys(body, ["owner", "public", "external", "users", "userGroups"], exchange);
  const sharing = isObject(body) ? body : emptyValues();
  const access = textOf(sharing, "public") ?? "--------";
  if (!isAccessString(access))
    return refused(model, "E3015", `Invalid public access string: \`${access}\``, [access]);
  if (sharesData(access, model))
    return refused(model, "E3016", "Data sharing is not enabled for this object", []);
  const owner = textOf(sharing, "owner");
  save(exchange, row, {
    ...emptySharing(server.schemas.find("Sharing")),
    ...(owner === undefined ? {} : { owner }),
    public: access,
    users: isObject(sharing["users"]) ? sharing["users"] : {},
    userGroups: isObject(sharing["userGroups"]) ? sharing["userGroups"] : {},
  });
  return empty(204);
}

function refused(model: Model, code: string, message: string, properties: readonly string[]): Answer {
  const klass = "org.hisp.dhis.user.sharing.Sharing";
  const report = errorReport(code, klass, message, properties, { klass: model.klass });
  const stats = { created: 0, updated: 0, deleted: 0, ignored: 0, total: 0 };
  const body = envelope(409, "ERROR", {
    message: "One or more errors occurred, please see full details in import report.",
    response: {
      status: "ERROR",
      stats,
      objectReports: [{ klass, index: 0, errorReports: [errorReportJson(report)] }],
      responseType: "TypeReport",
    },
  });
  return json(body, 409, { "Cache-Control": "no-cache, private" });
}

/** The object that `type` and `id` name. */
function target({ server, request, caller }: Exchange): Stored {
  const type = request.query.get("type") ?? "";
  const uid = request.query.get("id") ?? "";
  const model = server.schemas.bySingular(type);
  if (model === undefined || !model.shareable) throw new Refusal(409, `Type ${type} is not supported.`);
  const row = server.store.get(model, uid);
  if (row === undefined || !canRead(caller, row))
    throw new Refusal(404, `Object of type ${type} with ID ${uid} was not found.`);
  return row;
}

function manageable({ caller }: Exchange, row: Stored): Stored {
  if (!canWrite(caller, row)) throw new Refusal(403, "You do not have manage access to this object.");
  return row;
}

function save({ server, caller }: Exchange, row: Stored, sharing: JsonObject): void {
  const values = {
    ...row.values,
    sharing,
    lastUpdated: server.now(),
    lastUpdatedBy: { id: caller.user.uid },
  };
  server.store.put(row.model, row.uid, values);
}

function parseBody(exchange: Exchange): Json {
  try {
    return readBody(exchange).value;
  } catch (error) {
    if (!(error instanceof MalformedJson)) throw error;
    throw malformedBody(error, Number(exchange.server.schemas.quirk("malformedBodyStatus")));
  }
}

function sharingOf(row: Stored): JsonObject {
  const sharing = row.values["sharing"];
  return isObject(sharing) ? sharing : emptyValues();
}

function userNamed({ server }: Exchange, uid: string | undefined): Stored | undefined {
  return uid === undefined ? undefined : server.store.get(server.schemas.model("User"), uid);
}
