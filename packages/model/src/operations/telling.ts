import type { JsonObject } from "../snapshot/json-cursor.ts";

/** What documents write where somebody has described nothing. */
const placeholders: ReadonlySet<unknown> = new Set(["[no description yet]", "?"]);

/**
 * An object of an OpenAPI document without what says nothing: flags that are false, as they are where they are left
 * out, and placeholders for descriptions. 41 writes all of these down, later releases do not.
 */
export function telling(raw: JsonObject): JsonObject {
  const isSilent = (key: string): boolean =>
    key === "description" ? placeholders.has(raw[key]) : isFlag(key) && raw[key] === false;
  const keys = Object.keys(raw);
  if (!keys.some(isSilent)) return raw;
  return Object.fromEntries(keys.flatMap((key) => (isSilent(key) ? [] : [[key, raw[key]]])));
}

const isFlag = (key: string): boolean => key === "required" || key === "deprecated";
