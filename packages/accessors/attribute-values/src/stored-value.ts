/** An attribute value as an object carries it; keys that nobody here knows stay in it. */
export interface StoredValue {
  readonly attribute: { readonly id: string };
  readonly value: string;
}

/** The value of an attribute, or `undefined`. */
export const findValue = (values: readonly StoredValue[], attributeUid: string): string | undefined =>
  values.find((item) => item.attribute.id === attributeUid)?.value;

/** The values with this one added or replaced; the others, and unknown keys of its own item, stay as they are. */
export function withValue(
  values: readonly StoredValue[],
  attributeUid: string,
  value: string,
): StoredValue[] {
  const replaced = values.map((item) => (item.attribute.id === attributeUid ? { ...item, value } : item));
  return findValue(values, attributeUid) === undefined
    ? [...replaced, { attribute: { id: attributeUid }, value }]
    : replaced;
}

/** The values without this one. */
export const withoutValue = (values: readonly StoredValue[], attributeUid: string): StoredValue[] =>
  values.filter((item) => item.attribute.id !== attributeUid);
