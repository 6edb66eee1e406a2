import type { Json } from "../store/values.ts";

/** A text as JSON; undefined where it is none. */
export function parsedJson(text: string): Json | undefined {
  try {
    // Typed as any; what it gives is JSON.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
