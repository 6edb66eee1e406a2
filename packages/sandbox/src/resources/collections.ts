import { canWrite } from "../access/access.ts";
import { ignoredWrite } from "../category-model/rules.ts";
import { type Answer, webMessage } from "../http/answer.ts";
import { conflict, notFound, Refusal } from "../http/refusal.ts";
import { hasMediaType } from "../http/request.ts";
import type { Handler } from "../http/routes.ts";
import { errorReport, errorReportJson } from "../import/reports.ts";
import { MalformedJson } from "../json/located-json.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { isUid } from "../store/uid.ts";
import { idsOf, isObject, type Json } from "../store/values.ts";
import { readBody } from "./body.ts";
import { checkKeys } from "./strict.ts";
import { modelOf, objectOf } from "./targets.ts";
import { unsupportedMediaType } from "./write.ts";

/** A collection of references, and the objects that may be in it. */
interface Collection {
  readonly owner: Stored;
  readonly property: Property;
  readonly target: Model;
}

/** What a change of a collection came to. */
interface Stats {
  readonly updated: number;
  readonly deleted: number;
  readonly ignored: number;
}

/** POST of one item. */
export const addItem: Handler = (exchange) => {
  const collection = collectionOf(exchange);
  return answer(change(collection, knownItems(collection, [itemUid(exchange)], exchange), [], exchange));
};

/** DELETE of one item. */
export const removeItem: Handler = (exchange) => {
  const collection = collectionOf(exchange);
  return answer(change(collection, [], knownItems(collection, [itemUid(exchange)], exchange), exchange));
};

/** POST of additions and deletions. */
export const changeItems: Handler = (exchange) => {
  const collection = collectionOf(exchange);
  const { additions, deletions } = readItems(exchange);
  const added = knownItems(collection, additions, exchange);
  return answer(change(collection, added, knownItems(collection, deletions, exchange), exchange));
};

/** PUT of the whole content. */
export const replaceItems: Handler = (exchange) => {
  const collection = collectionOf(exchange);
  const { additions } = readItems(exchange);
  const present = membersOf(collection, exchange);
  const removed = change(collection, [], present, exchange);
  const added = change(collection, knownItems(collection, additions, exchange), [], exchange);
  return answer({
    updated: added.updated,
    deleted: removed.deleted,
    ignored: added.ignored,
  });
};

/** DELETE of listed items; it reads the list that POST adds. */
export const removeItems: Handler = (exchange) => {
  const collection = collectionOf(exchange);
  const { additions } = readItems(exchange);
  return answer(change(collection, [], knownItems(collection, additions, exchange), exchange));
};

function collectionOf(exchange: Exchange): Collection {
  const model = modelOf(exchange);
  const owner = objectOf(exchange, model);
  const name = exchange.parameters["property"] ?? "";
  const property = model.property(name);
  if (property === undefined) throw notFound(`Property ${name} does not exist on ${model.klass}`);
  const target = exchange.server.schemas.targetOf(property);
  const holdsObjects = property.kind === "reference" || property.kind === "user";
  if (property.shape !== "collection" || !holdsObjects || target === undefined)
    throw conflict(
      exchange.request.method === "DELETE"
        ? "Only identifiable object collections can be removed from."
        : "Only identifiable object collections can be added to.",
      "E1004",
    );
  if (!canWrite(exchange.caller, owner))
    throw new Refusal(403, "You don't have the proper permissions to update this object.", {
      errorCode: "E1006",
    });
  return { owner, property, target };
}

function itemUid(exchange: Exchange): string {
  const uid = exchange.parameters["item"] ?? "";
  const status = Number(exchange.server.schemas.quirk("malformedItemUidStatus"));
  if (!isUid(uid) && status !== 200)
    throw new Refusal(
      status,
      `Value '${uid}' is not valid for path parameter itemId. UID must be an alphanumeric string of 11 characters starting with a letter, but was: ${uid}`,
    );
  return uid;
}

/** UIDs of a list that are objects of the collection's type; the others are left out without a word. */
function knownItems({ target }: Collection, uids: readonly string[], { server }: Exchange): string[] {
  const rows = uids.map((uid) => server.store.get(target, uid)).filter((row) => row !== undefined);
  const sorted = server.schemas.has("additionsInGivenOrder")
    ? rows
    : rows.toSorted((a, b) => a.serial - b.serial);
  return sorted.map(({ uid }) => uid);
}

