/** Where a JSON Patch points: at a property, or at something inside its value, `/style/color`. */
export type PatchPath<Property extends string> = `/${Property}` | `/${Property}/${string}`;

/** One operation of DHIS2's dialect of JSON Patch: there is no `test`, `move` or `copy`, but `remove-by-id`. */
export type JsonPatchOperation<Property extends string = string> =
  | { readonly op: "add" | "replace"; readonly path: PatchPath<Property>; readonly value: unknown }
  | { readonly op: "remove"; readonly path: PatchPath<Property> }
  | { readonly op: "remove-by-id"; readonly path: PatchPath<Property>; readonly id: string };

/** Properties with new values; `null` clears. */
export type PatchChanges<Update> = { readonly [Key in keyof Update]?: Update[Key] | null };

/** Names that paths of a patch begin with; any where an update says nothing about its properties. */
export type PatchedProperty<Update> = [keyof Update & string] extends [never]
  ? string
  : keyof Update & string;

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
