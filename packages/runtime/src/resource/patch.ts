/** One operation of DHIS2's dialect of JSON Patch: there is no `test`, `move` or `copy`, but `remove-by-id`. */
export type JsonPatchOperation =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: unknown }
  | { readonly op: "remove"; readonly path: string }
  | { readonly op: "remove-by-id"; readonly path: string; readonly id: string };

/**
 * Changes as operations: own keys replace, `null` clears, `undefined` counts as absent. Operations pass as they are.
 */
export function toPatch(changes: object | readonly JsonPatchOperation[]): readonly JsonPatchOperation[] {
  if (Array.isArray(changes)) return changes;
  return Object.entries(changes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({
      op: "replace",
      path: `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
      value,
    }));
}
