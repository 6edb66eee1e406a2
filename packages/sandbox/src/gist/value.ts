import { attributeField } from "../attributes/read.ts";
import type { Property } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import { idOf, isList, isObject, type Json, type JsonObject, textOf } from "../store/values.ts";
import { displayed } from "../wire/computed.ts";
import { columnValue, readProperty } from "../wire/read.ts";
import type { View } from "../wire/view.ts";
import { itemsOf, ownerAlong, plainValue, seenItemsOf } from "./items.ts";
import type { Links } from "./links.ts";
import { isIdentified, isRelatedCollection, isRelatedObject } from "./path.ts";
import type { PlannedField } from "./plan.ts";

/** One value of an entry; undefined for none, which the entry leaves out. */
export interface GistValue {
  readonly field: PlannedField;
  readonly value: Json | undefined;
  /** Where what it stands for is found. */
  readonly link: string | undefined;
}

type PropertyField = Extract<PlannedField, { kind: "property" }>;

/** The values of an object, a field each. */
export function gistValues(
  row: Stored,
  fields: readonly PlannedField[],
  view: View,
  links: Links,
): GistValue[] {
  const values = fields.map((field): GistValue => {
    if (field.kind === "attribute") return valueOnly(field, attributeField(row, field.uid, view));
    if (field.kind === "links") return valueOnly(field, undefined);
    const owner = ownerAlong(row, field.path.properties, view);
    return owner === undefined ? valueOnly(field, undefined) : propertyValue(owner, field, view, links);
  });
  const found = values.flatMap(({ field, link }): [string, string][] =>
    link === undefined ? [] : [[field.name, link]],
  );
  if (found.length === 0) return values;
  return values.map((one) =>
    one.field.kind === "links" ? valueOnly(one.field, Object.fromEntries(found)) : one,
  );
}

const valueOnly = (field: PlannedField, value: Json | undefined): GistValue => ({
  field,
  value,
  link: undefined,
});

function propertyValue(owner: Stored, field: PropertyField, view: View, links: Links): GistValue {
  const { last } = field.path;
  if (last.name === "href") return valueOnly(field, links.toObject(owner.model, owner.uid));
  if (isRelatedCollection(last)) {
    const value = collectionValue(owner, field, view);
    const isEmpty = value === undefined || value === 0;
    return { field, value, link: isEmpty ? undefined : links.toProperty(owner.model, owner.uid, last) };
  }
  if (isRelatedObject(last, view.schemas)) return referenceValue(owner, field, view, links);
  return valueOnly(field, plain(owner, last, view));
}

/** What is shown as it is stored. */
function plain(owner: Stored, property: Property, view: View): Json | undefined {
  if (property.name === "attributeValues") return attributeMap(owner);
  const isTranslated = view.locale !== undefined && property.translation !== undefined;
  const value = isTranslated
    ? displayed(property.name)(owner, view, property, false)
    : columnValue(owner, property, view);
  if (property.table) return isList(value) ? value.length : 0;
  return value ?? undefined;
}

/** Attribute values by the UIDs of their attributes. */
function attributeMap({ values }: Stored): JsonObject {
  const list = values["attributeValues"];
  if (!isList(list)) return {};
  return Object.fromEntries(
    list.filter(isObject).map((one) => [idOf(one["attribute"]) ?? "", textOf(one, "value") ?? null]),
  );
}

function referenceValue(owner: Stored, field: PropertyField, view: View, links: Links): GistValue {
  const { last } = field.path;
  const target = view.schemas.targetOf(last);
  if (target === undefined) return valueOnly(field, plain(owner, last, view));
  const [object] = itemsOf(owner, last, view);
  if (object === undefined) return valueOnly(field, undefined);
  const name =
    field.argument ?? ["id", "code", "name"].find((one) => target.property(one)?.persisted === true);
  if (name === undefined || target.path === undefined)
    return valueOnly(field, readProperty(owner, last, view, false));
  const value = plainValue(object, name, view);
  const link =
    isIdentified(last, view.schemas) && typeof value === "string" ? links.toObject(target, value) : undefined;
  const asObject = field.transform === "ID_OBJECTS" && view.schemas.has("gistIdObjectsOfReferences");
  return { field, value: asObject && value !== undefined ? { id: value } : value, link };
}

/** A collection by its transformation; undefined where there is nothing to list. */
function collectionValue(
  owner: Stored,
  { path, transform, argument }: PropertyField,
  view: View,
): Json | undefined {
  const items = seenItemsOf(owner, path.last, view);
  const list = (itemValue: (item: Stored) => Json): Json | undefined =>
    items.length === 0 ? undefined : items.map(itemValue);
  switch (transform) {
    case "IS_NOT_EMPTY":
      return items.length > 0;
    case "MEMBER":
      return items.some(({ uid }) => uid === argument);
    case "NOT_MEMBER":
      return !items.some(({ uid }) => uid === argument);
    case "ID_OBJECTS":
      return list(({ uid }) => ({ id: uid }));
    case "IDS":
      return list(({ uid }) => uid);
    case "PLUCK":
      return list((item) => plucked(item, argument ?? "id", view));
    case "SIZE":
      return items.length;
    default:
      return undefined;
  }
}

/** One text property of an item as it is; several, or another kind, as an object. */
function plucked(item: Stored, names: string, view: View): Json {
  const properties = names.split(",");
  const [only = ""] = properties;
  const isText = item.model.property(only)?.kind === "text";
  if (properties.length === 1 && isText) return plainValue(item, only, view) ?? null;
  return Object.fromEntries(
    properties.map((name): [string, Json] => {
      const value = plainValue(item, name, view) ?? null;
      return [name, idOf(value) ?? value];
    }),
  );
}
