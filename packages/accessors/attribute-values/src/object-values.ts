import { type CallOptions, type Connection, misshapen } from "@dhis2w/runtime";
import type { StoredValue } from "./stored-value.ts";

/** All attribute values of an object, each with every key that the server sent. */
export async function readValues(
  connection: Connection,
  path: string,
  call: CallOptions,
): Promise<StoredValue[]> {
  return valuesIn(
    connection,
    path,
    await connection.request("GET", path, { ...call, query: { fields: "id,attributeValues" } }),
  );
}

/**
 * Replaces the values of an object by one PATCH and touches nothing else of it: the one form that every release stores
 * (BUG-101). `replace` is recorded over values that there are, `add` where there are none.
 */
export async function writeValues(
  connection: Connection,
  path: string,
  stored: readonly StoredValue[],
  values: readonly StoredValue[],
  call: CallOptions,
): Promise<void> {
  await connection.request("PATCH", path, {
    ...call,
    body: [{ op: stored.length === 0 ? "add" : "replace", path: "/attributeValues", value: values }],
  });
}

/** The list of values in an answer. Without one a write would clear what it cannot see, so that is an error. */
export function valuesIn<Value = StoredValue>(connection: Connection, path: string, body: unknown): Value[] {
  const list = (body as { readonly attributeValues?: unknown } | undefined)?.attributeValues;
  // Every release sends attribute values as a list of `{ attribute: { id }, value }`.
  if (Array.isArray(list)) return list as Value[];
  throw misshapen(connection.baseUrl, "GET", path, "no list of attribute values", body);
}
