import type { JsonObject } from "../snapshot/json-cursor.ts";

/** What documents write where somebody has described nothing. */
const placeholders: ReadonlySet<unknown> = new Set(["[no description yet]", "?"]);

/**
 * An object of an OpenAPI document without what says nothing: flags that are false, as they are where they are left
 * out, and placeholders for descriptions. 41 writes all of these down, later releases do not.
 */
export function telling(raw: JsonObject): JsonObject {
  const { description, required, deprecated } = raw;
  if (required !== false && deprecated !== false && !placeholders.has(description)) return raw;
  const said: Record<string, unknown> = {};
  for (const key of Object.keys(raw)) if (!isSilent(key, raw[key])) said[key] = raw[key];
  return said;
}

function isSilent(key: string, value: unknown): boolean {
  if (key === "description") return placeholders.has(value);
  return value === false && (key === "required" || key === "deprecated");
}
