import { compareText } from "../text-order.ts";

/** A JSON value in canonical order, given the path of keys that leads to it (`*` for an array's items). */
export type ArrayOrder = (path: readonly string[]) => ((item: unknown) => string) | undefined;

/** Text of a JSON value with sorted keys, one space a level and a final newline. */
export function canonicalText(
  value: unknown,
  replaceText: (text: string) => string,
  orderOf: ArrayOrder,
): string {
  return `${JSON.stringify(ordered(value, [], replaceText, orderOf), null, 1)}\n`;
}

function ordered(
  value: unknown,
  path: readonly string[],
  replaceText: (text: string) => string,
  orderOf: ArrayOrder,
): unknown {
  if (typeof value === "string") return replaceText(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => ordered(item, [...path, "*"], replaceText, orderOf));
    const key = orderOf(path);
    if (key === undefined) return items;
    return items
      .map((item) => [key(item), item] as const)
      .sort(([a], [b]) => compareText(a, b))
      .map(([, item]) => item);
  }
  const entries = Object.entries(value)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, item]) => [key, ordered(item, [...path, key], replaceText, orderOf)] as const);
  return Object.fromEntries(entries);
}
