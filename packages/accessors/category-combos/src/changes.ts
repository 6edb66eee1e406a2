import type { JsonPatchOperation } from "@dhis2w/runtime";

/**
 * What the server computes or keeps itself: a read carries it, a write may not set it. PATCH answers 200 to it and does
 * nothing, so it is left out rather than sent.
 */
export const computedProperties: ReadonlySet<string> = new Set([
  "access",
  "attributeValues",
  "categoryOptionCombos",
  "created",
  "createdBy",
  "displayName",
  "favorite",
  "favorites",
  "href",
  "id",
  "isDefault",
  "lastUpdated",
  "lastUpdatedBy",
  "user",
]);

/**
 * The operations that turn `stored` into what `edited` asks for: own keys that are present replace, absent and
 * `undefined` ones keep, `null` clears. What is equal already is not sent, so that a change that somebody else
 * made meanwhile to another property stays.
 */
export function changesBetween(
  stored: Readonly<Record<string, unknown>>,
  edited: Readonly<Record<string, unknown>>,
): JsonPatchOperation[] {
  return Object.entries(edited).flatMap(([name, value]): JsonPatchOperation[] => {
    if (value === undefined || computedProperties.has(name)) return [];
    const path = `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const isStored = stored[name] !== undefined && stored[name] !== null;
    if (value === null) return isStored ? [{ op: "remove", path }] : [];
    const written = name === "categories" ? references(value) : value;
    const present = name === "categories" ? references(stored[name]) : stored[name];
    if (canonical(written, name === "categories") === canonical(present, name === "categories")) return [];
    return [{ op: isStored ? "replace" : "add", path, value: written }];
  });
}

/** Categories are read with name and code and written as references. */
const references = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((item: { readonly id: unknown }) => ({ id: item.id })) : value;

/** Text that is equal for equal JSON: the order of keys never counts, that of items only where the server keeps it. */
function canonical(value: unknown, ordered: boolean): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, ordered));
    return `[${(ordered ? items : items.sort()).join()}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item, ordered)}`)
    .sort()
    .join()}}`;
}
