import type { Property } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import { idsOf } from "../store/values.ts";
import type { BundleEntry, ImportContext } from "./bundle.ts";

/** Whether the items of a list say which owner they belong to, and the owner itself stores nothing. */
export function isKeptByItems(property: Property): boolean {
  return property.owner && property.inverseOf !== undefined;
}

/**
 * Tells the items of an owner's lists that they are its own. In an ordered list they learn their places, and what is
 * no longer in the list belongs to nobody.
 */
export function placeItems(stored: Stored, entry: BundleEntry, { schemas, store }: ImportContext): void {
  for (const property of stored.model.properties) {
    const target = schemas.targetOf(property);
    const back = property.inverseOf?.property;
    if (!isKeptByItems(property) || target === undefined || back === undefined) continue;
    const wanted = idsOf(entry.values[property.name]);
    const has = property.ordered ? new Set(wanted) : undefined;
    for (const uid of [...store.referring(`${target.name}.${back}`, stored.uid)]) {
      const row = store.get(target, uid);
      if (row === undefined || has === undefined || has.has(uid)) continue;
      const { [back]: _owner, ...values } = row.values;
      store.put(target, uid, values);
    }
    for (const [place, uid] of wanted.entries()) {
      const row = store.get(target, uid);
      if (row === undefined) continue;
      const placed = property.ordered && target.property("sortOrder") !== undefined;
      store.put(target, uid, {
        ...row.values,
        [back]: { id: stored.uid },
        ...(placed ? { sortOrder: place } : {}),
      });
    }
  }
}
