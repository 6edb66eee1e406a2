/** An attribute value as an object carries it; keys that nobody here knows stay in it. */
export interface StoredValue {
  readonly attribute: { readonly id: string };
  readonly value: string;
}

/** The value of an attribute, or `undefined`. */
export const findValue = (values: readonly StoredValue[], attributeUid: string): string | undefined =>
  values.find((item) => item.attribute.id === attributeUid)?.value;

/**
 * The values with this one added, replaced, or taken away (`undefined`); the others, and unknown keys of its own item,
 * stay as they are.
 */
export function withValue(
  values: readonly StoredValue[],
  attributeUid: string,
  value: string | undefined,
): StoredValue[] {
  if (value === undefined) return values.filter((item) => item.attribute.id !== attributeUid);
  if (findValue(values, attributeUid) === undefined)
    return [...values, { attribute: { id: attributeUid }, value }];
  return values.map((item) => (item.attribute.id === attributeUid ? { ...item, value } : item));
}
