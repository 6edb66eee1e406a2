import type { ZodMiniBoolean, ZodMiniNumber, ZodMiniString, ZodMiniType } from "zod/mini";
import type { $constructor } from "zod/v4/core";
import { wrongType, zodType } from "./zod-type.ts";

/** A type that `typeof` tells; the pattern is that of its texts, for template literals. */
const scalarType = <Schema extends ZodMiniType>(name: string, pattern: RegExp): $constructor<Schema> =>
  zodType<Schema>([`ZodMini${name}`, `$Zod${name}`], (schema, { type }) => {
    schema._zod.pattern = pattern;
    return (payload) => {
      const { value } = payload;
      // Of numbers those that JSON has.
      const isOne = typeof value === type && (type !== "number" || Number.isFinite(value));
      return isOne ? payload : wrongType(type, payload, schema);
    };
  });

const StringSchema: $constructor<ZodMiniString> = /* @__PURE__ */ scalarType("String", /^[\s\S]*$/);
const NumberSchema: $constructor<ZodMiniNumber> = /* @__PURE__ */ scalarType("Number", /^-?\d+(?:\.\d+)?$/);
const BooleanSchema: $constructor<ZodMiniBoolean> = /* @__PURE__ */ scalarType(
  "Boolean",
  /^(?:true|false)$/i,
);

/** A text. */
export const string = (): ZodMiniString<string> =>
  new StringSchema({ type: "string" }) as ZodMiniString<string>; // It takes no other.

/** A finite number. */
export const number = (): ZodMiniNumber<number> =>
  new NumberSchema({ type: "number" }) as ZodMiniNumber<number>; // As above.

/** True or false. */
export const boolean = (): ZodMiniBoolean<boolean> =>
  new BooleanSchema({ type: "boolean" }) as ZodMiniBoolean<boolean>; // As above.
