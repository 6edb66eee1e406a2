/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** Stored properties of an object by wire name; references are `{ id }`. Never changed in place. */
export type Values = { readonly [name: string]: Json };

/** Values under construction; without a prototype, so that no key means more than itself. */
export type DraftValues = { [name: string]: Json };

/** An empty object without a prototype. */
export function emptyValues(): DraftValues {
  // Object.create is typed as any.
  return Object.create(null) as DraftValues;
}

/** A copy that may be changed. */
export function draftOf(values: Values): DraftValues {
  return Object.assign(emptyValues(), values);
}

/** Whether it is a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether it is a JSON array; `Array.isArray` does not narrow readonly arrays. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The UID of a reference. */
export function idOf(value: Json | undefined): string | undefined {
  const id = isObject(value) && Object.hasOwn(value, "id") ? value["id"] : undefined;
  return typeof id === "string" ? id : undefined;
}

/** The UIDs of a collection of references, in their order. */
export function idsOf(value: Json | undefined): string[] {
  return isList(value) ? value.map(idOf).filter((id) => id !== undefined) : [];
}

/** A text property. */
export function textOf(values: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return typeof value === "string" ? value : undefined;
}
