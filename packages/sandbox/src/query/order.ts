import { Refusal } from "../http/refusal.ts";
import type { Model, Property } from "../schema/schema.ts";
import type { Stored } from "../store/store.ts";
import type { Json } from "../store/values.ts";
import { readProperty } from "../wire/read.ts";
import type { View } from "../wire/view.ts";

type Compare = (one: Stored, other: Stored) => number;

/** The order of a list: what `order` asks for, then by name, or by UID where there are no names. */
export function orderOf(model: Model, view: View, query: URLSearchParams): Compare {
  const asked = query
    .getAll("order")
    .flatMap((text) => text.split(","))
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const comparisons = asked.map((text) => comparisonOf(text, model, view)).filter((one) => one !== undefined);
  if (comparisons.length === 0) comparisons.push(...defaultOrder(model, view));
  comparisons.push(byUid);
  return (one, other) => {
    for (const compare of comparisons) {
      const order = compare(one, other);
      if (order !== 0) return order;
    }
    return 0;
  };
}

const byUid: Compare = (one, other) => (one.uid < other.uid ? -1 : one.uid > other.uid ? 1 : 0);

function defaultOrder(model: Model, view: View): Compare[] {
  const name = model.property("name");
  return name === undefined || !name.persisted ? [] : [comparing(name, view, true)];
}

function comparisonOf(text: string, model: Model, view: View): Compare | undefined {
  const [name = "", direction = "asc"] = text.split(":");
  const property = model.property(name);
  if (property === undefined) {
    const isPath = name.includes(".");
    const refused = isPath
      ? !view.schemas.has("orderByReferencePath")
      : view.schemas.quirk("unknownOrderStatus") !== 200;
    if (refused) throw new Refusal(400, `Unknown path property: ${name}`, { errorCode: "E1003" });
    return undefined;
  }
  if (property.shape !== "single" || property.kind === "reference" || property.kind === "user")
    return undefined;
  if (property.kind === "whole" || property.kind === "json") return undefined;
  const known = /^(i?)(asc|desc)$/.exec(direction);
  if (known === null) return undefined;
  const compare = comparing(property, view, known[1] === "i");
  return known[2] === "desc" ? (one, other) => compare(other, one) : compare;
}

/** Ascending; nothing comes last, as PostgreSQL has it. */
function comparing(property: Property, view: View, ignoresCase: boolean): Compare {
  const key = (row: Stored): Json | undefined => {
    const value = readProperty(row, property, view, false);
    return ignoresCase && typeof value === "string" ? value.toLowerCase() : value;
  };
  return (one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === b) return 0;
    if (a === undefined || a === null) return 1;
    if (b === undefined || b === null) return -1;
    return a < b ? -1 : 1;
  };
}
