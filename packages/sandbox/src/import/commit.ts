import { canCreatePublic } from "../access/access.ts";
import { storedAttributeValues } from "../attributes/write.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import {
  type DraftValues,
  emptyValues,
  idOf,
  isList,
  isObject,
  type Json,
  type JsonObject,
} from "../store/values.ts";
import { emptySharing } from "../wire/computed.ts";
import type { Bundle, BundleEntry, ImportContext } from "./bundle.ts";
import { referenceTarget, resolveReference } from "./check-references.ts";
import { isKeptByItems } from "./placed-items.ts";

/** Stores an entry that was checked; what the body leaves out becomes the server's default. */
export function commit(entry: BundleEntry, bundle: Bundle, context: ImportContext): Stored {
  const values = emptyValues();
  for (const property of entry.model.properties) {
    if (!property.owner || !property.persisted || serverOwned.has(property.name)) continue;
    if (isKeptByItems(property)) continue;
    const value = storedValue(property, entry, bundle, context);
    if (value !== undefined && value !== null) values[property.name] = value;
  }
  stamp(values, entry, context);
  return context.store.put(entry.model, entry.uid, values);
}

/** What the server writes itself. */
const serverOwned = new Set([
  "id",
  "created",
  "lastUpdated",
  "createdBy",
  "lastUpdatedBy",
  "sharing",
  "translations",
  "path",
  "level",
]);

function storedValue(
  property: Property,
  entry: BundleEntry,
  bundle: Bundle,
  context: ImportContext,
): Json | undefined {
  const given = entry.values[property.name];
  if (property.name === "attributeValues") return storedAttributeValues(given, context.schemas);
  const value = given ?? initialValue(property, context);
  if (value === undefined || value === null) return undefined;
  const target = referenceTarget(property, context);
  if (target !== undefined) {
    if (!isList(value)) return asReference(value, target, bundle, context);
    const references = value.map((item) => asReference(item, target, bundle, context));
    return unrepeated(references.filter((item) => item !== undefined));
  }
  if (property.kind === "whole") {
    const model = context.schemas.targetOf(property);
    if (model === undefined) return value;
    if (!isList(value)) return wholeValue(value, model, entry, context, property.relation);
    const wholes = value.map((item) => wholeValue(item, model, entry, context, property.relation));
    return property.ordered && model.identifiable && model.property("sortOrder")?.persisted === true
      ? wholes.map((item, place) => (isObject(item) ? { ...item, sortOrder: place + 1 } : item))
      : wholes;
  }
  return value;
}

/** The server's default: the initial value of the Java field, or the default object of the type referred to. */
function initialValue(property: Property, context: ImportContext): Json | undefined {
  if (property.initial !== undefined) return property.initial;
  if (property.kind === "boolean" && property.shape === "single" && !property.unsettable) return false;
  const target = property.defaultsToObject ? context.schemas.targetOf(property) : undefined;
  if (target === undefined) return undefined;
  for (const row of context.store.all(target)) if (row.values["name"] === "default") return { id: row.uid };
  return undefined;
}

function asReference(
  value: Json,
  target: Model,
  bundle: Bundle,
  context: ImportContext,
): JsonObject | undefined {
  const uid = resolveReference(value, target, bundle, context);
  return uid === undefined ? undefined : { id: uid };
}

function unrepeated(references: readonly JsonObject[]): JsonObject[] {
  const seen = new Set<Json | undefined>();
  return references.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** A value that stands whole in its owner: it has a UID and dates of its own where its class has them. */
function wholeValue(
  value: Json,
  model: Model,
  entry: BundleEntry,
  context: ImportContext,
  isRelated: boolean,
): Json {
  if (!isObject(value)) return value;
  const result = emptyValues();
  for (const property of model.properties) {
    const given = Object.hasOwn(value, property.name) ? value[property.name] : undefined;
    if (given === undefined || given === null) {
      if (property.initial !== undefined) result[property.name] = property.initial;
      continue;
    }
    const target = context.schemas.targetOf(property);
    if (property.kind === "whole" && target !== undefined)
      result[property.name] = isList(given)
        ? given.map((item) => wholeValue(item, target, entry, context, property.relation))
        : wholeValue(given, target, entry, context, property.relation);
    else if (property.writable || property.owner) result[property.name] = plainReference(given);
  }
  if (model.identifiable && (model.persisted || isRelated)) {
    result["id"] ??= context.makeUid();
    if (model.property("created") !== undefined) result["created"] ??= context.now();
    if (model.property("lastUpdated") !== undefined) result["lastUpdated"] = context.now();
  }
  for (const property of model.properties)
    if (pointsToOwner(property, entry.model)) result[property.name] ??= { id: entry.uid };
  return result;
}

const plainReference = (value: Json): Json => {
  const id = idOf(value);
  return id === undefined ? value : { id };
};

/** Whether a property of an item is the way back to the object that the item stands in. */
function pointsToOwner(property: Property, owner: Model): boolean {
  if (property.kind !== "reference" || property.target !== owner.name) return false;
  return property.required || property.name === owner.singular;
}

/** UID, dates, users and sharing: what the server keeps or writes whatever the body says. */
function stamp(values: DraftValues, entry: BundleEntry, context: ImportContext): void {
  const { model, existing } = entry;
  const now = context.now();
  const me = { id: context.caller.user.uid };
  values["id"] = entry.uid;
  const has = (name: string): boolean => model.property(name)?.persisted === true;
  if (has("created")) values["created"] = existing?.values["created"] ?? now;
  if (has("lastUpdated")) values["lastUpdated"] = now;
  if (has("createdBy")) values["createdBy"] = existing?.values["createdBy"] ?? me;
  if (has("lastUpdatedBy")) values["lastUpdatedBy"] = me;
  if (has("sharing") && model.shareable) values["sharing"] = sharingOf(entry, context);
  const translations = existing === undefined ? undefined : entry.values["translations"];
  if (isList(translations)) values["translations"] = translations;
}

function sharingOf(entry: BundleEntry, context: ImportContext): Json {
  const { model, existing } = entry;
  const given = entry.values["sharing"];
  const stored = existing?.values["sharing"];
  if (stored !== undefined && (context.skipsSharing || (context.keepsSharing && !isObject(given))))
    return stored;
  const base = emptySharing(context.schemas.targetOf(sharingProperty(model)));
  const isPublic = !model.defaultPrivate && canCreatePublic(context.caller, model);
  const made: { [key: string]: Json } = {
    ...base,
    owner: (isObject(stored) ? stored["owner"] : undefined) ?? context.caller.user.uid,
    public: isPublic ? "rw------" : "--------",
  };
  if (!isObject(given)) return made;
  for (const [name, value] of Object.entries(given))
    if (value !== null && name in { owner: 0, public: 0, external: 0, users: 0, userGroups: 0 })
      made[name] = value;
  return made;
}

function sharingProperty(model: Model): Property {
  const property = model.property("sharing");
  if (property === undefined) throw new RangeError(`'${model.name}' has no sharing`);
  return property;
}
