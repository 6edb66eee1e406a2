import { canRead } from "../access/access.ts";
import type { Property } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import { emptyValues, idOf, isList, isObject, type Json } from "../store/values.ts";
import { readProperty } from "../wire/read.ts";
import type { View } from "../wire/view.ts";

/** The objects that a property of an object refers to, as they were made; a value that stands there whole is one. */
export function itemsOf(row: Stored, property: Property, view: View): Stored[] {
  const value = readProperty(row, property, view, false);
  const target = view.schemas.targetOf(property);
  if (value === undefined || target === undefined) return [];
  return (isList(value) ? value : [value])
    .map((item, index): Stored => {
      const uid = idOf(item) ?? "";
      const values = isObject(item) ? item : emptyValues();
      return view.store.get(target, uid) ?? { model: target, uid, values, serial: index };
    })
    .sort((one, other) => one.serial - other.serial);
}

/** Those of an object's items that the reader may see. */
export function seenItemsOf(row: Stored, property: Property, view: View): Stored[] {
  return itemsOf(row, property, view).filter((item) => canRead(view.caller, item));
}

/** The object at which the last name of a path is read; undefined where a reference on the way is not set. */
export function ownerAlong(row: Stored, properties: readonly Property[], view: View): Stored | undefined {
  let owner: Stored | undefined = row;
  for (const property of properties.slice(0, -1))
    owner = owner === undefined ? undefined : itemsOf(owner, property, view)[0];
  return owner;
}

/** A plain value of an object; undefined for none. */
export function plainValue(row: Stored, name: string, view: View): Json | undefined {
  const property = row.model.property(name);
  return property === undefined ? undefined : readProperty(row, property, view, true);
}
