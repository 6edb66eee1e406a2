import type { Schemas } from "../schema/schema.ts";
import { idOf, isList, isObject, type Json, type JsonObject } from "../store/values.ts";

/** One attribute value on its way in. */
export interface GivenAttributeValue {
  readonly attribute: string;
  readonly value: string;
}

/** The attribute values of a body, as a list or keyed by attribute; an attribute counts once. */
export function givenAttributeValues(given: Json | undefined): GivenAttributeValue[] {
  const values = new Map<string, string>();
  const add = (attribute: string | undefined, value: Json | undefined): void => {
    if (attribute === undefined || value === undefined || value === null || values.has(attribute)) return;
    values.set(attribute, typeof value === "object" ? JSON.stringify(value) : String(value));
  };
  if (isList(given)) {
    for (const entry of given) if (isObject(entry)) add(idOf(entry["attribute"]), entry["value"]);
  } else if (isObject(given)) {
    for (const [attribute, entry] of Object.entries(given))
      add(attribute, isObject(entry) ? entry["value"] : entry);
  }
  return [...values].map(([attribute, value]) => ({ attribute, value }));
}

/** Attribute values as they are stored. */
export function storedAttributeValues(given: Json | undefined, schemas: Schemas): JsonObject[] | undefined {
  const values = givenAttributeValues(given).filter(
    ({ value }) => value !== "" || !schemas.has("emptyAttributeValueDropped"),
  );
  return values.length === 0
    ? undefined
    : values.map(({ attribute, value }) => ({ attribute: { id: attribute }, value }));
}
