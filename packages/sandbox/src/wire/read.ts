import { javaHash, javaSetOrder } from "../schema/java-order.ts";
import type { Property } from "../schema/schema.ts";
import type { Stored } from "../store/store.ts";
import { idOf, isList, isObject, type Json } from "../store/values.ts";
import { typeComputed } from "./by-type.ts";
import { computed } from "./computed.ts";
import type { View } from "./view.ts";

/**
 * Value of one property of an object as the server holds it: what is stored, what the other side of a relation
 * stores, or what it computes. References are `{ id }`. Undefined where the server has null.
 */
export function readProperty(row: Stored, property: Property, view: View, nested: boolean): Json | undefined {
  const ofType = typeComputed(view.schemas, row.model, property.name);
  const stored = ofType === undefined ? row.values[property.name] : undefined;
  if (stored !== undefined && stored !== null)
    return isList(stored) && stored.length > 1 ? inServerOrder(stored, property, view) : stored;
  if (property.inverseOf !== undefined && ofType === undefined) return readInverse(row, property, view);
  const compute = ofType ?? (Object.hasOwn(computed, property.name) ? computed[property.name] : undefined);
  const value = compute?.(row, view, property, nested);
  if (value !== undefined) return value;
  return defaultOf(property);
}

/** Value of a property by which lists are filtered and ordered: what is stored goes before what is computed. */
export function columnValue(row: Stored, property: Property, view: View): Json | undefined {
  return row.values[property.name] ?? readProperty(row, property, view, false);
}

/** A set comes in the order of its hashes, a list as it was written. */
function inServerOrder(items: readonly Json[], property: Property, view: View): readonly Json[] {
  if (property.ordered || (property.kind !== "reference" && property.kind !== "user")) return items;
  const model = view.schemas.targetOf(property);
  if (model === undefined) return items;
  return javaSetOrder(items, (item) => {
    const row = view.store.get(model, idOf(item) ?? "");
    return row === undefined ? 0 : objectHash(row);
  });
}

/**
 * `hashCode` of an object of the server: of what identifies it, and of its other texts where its class has a form
 * name. Found by what orders the sets of recordings 04 and 08 have.
 */
export function objectHash({ uid, model, values }: Stored): number {
  const texts =
    model.property("formName")?.persisted === true ? [...named, "description", "formName"] : named;
  let hash = javaHash(uid);
  for (const name of texts) {
    if (model.property(name) === undefined) continue;
    const value = values[name];
    hash = (Math.imul(31, hash) + javaHash(typeof value === "string" ? value : "")) | 0;
  }
  return hash;
}

const named: readonly string[] = ["code", "name", "shortName"];

/** What an absent value is on the wire: a boolean is false and a collection is empty, anything else is left out. */
function defaultOf(property: Property): Json | undefined {
  if (property.shape === "collection" || property.name === "attributeValues") return [];
  if (property.kind === "boolean" && !property.unsettable) return false;
  return undefined;
}

/** What the other side of a relation stores. */
export function readInverse(
  row: Stored,
  { inverseOf, shape, ordered }: Property,
  view: Pick<View, "schemas" | "store">,
): Json | undefined {
  if (inverseOf === undefined) return undefined;
  const { model, property, inner } = inverseOf;
  const path = `${model}.${property}${inner === undefined ? "" : `.${inner}`}`;
  const owners = [...view.store.referring(path, row.uid)]
    .map((uid) => view.store.get(view.schemas.model(model), uid))
    .filter((owner) => owner !== undefined);
  if (inner !== undefined) {
    return owners.flatMap((owner) => {
      const wholes = owner.values[property];
      return isList(wholes)
        ? wholes.filter((whole) => isObject(whole) && idOf(whole[inner]) === row.uid)
        : [];
    });
  }
  if (ordered) owners.sort((one, other) => placeOf(one) - placeOf(other));
  if (shape === "single") return owners[0] === undefined ? undefined : { id: owners[0].uid };
  return (ordered ? owners : javaSetOrder(owners, objectHash)).map(({ uid }) => ({ id: uid }));
}

/** Where an item stands among its owner's; those that do not know come last, as they were made. */
function placeOf({ values }: Stored): number {
  const { sortOrder } = values;
  return typeof sortOrder === "number" ? sortOrder : Number.MAX_SAFE_INTEGER;
}