function readItems(exchange: Exchange): { additions: string[]; deletions: string[] } {
  const { request, server } = exchange;
  if (!hasMediaType(request, "application/json"))
    throw unsupportedMediaType(request.headers.get("content-type"), server.schemas.quirk("mediaTypeMessage"));
  const document = readBody(exchange);
  if (!isObject(document.value))
    throw new MalformedJson(
      "Cannot deserialize value of type `org.hisp.dhis.common.IdentifiableObjects` from Array value (token `JsonToken.START_ARRAY`)",
      document.place([]),
      false,
    );
  checkKeys(document.value, ["identifiableObjects", "additions", "deletions"], exchange);
  const { identifiableObjects, additions, deletions } = document.value;
  return { additions: [...idsOf(identifiableObjects), ...idsOf(additions)], deletions: idsOf(deletions) };
}

function membersOf({ owner, property }: Collection, { server }: Exchange): string[] {
  if (property.inverseOf === undefined)
    return idsOf((server.store.get(owner.model, owner.uid) ?? owner).values[property.name]);
  const { model, property: owning } = property.inverseOf;
  return [...server.store.referring(`${model}.${owning}`, owner.uid)];
}

/** Takes items out and puts items in, on whichever side the relation is stored. */
function change(
  collection: Collection,
  additions: readonly string[],
  deletions: readonly string[],
  exchange: Exchange,
): Stats {
  if (ignoredWrite(collection.owner) !== undefined)
    return { updated: 0, deleted: 0, ignored: additions.length };
  if (collection.property.ownerUnnamed) refuseUnnamed(collection, additions, deletions);
  const members = membersOf(collection, exchange);
  const present = new Set(members);
  const added = [...new Set(additions)].filter((uid) => !present.has(uid));
  const removed = deletions.filter((uid) => present.has(uid));
  if (added.length > 0 || removed.length > 0) {
    const gone = new Set(removed);
    const kept = members.filter((uid) => !gone.has(uid));
    if (collection.property.inverseOf === undefined) storeOwned(collection, [...kept, ...added], exchange);
    else storeInverse(collection, added, removed, exchange);
  }
  return {
    updated: added.length,
    deleted: removed.length,
    ignored: additions.length - added.length + (deletions.length - removed.length),
  };
}

/** What the server makes of items of a collection that does not say where it is stored: E1108, E1109 (BUG-298). */
function refuseUnnamed(
  { target }: Collection,
  additions: readonly string[],
  deletions: readonly string[],
): void {
  const cause =
    'java.lang.NullPointerException: Cannot invoke "org.hisp.dhis.schema.Property.getGetterMethod()" because "property" is null';
  const reports = [
    ...additions.map((uid) => ({ uid, code: "E1108", what: "add item to" })),
    ...deletions.map((uid) => ({ uid, code: "E1109", what: "remove item from" })),
  ].map(({ uid, code, what }, index) => ({
    klass: target.klass,
    index,
    uid,
    errorReports: [
      errorReportJson(errorReport(code, target.klass, `Could not ${what} collection: ${cause}`, [cause])),
    ],
  }));
  if (reports.length === 0) return;
  const { length } = reports;
  throw new Refusal(409, "One or more errors occurred, please see full details in import report.", {
    response: {
      status: "ERROR",
      stats: { created: 0, updated: 0, deleted: 0, ignored: length, total: length },
      objectReports: reports,
      responseType: "TypeReport",
    },
  });
}

function storeOwned(
  { owner, property }: Collection,
  uids: readonly string[],
  { server, caller }: Exchange,
): void {
  const current = server.store.get(owner.model, owner.uid) ?? owner;
  server.store.put(owner.model, owner.uid, {
    ...current.values,
    [property.name]: uids.map((id) => ({ id })),
    lastUpdated: server.now(),
    lastUpdatedBy: { id: caller.user.uid },
  });
}

function storeInverse(
  { owner, property, target }: Collection,
  added: readonly string[],
  removed: readonly string[],
  { server }: Exchange,
): void {
  const owning = property.inverseOf === undefined ? undefined : target.property(property.inverseOf.property);
  if (owning === undefined) return;
  const joining = new Set(added);
  for (const uid of [...added, ...removed]) {
    const row = server.store.get(target, uid);
    if (row === undefined) continue;
    const values: Record<string, Json> = { ...row.values };
    const joins = joining.has(uid);
    if (owning.shape === "collection") {
      const kept = idsOf(row.values[owning.name]).filter((id) => id !== owner.uid);
      values[owning.name] = (joins ? [...kept, owner.uid] : kept).map((id) => ({ id }));
    } else if (joins) values[owning.name] = { id: owner.uid };
    else delete values[owning.name];
    server.store.put(target, uid, values);
  }
}

function answer({ updated, deleted, ignored }: Stats): Answer {
  return webMessage(200, "OK", {
    response: {
      status: "OK",
      stats: { created: 0, updated, deleted, ignored, total: updated + deleted + ignored },
      objectReports: [],
      responseType: "TypeReport",
    },
  });
}
