import type { Model, Property } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Stored } from "../store/store.ts";
import { idOf, isList, isObject, type Json } from "../store/values.ts";
import { columnValue } from "../wire/read.ts";
import type { View } from "../wire/view.ts";

/** Properties along a dotted path; undefined where a name is unknown. */
export function resolvePath(model: Model, path: string, schemas: Schemas): readonly Property[] | undefined {
  const properties: Property[] = [];
  let current: Model | undefined = model;
  for (const name of path.split(".")) {
    const property: Property | undefined = current?.property(name);
    if (property === undefined) return undefined;
    properties.push(property);
    current = schemas.targetOf(property);
  }
  return properties;
}

/** Every value at the end of a path, through references and collections. */
export function valuesAt(row: Stored, path: readonly Property[], view: View): Json[] {
  const [first, ...rest] = path;
  if (first === undefined) return [];
  const value = columnValue(row, first, view);
  if (value === undefined) return [];
  return rest.length === 0 ? [value] : spread(value).flatMap((item) => inside(item, first, rest, view));
}

function inside(item: Json, property: Property, path: readonly Property[], view: View): Json[] {
  if (property.kind === "reference" || property.kind === "user") {
    const uid = idOf(item);
    const model = view.schemas.targetOf(property);
    const row = uid === undefined || model === undefined ? undefined : view.store.get(model, uid);
    return row === undefined ? [] : valuesAt(row, path, view);
  }
  const [first, ...rest] = path;
  if (first === undefined || !isObject(item) || !Object.hasOwn(item, first.name)) return [];
  const value = item[first.name];
  if (value === undefined || value === null) return [];
  return rest.length === 0 ? [value] : spread(value).flatMap((part) => inside(part, first, rest, view));
}

function spread(value: Json): readonly Json[] {
  return isList(value) ? value : [value];
}
