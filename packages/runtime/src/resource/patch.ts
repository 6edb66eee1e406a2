import type { JsonPatchOperation } from "./patch-operation.ts";

/** Properties with new values; `null` clears what may be left out. There is no new `id` (BUG-330). */
export type PatchChanges<Update> = { readonly [Key in keyof Update as Exclude<Key, "id">]?: Update[Key] };

/**
 * Changes as operations: own keys replace, `null` clears, `undefined` counts as absent. Operations pass as they are.
 *
 * @throws RangeError for operations on single attribute values: some releases refuse them, some answer success and do
 *   nothing, and where they work the order of the values is not stable (BUG-101).
 */
export function toPatch(changes: object | readonly JsonPatchOperation[]): readonly JsonPatchOperation[] {
  if (!Array.isArray(changes))
    return Object.entries(changes)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ({
        op: "replace",
        path: `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        value,
      }));
  const operations: readonly JsonPatchOperation[] = changes;
  for (const { op, path } of operations)
    if (path.startsWith("/attributeValues/") || (op === "remove-by-id" && path === "/attributeValues"))
      throw new RangeError(`${op} ${path}: replace /attributeValues whole, or use attributeValues.setValue`);
  return operations;
}
