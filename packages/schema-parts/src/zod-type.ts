import { ZodMiniType } from "zod/mini";
import {
  $constructor,
  type $ZodInvalidTypeExpected,
  type $ZodType,
  type ParseContextInternal,
  type ParsePayload,
} from "zod/v4/core";
import type { Read } from "./read-part.ts";

/**
 * A schema type in place of zod's own that has those names. Definition, traits and methods are zod's, and whatever goes
 * by them (`instanceof`, `z.toJSONSchema`, `z.extend`, `z.compile`, an object that holds one) takes it for zod's; only
 * how it reads a value is ours.
 */
export const zodType = <Schema extends ZodMiniType>(
  [name = "", ...traits]: readonly string[],
  readerOf: (
    schema: Schema,
    def: Schema["_zod"]["def"],
  ) => (payload: ParsePayload, context: ParseContextInternal) => Read,
): $constructor<Schema> =>
  $constructor<Schema>(name, (schema, def) => {
    ZodMiniType.init(schema, def);
    for (const trait of traits) schema._zod.traits.add(trait);
    schema._zod.parse = readerOf(schema, def);
  });

/** Says that a value is not of a type at all. */
export function wrongType(
  expected: $ZodInvalidTypeExpected,
  payload: ParsePayload,
  schema: $ZodType,
): ParsePayload {
  const { value: input, issues } = payload;
  // A number that is no number to JSON.
  const received = expected === "number" && typeof input === expected ? { received: String(input) } : {};
  issues.push({ code: "invalid_type", expected, input, inst: schema, ...received });
  return payload;
}
