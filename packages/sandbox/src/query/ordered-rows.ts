import type { Model } from "../schema/model.ts";
import type { Store, Stored } from "../store/store.ts";
import type { View } from "../wire/view.ts";
import { orderOf } from "./order.ts";

interface Known {
  readonly revision: number;
  readonly rows: readonly Stored[];
}

/** Orders by what is stored, which does not depend on who asks. */
const plain = /^(?:(?:name|id|code|shortName|created|lastUpdated)(?::i?(?:asc|desc))?)?$/;
const mostKept = 50;

const kept = new WeakMap<Store, Map<string, Known>>();

/**
 * All objects of a type in the order that a list asks for: kept until anything changes, so that the pages of a list
 * are sorted once. Undefined where the order may depend on who asks.
 */
export function orderedRows(model: Model, view: View, query: URLSearchParams): readonly Stored[] | undefined {
  const order = query.getAll("order").join();
  if (!plain.test(order) || query.has("query")) return undefined;
  const lists = kept.get(view.store) ?? new Map<string, Known>();
  kept.set(view.store, lists);
  const key = `${model.name} ${order}`;
  const { revision } = view.store;
  const known = lists.get(key);
  if (known?.revision === revision) return known.rows;
  if (query.has("filter")) return undefined;
  const rows = [...view.store.all(model)].sort(orderOf(model, view, query));
  if (lists.size >= mostKept) lists.clear();
  lists.set(key, { revision, rows });
  return rows;
}
