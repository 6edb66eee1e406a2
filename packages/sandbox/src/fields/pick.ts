import { isList, isObject, type Json } from "../store/values.ts";
import type { Selection } from "./selection.ts";

/** What a selection takes of plain JSON; a list is taken item by item. */
export function pick(value: Json, selection: Selection): Json {
  if (isList(value)) return value.map((item) => pick(item, selection));
  if (!isObject(value)) return value;
  const result: Record<string, Json> = {};
  if (selection.presets.includes("all"))
    for (const [name, inner] of Object.entries(value))
      if (!selection.excluded.includes(name)) result[name] = inner;
  for (const { name, children } of selection.fields) {
    if (!Object.hasOwn(value, name) || selection.excluded.includes(name)) continue;
    const inner = value[name] ?? null;
    result[name] = children === undefined ? inner : pick(inner, children);
  }
  return result;
}
