/**
 * What the server computes or keeps itself: a read carries it, a write may not set it. PATCH answers 200 to it and does
 * nothing, so it is left out rather than sent.
 */
export const computedProperties: ReadonlySet<string> = new Set(
  "access attributeValues categoryOptionCombos created createdBy displayName favorite favorites href id isDefault lastUpdated lastUpdatedBy user".split(
    " ",
  ),
);

/** Properties of an object, by name. */
type Properties = Readonly<Record<string, unknown>>;

/**
 * The properties that `edited` gives another value than `stored` has: own keys that are present count, absent and
 * `undefined` ones do not, `null` clears. What is equal already is left out, so that a change that somebody else
 * made meanwhile to another property stays.
 */
export const changesBetween = (stored: Properties, edited: Properties): Properties =>
  Object.fromEntries(
    Object.entries(edited)
      .filter(([name, value]) => value !== undefined && !computedProperties.has(name))
      .map(([name, value]) => [name, name === "categories" ? references(value) : value] as const)
      .filter(([name, value]) =>
        name === "categories"
          ? JSON.stringify(value) !== JSON.stringify(references(stored[name]))
          : canonical(value) !== canonical(stored[name] ?? null),
      ),
  );

/** Categories are read with name and code and written as references, whose order counts. */
const references = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((item: { readonly id: unknown }) => ({ id: item.id })) : value;

/** Text that is equal for equal JSON, in whichever order the server sends keys and items. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (Array.isArray(part)) return part.map(canonical).sort();
    return typeof part === "object" && part !== null ? Object.fromEntries(Object.entries(part).sort()) : part;
  });
