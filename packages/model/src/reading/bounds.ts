import type { TypeRef } from "../server-model.ts";
import type { RawProperty } from "../snapshot/raw-schema.ts";

/** At and beyond these a bound is the Java type's own: a 32-bit integer, a long, a double. */
const widest = 2147483647;

/** Bounds that say something; the Java type's own and the zero that every length has are left out. */
export function meaningfulBounds(property: RawProperty, type: TypeRef): { min?: number; max?: number } {
  const { min, max } = property;
  const counts = type.kind === "text" || type.kind === "array" || type.kind === "map";
  const isNumber = type.kind === "integer" || type.kind === "number";
  if (!counts && !isNumber) return {};
  return {
    // For numbers, 0 to the widest is what every unpersisted property says.
    ...(min !== undefined && min !== 0 && Math.abs(min) < widest ? { min } : {}),
    ...(min === 0 && isNumber && max !== undefined && max < widest ? { min } : {}),
    ...(max !== undefined && max < widest ? { max } : {}),
  };
}
