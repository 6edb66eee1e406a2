import type { Schemas } from "../schema/schema.ts";
import { emptyValues, isList, isObject, type Json, type JsonObject } from "../store/values.ts";
import type { GistValue } from "./value.ts";

/** An entry of a gist: its values under their names, or the value itself where there is only one field. */
export function gistEntry(values: readonly GistValue[], schemas: Schemas): Json {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) return only.value ?? null;
  const entry = emptyValues();
  for (const one of values) {
    const value = one.value ?? absent(one, schemas);
    if (value !== undefined) addMember(entry, one.field.name, value, isListOfItems(one));
  }
  return entry;
}

const isListOfItems = ({ field }: GistValue): boolean =>
  field.kind === "property" && (field.transform === "IDS" || field.transform === "PLUCK");

/** What stands for the items of an empty collection whose properties were asked for one by one. */
function absent(one: GistValue, schemas: Schemas): Json | undefined {
  return isListOfItems(one) && one.field.name.includes(".") && schemas.has("gistEmptyListOfItems")
    ? []
    : undefined;
}

/** A dot in a name nests; lists that share what stands before it are joined item by item. */
function addMember(entry: { [key: string]: Json }, name: string, value: Json, isItems: boolean): void {
  const dot = name.indexOf(".");
  if (dot === -1) {
    entry[name] = value;
    return;
  }
  const [parent, child] = [name.slice(0, dot), name.slice(dot + 1)];
  const known = entry[parent] ?? (isItems ? [] : {});
  if (isList(known))
    entry[parent] = isItems && isList(value) ? zipped(known, child, value) : [...known, value];
  else if (isObject(known)) entry[parent] = { ...known, [child]: value };
  else entry[name] = value;
}

function zipped(items: readonly Json[], name: string, values: readonly Json[]): Json[] {
  return values.map((value, index): Json => {
    const item: JsonObject | undefined = isObject(items[index]) ? items[index] : undefined;
    return { ...item, [name]: value };
  });
}
