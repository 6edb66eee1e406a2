import type { Ref } from "@dhis2w/query";

/** One operation of DHIS2's dialect of JSON Patch: there is no `test`, `move` or `copy`, but `remove-by-id`. */
export type JsonPatchOperation<Path extends string = string> =
  | { readonly op: "add" | "replace"; readonly path: Path; readonly value: unknown }
  | { readonly op: "remove"; readonly path: Path }
  | { readonly op: "remove-by-id"; readonly path: Path; readonly id: string };

/**
 * One operation on what `Update` changes. The path says which value it takes: a text at `/shortName`, references at
 * `/categories`, one of them at `/categories/-`, `null` where something may be left out. Three steps are known, and
 * further ones take any value. There is none for what servers take and ignore: the `id` and the inside of a reference
 * (BUG-330), single attribute values (BUG-101).
 */
export type PatchOperation<Update> = [keyof Update] extends [never]
  ? JsonPatchOperation
  : OperationWithin<"", Required<Omit<Update, "id">>, [1, 2, 3]>;

/**
 * Operations in their order. A list has none of the properties that are changed: that tells it from the changes
 * themselves, so that the compiler's message about a misspelt key of these names the one that was meant.
 */
export type PatchOperations<Update> = readonly PatchOperation<Update>[] & {
  readonly [Key in Exclude<keyof Update, "id" | keyof (readonly unknown[])>]?: never;
};

/** An operation on a property of an object, or deeper; each step takes one of `Steps`. */
type OperationWithin<Path extends string, Value, Steps extends readonly unknown[]> = [keyof Value] extends [
  never,
]
  ? JsonPatchOperation<`${Path}/${string}`>
  : keyof Ref<string> extends keyof Value
    ? never
    : Steps extends readonly [unknown, ...infer Further]
      ? {
          [Name in keyof Value & string]-?: OperationAt<`${Path}/${Name}`, Value[Name], Further>;
        }[keyof Value & string]
      : JsonPatchOperation<`${Path}/${string}`>;

/** An operation on a value, whole or in part. */
type OperationAt<Path extends string, Value, Steps extends readonly unknown[]> =
  | SetOperation<Path, undefined extends Value ? Exclude<Value, undefined> | null : Value>
  | (Value extends null | undefined ? RemoveOperation<Path> : never)
  | (Path extends "/attributeValues" ? never : OperationInside<Path, NonNullable<Value>, Steps>);

/** An operation on a part of a value. */
type OperationInside<Path extends string, Value, Steps extends readonly unknown[]> = Value extends
  | string
  | number
  | boolean
  ? never
  : Value extends readonly (infer Item)[]
    ?
        | (Item extends { readonly id?: string }
            ? { readonly op: "remove-by-id"; readonly path: Path; readonly id: string }
            : never)
        | { readonly op: "add"; readonly path: `${Path}/-`; readonly value: Item }
        | SetOperation<`${Path}/${number}`, Item>
        | RemoveOperation<`${Path}/${number}`>
        | OperationInside<`${Path}/${number}`, Item, Steps>
    : OperationWithin<Path, Value, Steps>;

/** Puts a value there. */
interface SetOperation<Path extends string, Value> {
  readonly op: "add" | "replace";
  readonly path: Path;
  readonly value: Value;
}

/** Takes away what is there. */
interface RemoveOperation<Path extends string> {
  readonly op: "remove";
  readonly path: Path;
}
