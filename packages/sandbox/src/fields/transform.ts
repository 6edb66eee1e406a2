import { emptyValues, isList, isObject, type Json } from "../store/values.ts";
import type { Transformer } from "./selection.ts";

type Transform = (value: Json, argument: string) => Json;

const transforms: Readonly<Record<string, Transform>> = {
  size: (value) => (isList(value) || typeof value === "string" ? value.length : value),
  isEmpty: (value) => (isList(value) ? value.length === 0 : value),
  isNotEmpty: (value) => (isList(value) ? value.length > 0 : value),
  pluck: (value, name) => (isList(value) ? value.map((item) => member(item, name) ?? item) : value),
  keyBy: (value, name) => (isList(value) ? grouped(value, name) : value),
};

/** A value after its transformers; unknown ones do nothing. */
export function transform(value: Json, transformers: readonly Transformer[]): Json {
  let result = value;
  for (const { name, argument } of transformers) {
    const apply = Object.hasOwn(transforms, name) ? transforms[name] : undefined;
    if (apply !== undefined) result = apply(result, argument ?? "id");
  }
  return result;
}

function member(item: Json, name: string): Json | undefined {
  return isObject(item) && Object.hasOwn(item, name) ? item[name] : undefined;
}

/** Items by the text of one of their properties; those without it are dropped, those that share one are a list. */
function grouped(items: readonly Json[], name: string): Json {
  const groups = new Map<string, Json[]>();
  for (const item of items) {
    const key = member(item, name);
    if (key === undefined || key === null || typeof key === "object") continue;
    const group = groups.get(String(key)) ?? [];
    groups.set(String(key), group);
    group.push(item);
  }
  const result = emptyValues();
  for (const [key, group] of groups) {
    const [only] = group;
    result[key] = group.length === 1 && only !== undefined ? only : group;
  }
  return result;
}
