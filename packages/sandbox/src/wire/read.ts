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
  const stored = row.values[property.name];
  if (stored !== undefined && stored !== null) return stored;
  if (property.inverseOf !== undefined) return readInverse(row, property, view);
  const ofType = typeComputed(view.schemas, row.model, property.name);
  const compute = ofType ?? (Object.hasOwn(computed, property.name) ? computed[property.name] : undefined);
  const value = compute?.(row, view, property, nested);
  if (value !== undefined) return value;
  return defaultOf(property);
}

/** What an absent value is on the wire: a boolean is false and a collection is empty, anything else is left out. */
function defaultOf(property: Property): Json | undefined {
  if (property.shape === "collection" || property.name === "attributeValues") return [];
  if (property.kind === "boolean") return false;
  return undefined;
}

function readInverse(row: Stored, { inverseOf, shape }: Property, view: View): Json | undefined {
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
  if (shape === "single") return owners[0] === undefined ? undefined : { id: owners[0].uid };
  return owners.map(({ uid }) => ({ id: uid }));
}
