import { draftOf, emptyValues, isList, isObject, type Json } from "../store/values.ts";

/** Names of a dotted path: `deep.x.y`, `list.0` or `list[0]`. */
export function pathOf(text: string): string[] {
  return text
    .replaceAll(/\[(\d+)\]/g, ".$1")
    .split(".")
    .filter((name) => name !== "");
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: Json, path: readonly string[]): Json | undefined {
  let current: Json | undefined = value;
  for (const name of path) {
    if (isList(current)) current = current[Number(name)];
    else if (isObject(current) && Object.hasOwn(current, name)) current = current[name];
    else return undefined;
  }
  return current;
}

/** The value with another one at a path; where nothing stands at the path, nothing changes. */
export function withValueAt(value: Json, path: readonly string[], replacement: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return replacement;
  if (isList(value)) {
    const item = value[Number(name)];
    return item === undefined ? value : value.with(Number(name), withValueAt(item, rest, replacement));
  }
  if (!isObject(value)) return value;
  const inner = Object.hasOwn(value, name) ? value[name] : undefined;
  if (inner === undefined) return value;
  return { ...draftOf(value), [name]: withValueAt(inner, rest, replacement) };
}

/** Puts a value at a path of an answer under construction, with the objects on the way to it. */
export function nest(path: readonly string[], value: Json): Json {
  return path.reduceRight<Json>((inner, name) => Object.assign(emptyValues(), { [name]: inner }), value);
}
