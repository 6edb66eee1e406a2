import { never, unknown, type ZodMiniObject } from "zod/mini";
import type { $catchall, $constructor, $loose, $strict, $ZodShape, $ZodType } from "zod/v4/core";
import { readPart, wholeOf, wholeRead } from "./read-part.ts";
import { wrongType, zodType } from "./zod-type.ts";

const ObjectSchema: $constructor<ZodMiniObject> = /* @__PURE__ */ zodType<ZodMiniObject>(
  ["ZodMiniObject", "$ZodObject"],
  (schema, def) => {
    schema.shape = def.shape;
    const internals: object = Object.getPrototypeOf(schema._zod);
    // Once for all objects: an accessor of its own would make each slow.
    if (!("propValues" in internals)) Object.defineProperty(internals, "propValues", { get: literalsOf });
    let parts: ReadonlyMap<string, $ZodType> | undefined;
    return (payload, context) => {
      const { value } = payload;
      if (!isObject(value)) return wrongType("object", payload, schema);
      // Not before a value comes: a shape may have getters, of what is declared after it.
      parts ??= new Map(Object.entries(def.shape));
      const known = parts;
      const whole = wholeOf(payload, context, {});
      for (const [key, part] of known) readPart(whole, key, part);
      const { catchall } = def;
      if (catchall === undefined) return wholeRead(whole);
      const others = Object.keys(value).filter((key) => !known.has(key));
      if (catchall._zod.def.type !== "never") for (const key of others) readPart(whole, key, catchall);
      else if (others.length > 0)
        // It goes on: what else is wrong with the object is told with it.
        payload.issues.push({
          code: "unrecognized_keys",
          keys: others,
          input: value,
          inst: schema,
          continue: true,
        });
      return wholeRead(whole);
    };
  },
);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The literals that each property may be, by which a discriminated union tells its options apart. */
function literalsOf(this: ZodMiniObject["_zod"]): Readonly<Record<string, ReadonlySet<unknown>>> {
  return Object.fromEntries(
    Object.entries(this.def.shape).flatMap(([key, { _zod }]) => {
      const { values, optin } = _zod;
      return values === undefined
        ? []
        : [[key, optin === undefined ? values : new Set([...values, undefined])]];
    }),
  );
}

const object = (shape: $ZodShape, catchall: $ZodType): ZodMiniObject =>
  new ObjectSchema({ type: "object", shape, catchall });

/** An object that may have other keys too; they pass as they are. */
export const looseObject = <Shape extends $ZodShape>(shape: Shape): ZodMiniObject<Shape, $loose> =>
  object(shape, unknown()) as ZodMiniObject<Shape, $loose>; // What it is made of says so.

/** An object that has no other keys. */
export const strictObject = <Shape extends $ZodShape>(shape: Shape): ZodMiniObject<Shape, $strict> =>
  object(shape, never()) as ZodMiniObject<Shape, $strict>; // As above.

/** An object with any keys, whose values are all of one kind. */
export const map = <Value extends $ZodType>(
  value: Value,
): ZodMiniObject<Record<never, never>, $catchall<Value>> =>
  object({}, value) as ZodMiniObject<Record<never, never>, $catchall<Value>>; // As above.
