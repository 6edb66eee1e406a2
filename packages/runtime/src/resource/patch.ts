import type { JsonPatchOperation } from "./patch-operation.ts";

/** Properties with new values; `null` clears what may be left out. There is no new `id` (BUG-330). */
export type PatchChanges<Update> = { readonly [Key in keyof Update as Exclude<Key, "id">]?: Update[Key] };

/**
 * Changes as operations: own keys replace, `null` clears, `undefined` counts as absent. Operations pass as they are.
 *
 * @throws RangeError for what no release does. Operations on single attribute values: some refuse them, some answer
 *   success and do nothing, and where they work the order of the values is not stable (BUG-101). Another `id`: servers
 *   answer success and keep the one that they have (BUG-330).
 */
export function toPatch(
  uid: string,
  changes: object | readonly JsonPatchOperation[],
): readonly JsonPatchOperation[] {
  const operations: readonly JsonPatchOperation[] = Array.isArray(changes) ? changes : replacing(changes);
  for (const operation of operations) {
    const { op, path } = operation;
    if (path.startsWith("/attributeValues/") || (op === "remove-by-id" && path === "/attributeValues"))
      throw new RangeError(`${op} ${path}: replace /attributeValues whole, or use attributeValues.setValue`);
    if (path === "/id" && !("value" in operation && operation.value === uid))
      throw new RangeError(`${op} ${path}: an object keeps its id`);
  }
  return operations;
}

const replacing = (changes: object): readonly JsonPatchOperation[] =>
  Object.entries(changes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({
      op: "replace",
      path: `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
      value,
    }));
