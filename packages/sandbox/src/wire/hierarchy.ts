import type { Model, Schemas } from "../schema/schema.ts";
import type { Store, Stored } from "../store/store.ts";
import { idOf } from "../store/values.ts";
import type { Computed } from "./computed.ts";

/** Whether objects of a model stand in a tree: they have a parent of their own kind, a path and a level. */
function isTree(model: Model): boolean {
  return model.property("parent")?.target === model.name && model.property("path") !== undefined;
}

/** Objects above an object, the root first; a circle ends where it closes. */
export function ancestorsOf(store: Store, row: Stored): Stored[] {
  const above: Stored[] = [];
  const seen = new Set([row.uid]);
  let parent = idOf(row.values["parent"]);
  while (parent !== undefined && !seen.has(parent)) {
    seen.add(parent);
    const next = store.get(row.model, parent);
    if (next === undefined) break;
    above.unshift(next);
    parent = idOf(next.values["parent"]);
  }
  return above;
}

const treeComputed: Readonly<Record<string, Computed>> = {
  ancestors: (row, view) => ancestorsOf(view.store, row).map(({ uid }) => ({ id: uid })),
  path: (row, view) => [...ancestorsOf(view.store, row), row].map(({ uid }) => `/${uid}`).join(""),
  level: (row, view) => ancestorsOf(view.store, row).length + 1,
  leaf: (row, view) => view.store.referring(`${row.model.name}.parent`, row.uid).size === 0,
};

/** What an object of a tree computes from its place. */
export function hierarchyOf(_schemas: Schemas, model: Model, property: string): Computed | undefined {
  return Object.hasOwn(treeComputed, property) && isTree(model) ? treeComputed[property] : undefined;
}
