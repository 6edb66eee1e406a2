import { Refusal } from "../http/refusal.ts";
import { type Compare, comparing } from "../query/order.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import type { View } from "../wire/view.ts";
import { itemsOf, ownerAlong } from "./items.ts";
import { gistPath } from "./path.ts";

/** One step of an order. */
export interface GistOrder {
  readonly path: string;
  readonly isDescending: boolean;
}

/** Reads `order`: `name:desc,id`. */
export function parseGistOrder(text: string): GistOrder[] {
  const parts = text === "" ? [] : text.split(",");
  return parts.map((part) => {
    const [path = "", direction = "asc", ...rest] = part.replaceAll("::", ":").split(/[:~@]/);
    if (rest.length > 0) throw new Refusal(400, `Not a valid order expression: ${part}`);
    const upper = direction.toUpperCase();
    if (upper !== "ASC" && upper !== "DESC")
      throw new Refusal(400, `No enum constant org.hisp.dhis.gist.GistQuery.Direction.${upper}`);
    return { path, isDescending: upper === "DESC" };
  });
}

/** The order of a gist: what is asked for, else the type's own, else that of the making. */
export function gistOrder(orders: readonly GistOrder[], model: Model, view: View): Compare {
  const comparisons =
    orders.length > 0 ? orders.map((order) => comparison(order, model, view)) : ownOrder(model, view);
  return (one, other) => {
    for (const compare of comparisons) {
      const difference = compare(one, other);
      if (difference !== 0) return difference;
    }
    return one.serial - other.serial;
  };
}

function ownOrder({ properties }: Model, view: View): Compare[] {
  return properties
    .filter(({ gistOrder }) => gistOrder !== undefined)
    .sort((one, other) => (one.gistOrder ?? 0) - (other.gistOrder ?? 0))
    .map((property) =>
      property.kind === "reference" ? comparingTargets(property, view) : comparing(property, view, false),
    );
}

/** By when what they refer to was made. */
function comparingTargets(property: Property, view: View): Compare {
  const place = (row: Stored): number => itemsOf(row, property, view)[0]?.serial ?? Number.MAX_SAFE_INTEGER;
  return (one, other) => place(one) - place(other);
}

function comparison({ path, isDescending }: GistOrder, model: Model, view: View): Compare {
  const { properties, last } = gistPath(model, path, view.schemas);
  if (!last.persisted || !last.simple || last.shape !== "single")
    throw new Refusal(400, `Property \`${last.reportName}\` cannot be used as order property.`);
  const compare = comparing(last, view, false);
  const along: Compare = (one, other) => {
    const [a, b] = [ownerAlong(one, properties, view), ownerAlong(other, properties, view)];
    return a === undefined || b === undefined
      ? Number(a === undefined) - Number(b === undefined)
      : compare(a, b);
  };
  return isDescending ? (one, other) => along(other, one) : along;
}
