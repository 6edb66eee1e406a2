import { canRead } from "../access/access.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import type { View } from "../wire/view.ts";
import { gistFilterTest, parseGistFilters } from "./filter.ts";
import { itemsOf, ownerAlong } from "./items.ts";
import { gistOrder, parseGistOrder } from "./order.ts";
import { type PlannedField, planFields } from "./plan.ts";
import type { GistQuery } from "./query.ts";

/** A collection of an object, whose gist is asked for. */
export interface GistOwner {
  /** Undefined where there is no such object: its collection is empty. */
  readonly row: Stored | undefined;
  readonly property: Property;
}

/** The objects of a gist, in order, with what to show of each. */
export interface GistSelection {
  readonly fields: readonly PlannedField[];
  /** Those of the page. */
  readonly rows: readonly Stored[];
  /** How many pass. */
  readonly total: number;
}

/** What a gist of a type is about; the collection of an owner, or with `inverse` what is not in it. */
export function selectGist(
  model: Model,
  query: GistQuery,
  owner: GistOwner | undefined,
  view: View,
  now: number,
): GistSelection {
  const filters = parseGistFilters(query.filter);
  const orders = parseGistOrder(query.order);
  const fields = planFields({ model, schemas: view.schemas, caller: view.caller, query });
  const passes = gistFilterTest(filters, model, query, view, now);
  const compare = gistOrder(orders, model, view);
  const found = candidates(model, query, owner, view).filter(
    (row) => canRead(view.caller, row) && passes(row),
  );
  const joined = found.filter((row) => joins(row, fields, view)).sort(compare);
  const start = query.pageSize === undefined ? 0 : (query.page - 1) * query.pageSize;
  const rows = query.pageSize === undefined ? joined : joined.slice(start, start + query.pageSize);
  return { fields, rows, total: found.length };
}

function candidates(
  model: Model,
  { inverse }: GistQuery,
  owner: GistOwner | undefined,
  view: View,
): Stored[] {
  if (owner === undefined) return [...view.store.all(model)];
  if (owner.row === undefined) return [];
  const items = itemsOf(owner.row, owner.property, view);
  if (!inverse) return items;
  const inside = new Set(items.map(({ uid }) => uid));
  return [...view.store.all(model)].filter(({ uid }) => !inside.has(uid));
}

/** A plain value of what an object refers to is joined: an object without the reference falls out of the list. */
function joins(row: Stored, fields: readonly PlannedField[], view: View): boolean {
  return fields.every(
    (field) =>
      field.kind !== "property" ||
      field.path.properties.length === 1 ||
      field.path.last.relation ||
      ownerAlong(row, field.path.properties, view) !== undefined,
  );
}
