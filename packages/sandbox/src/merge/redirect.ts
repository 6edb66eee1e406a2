import type { Referrer } from "../schema/schema.ts";
import type { Store, Stored } from "../store/store.ts";
import { idOf, isList, isObject, type Json } from "../store/values.ts";

/**
 * Puts others in the place of an object in what refers to it: all of them in a list, which has each once, and the
 * first where there is room for one.
 */
export function redirect(source: Stored, targets: readonly Stored[], store: Store): void {
  for (const referrer of [...store.whoRefers(source)]) redirectOne(referrer, source, targets, store);
}

function redirectOne(
  { row, property, inner }: Referrer & { readonly row: Stored },
  source: Stored,
  targets: readonly Stored[],
  store: Store,
): void {
  const current = store.get(row.model, row.uid);
  const value = current?.values[property.name];
  if (current === undefined || value === undefined) return;
  const places = targets.map(({ uid }): Json => ({ id: uid }));
  const within = (item: Json): Json[] => {
    if (inner === undefined) return idOf(item) === source.uid ? places : [item];
    if (!isObject(item) || idOf(item[inner.name]) !== source.uid) return [item];
    return places.map((place) => ({ ...item, [inner.name]: place }));
  };
  const changed = isList(value) ? once(value.flatMap(within)) : (within(value)[0] ?? value);
  store.put(current.model, current.uid, { ...current.values, [property.name]: changed });
}

function once(items: readonly Json[]): Json[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const uid = idOf(item) ?? JSON.stringify(item);
    return !seen.has(uid) && seen.add(uid);
  });
}
