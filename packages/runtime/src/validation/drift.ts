import type { FindingPath, Schema } from "./schema.ts";

/** Something that a server sent and a schema does not know; the value passes as it is. */
export interface Drift {
  readonly kind: "unknown-key" | "unknown-member";
  readonly path: FindingPath;
  readonly value: unknown;
}

/** What zod tells of a schema or a check, as far as it is looked at. */
interface Definition {
  readonly shape?: Readonly<Record<string, ZodLike>>;
  readonly catchall?: ZodLike;
  readonly element?: ZodLike;
  readonly innerType?: ZodLike;
  readonly options?: readonly ZodLike[];
  readonly getter?: () => ZodLike;
  readonly checks?: readonly ZodLike[];
  /** Of the check that makes a text an open enum. */
  readonly members?: readonly string[];
}
interface ZodLike {
  readonly _zod?: { readonly def: Definition };
}

/** What a value has beyond a zod schema: keys and members of enums that a newer server may send. */
export function driftOf(schema: Schema, value: unknown): readonly Drift[] {
  const found: Drift[] = [];
  // Schemas of other vendors have no `_zod`, and nothing is found.
  walk(schema as ZodLike, value, [], found);
  return found;
}

function walk(schema: ZodLike | undefined, value: unknown, path: FindingPath, found: Drift[]): void {
  const def = schema?._zod?.def;
  if (def === undefined || value === undefined || value === null) return;
  const { shape, catchall, element, innerType, options, getter, checks = [] } = def;
  for (const check of checks) {
    const members = check._zod?.def.members;
    if (members !== undefined && typeof value === "string" && !members.includes(value))
      found.push({ kind: "unknown-member", path, value });
  }
  if (innerType !== undefined) walk(innerType, value, path, found);
  else if (getter !== undefined) walk(getter(), value, path, found);
  else if (options !== undefined) walkUnion(options, value, path, found);
  else if (element !== undefined && Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(element, item, [...path, index], found);
  } else if (shape !== undefined && typeof value === "object" && !isReference(shape)) {
    for (const [key, item] of Object.entries(value)) {
      const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (known === undefined && !isMap(shape))
        found.push({ kind: "unknown-key", path: [...path, key], value: item });
      else walk(known ?? catchall, item, [...path, key], found);
    }
  }
}

/** An object that names no key has whatever keys come. */
const isMap = (shape: object): boolean => Object.keys(shape).length === 0;

/** Of an object that is referred to, a selection may send any part. */
const isReference = (shape: object): boolean => Object.keys(shape).join() === "id";

/** Of shapes the one that knows most of the value is meant. */
function walkUnion(options: readonly ZodLike[], value: unknown, path: FindingPath, found: Drift[]): void {
  const [best = []] = options
    .map((option) => {
      const drift: Drift[] = [];
      walk(option, value, path, drift);
      return drift;
    })
    .sort((a, b) => a.length - b.length);
  found.push(...best);
}
