import { Refusal } from "../http/refusal.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import type { Json } from "../store/values.ts";
import { columnValue } from "../wire/read.ts";
import type { View } from "../wire/view.ts";

/** Which of two objects comes first. */
export type Compare = (one: Stored, other: Stored) => number;

/** The order of a list: what `order` asks for, then by name, or by UID where there are no names. */
export function orderOf(model: Model, view: View, query: URLSearchParams): Compare {
  const asked = query
    .getAll("order")
    .flatMap((text) => text.split(","))
    .map((text) => text.trim())
    .filter((text) => text !== "");
  // A search has an order of its own on the release that takes it for another kind of request.
  const isSearch = query.has("query") && view.schemas.has("queryIgnoresFilters");
  const comparisons = (isSearch ? [] : asked)
    .map((text) => comparisonOf(text, model, view))
    .filter((one) => one !== undefined);
  if (comparisons.length === 0) comparisons.push(...defaultOrder(model, view, isSearch));
  if (!comparisons.includes(bySerial)) comparisons.push(byUid);
  return (one, other) => {
    for (const compare of comparisons) {
      const order = compare(one, other);
      if (order !== 0) return order;
    }
    return 0;
  };
}

const byUid: Compare = (one, other) => (one.uid < other.uid ? -1 : one.uid > other.uid ? 1 : 0);

/** As the objects were made: where the order asked for says nothing, and nothing else is put in its place. */
const bySerial: Compare = (one, other) => one.serial - other.serial;

function defaultOrder(model: Model, view: View, isSearch: boolean): Compare[] {
  const name = model.property("name");
  const ignoresCase = isSearch || view.schemas.has("orderIgnoresCase");
  return name === undefined || !name.persisted ? [] : [comparing(name, view, ignoresCase)];
}

function comparisonOf(text: string, model: Model, view: View): Compare | undefined {
  const [name = "", direction = "asc"] = text.split(":");
  const property = model.property(name);
  if (property === undefined) {
    const isPath = name.includes(".");
    const refused = isPath
      ? !view.schemas.has("orderByReferencePath")
      : view.schemas.quirk("unknownOrderStatus") !== 200;
    if (refused) throw new Refusal(400, `No such property: ${name}`);
    return undefined;
  }
  const isStrict = view.schemas.quirk("unknownOrderStatus") !== 200;
  if (property.shape !== "single" || !isComparable(property)) return isStrict ? bySerial : undefined;
  const known = /^(i?)(asc|desc)$/.exec(direction);
  if (known === null && !isStrict) return undefined;
  const compare = comparing(property, view, known?.[1] === "i" && view.schemas.has("orderIgnoresCase"));
  return known?.[2] === "desc" ? (one, other) => compare(other, one) : compare;
}

const isComparable = ({ kind }: Property): boolean =>
  kind !== "reference" && kind !== "user" && kind !== "whole" && kind !== "json";

/** Ascending; nothing comes last, as PostgreSQL has it. */
export function comparing(property: Property, view: View, ignoresCase: boolean): Compare {
  const keys = new Map<Stored, Json | undefined>();
  const key = (row: Stored): Json | undefined => {
    const known = keys.get(row);
    if (known !== undefined) return known;
    const value = columnValue(row, property, view);
    const made = ignoresCase && typeof value === "string" ? value.toLowerCase() : value;
    keys.set(row, made);
    return made;
  };
  return (one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === b) return 0;
    if (a === undefined || a === null) return 1;
    if (b === undefined || b === null) return -1;
    return a < b ? -1 : 1;
  };
}
