import type { Model } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Store, Stored } from "../store/store.ts";
import { idOf, textOf } from "../store/values.ts";
import type { Computed } from "./computed.ts";

/** Whether objects of a model stand in a tree: they have a parent of their own kind, a path and a level. */
function isTree(model: Model): boolean {
  return model.property("parent")?.target === model.name && model.property("path") !== undefined;
}

/** Objects above an object, the root first; in a circle the object itself is one, and the circle is walked once. */
export function ancestorsOf(store: Store, row: Stored): Stored[] {
  const above: Stored[] = [];
  const seen = new Set<string>();
  let parent = idOf(row.values["parent"]);
  while (parent !== undefined && !seen.has(parent)) {
    seen.add(parent);
    const next = store.get(row.model, parent);
    if (next === undefined) break;
    above.push(next);
    parent = idOf(next.values["parent"]);
  }
  return above.reverse();
}

/** Objects right below an object. */
export function childrenOf(store: Store, row: Stored): Stored[] {
  return [...store.referring(`${row.model.name}.parent`, row.uid)].flatMap(
    (uid) => store.get(row.model, uid) ?? [],
  );
}

/** Where an object stands: 1 for a root. What is stored goes first, which lags behind where its parent moved. */
export function levelOf(store: Store, row: Stored): number {
  const { level } = row.values;
  return typeof level === "number" ? level : ancestorsOf(store, row).length + 1;
}

const pathOf = (store: Store, row: Stored): string =>
  [...ancestorsOf(store, row), row].map(({ uid }) => `/${uid}`).join("");

/**
 * Stores where an object of a tree stands, and what is above it. The server does so for what is saved, and does not
 * look at what is below.
 */
export function storePlace(store: Store, row: Stored): Stored {
  if (!isTree(row.model)) return row;
  for (const { model, uid, values } of [...ancestorsOf(store, row), row]) {
    const path = pathOf(store, { ...row, uid, values });
    if (values["path"] !== path)
      store.put(model, uid, { ...values, path, level: path.split("/").length - 1 });
  }
  return store.get(row.model, row.uid) ?? row;
}

const treeComputed: Readonly<Record<string, Computed>> = {
  ancestors: (row, view) => ancestorsOf(view.store, row).map(({ uid }) => ({ id: uid })),
  children: (row, view) =>
    childrenOf(view.store, row)
      .sort(byName)
      .map(({ uid }) => ({ id: uid })),
  path: (row, view) => pathOf(view.store, row),
  level: (row, view) => levelOf(view.store, row),
  leaf: (row, view) => view.store.referring(`${row.model.name}.parent`, row.uid).size === 0,
};

const byName = (one: Stored, other: Stored): number =>
  (textOf(one.values, "name") ?? "") < (textOf(other.values, "name") ?? "") ? -1 : 1;

/** What an object of a tree computes from its place. */
export function hierarchyOf(_schemas: Schemas, model: Model, property: string): Computed | undefined {
  return Object.hasOwn(treeComputed, property) && isTree(model) ? treeComputed[property] : undefined;
}
