import { capacityFor, javaHash, javaSetOrder } from "../schema/java-order.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Stored } from "../store/store.ts";
import { idOf, isList, isObject, type Json, textOf } from "../store/values.ts";
import { typeComputed } from "./by-type.ts";
import { type Computed, computed, displayedOf } from "./computed.ts";
import type { View } from "./view.ts";

/**
 * Value of one property of an object as the server holds it: what is stored, what the other side of a relation
 * stores, or what it computes. References are `{ id }`. Undefined where the server has null.
 */
export function readProperty(row: Stored, property: Property, view: View, nested: boolean): Json | undefined {
  const ofType = ofTypeComputed(row.model, property, view.schemas);
  const stored = ofType === undefined ? row.values[property.name] : undefined;
  if (stored !== undefined && stored !== null)
    return isList(stored) && stored.length > 1 ? inServerOrder(row, stored, property, view) : stored;
  if (property.inverseOf !== undefined && ofType === undefined) return readInverse(row, property, view);
  const compute = ofType ?? anyComputed(row.model, property);
  const value = compute?.(row, view, property, nested);
  if (value !== undefined) return value;
  return defaultOf(property);
}

/** Value of a property by which lists are filtered and ordered: what is stored goes before what is computed. */
export function columnValue(row: Stored, property: Property, view: View): Json | undefined {
  return row.values[property.name] ?? readProperty(row, property, view, false);
}

/** Looked up once a property: every read of every object asks. */
const ofTypes = new WeakMap<Property, Computed | typeof nothing>();
const nothing = Symbol("not computed");

function ofTypeComputed(model: Model, property: Property, schemas: Schemas): Computed | undefined {
  const known = ofTypes.get(property);
  if (known !== undefined) return known === nothing ? undefined : known;
  const found = typeComputed(schemas, model, property.name);
  ofTypes.set(property, found ?? nothing);
  return found;
}

/** How a property is computed on every type that has it. */
function anyComputed(model: Model, { name }: Property): Computed | undefined {
  return Object.hasOwn(computed, name) ? computed[name] : displayedOf(model, name);
}

/** A list comes as it was written; a set by what places its items, or else in the order of their hashes. */
function inServerOrder(
  owner: Stored,
  items: readonly Json[],
  property: Property,
  view: View,
): readonly Json[] {
  if (property.ordered || (property.kind !== "reference" && property.kind !== "user")) return items;
  const model = view.schemas.targetOf(property);
  if (model === undefined) return items;
  const rowOf = (item: Json): Stored | undefined => view.store.get(model, idOf(item) ?? "");
  if (model.property("sortOrder") !== undefined)
    return items.toSorted((one, other) => placeOf(rowOf(one)) - placeOf(rowOf(other)));
  const hashOf = (item: Json): number => {
    const row = rowOf(item);
    return row === undefined ? 0 : objectHash(row);
  };
  return javaSetOrder(items, hashOf, slotsOf(owner, property, items.length));
}

/** Collections that were shown since their owner was last written, and so are in the server's cache. */
const cached = new WeakMap<Stored, Set<string>>();

/**
 * Slots of the set that holds a collection: what comes from the database fills a set as it comes, what comes from the
 * cache one of its own size. 02-fields reads the same groups of the same element in both orders.
 */
function slotsOf(owner: Stored, { name }: Property, count: number): number | undefined {
  return cached.get(owner)?.has(name) === true ? capacityFor(count) : undefined;
}

/** Remembers that an answer has shown a collection. */
export function noteRead(owner: Stored, { name }: Property): void {
  const known = cached.get(owner);
  if (known === undefined) cached.set(owner, new Set([name]));
  else known.add(name);
}

/**
 * `hashCode` of an object of the server: of what identifies it, of what else names it where its class has a short
 * name, and of nothing more, but counted, where it can be an item of a dimension.
 */
export function objectHash({ uid, model, values }: Stored): number {
  const isNameable = model.property("shortName") !== undefined && !namedByNameAlone.has(model.name);
  const texts = isNameable ? [...identifying, "shortName", "description"] : identifying;
  let hash = javaHash(uid);
  for (const name of texts) hash = (Math.imul(31, hash) + javaHash(textOf(values, name) ?? "")) | 0;
  return model.property("queryMods") === undefined ? hash : Math.imul(31, hash) | 0;
}

const identifying: readonly string[] = ["code", "name"];

/** A type with a short name that its class does not count. */
const namedByNameAlone: ReadonlySet<string> = new Set(["IndicatorGroupSet"]);

/** What an absent value is on the wire: a boolean is false and a collection is empty, anything else is left out. */
function defaultOf(property: Property): Json | undefined {
  if (property.shape === "collection" || property.name === "attributeValues") return [];
  if (property.kind === "boolean" && !property.unsettable) return false;
  return undefined;
}

/** What the other side of a relation stores. */
export function readInverse(
  row: Stored,
  inverse: Property,
  view: Pick<View, "schemas" | "store">,
): Json | undefined {
  const { inverseOf, shape, ordered } = inverse;
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
  const isPlaced = ordered || owners[0]?.model.property("sortOrder") !== undefined;
  if (isPlaced) owners.sort((one, other) => placeOf(one) - placeOf(other));
  if (shape === "single") return owners[0] === undefined ? undefined : { id: owners[0].uid };
  const inOrder = isPlaced ? owners : javaSetOrder(owners, objectHash, slotsOf(row, inverse, owners.length));
  return inOrder.map(({ uid }) => ({ id: uid }));
}

/** Where an item stands among its owner's; those that do not know come last, as they were made. */
function placeOf(row: Stored | undefined): number {
  const sortOrder = row?.values["sortOrder"];
  return typeof sortOrder === "number" ? sortOrder : Number.MAX_SAFE_INTEGER;
}
