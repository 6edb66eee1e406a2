import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import * as ours from "./index.ts";

/** A schema of ours and the one of zod that it stands for. */
interface Pair {
  readonly ours: z.core.$ZodType;
  readonly zods: z.core.$ZodType;
}
const pair = (our: z.core.$ZodType, zods: z.core.$ZodType): Pair => ({ ours: our, zods });

const mapValues = <From, To>(
  from: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Record<string, To> => Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value)]));

const keys = fc.constantFrom("id", "name", "code", "toString", "__proto__");
const value = fc.anything({ key: keys, maxDepth: 3, withNullPrototype: false });

const schemas = fc.letrec<{ schema: Pair; leaf: Pair; object: Pair }>((tie) => ({
  schema: fc.oneof({ maxDepth: 4 }, tie("leaf"), tie("object"), tie("leaf")),
  leaf: fc.constantFrom(
    pair(ours.string(), z.string()),
    pair(ours.number(), z.number()),
    pair(ours.boolean(), z.boolean()),
    pair(ours.nullable(ours.string()), z.nullable(z.string())),
    pair(z.unknown(), z.unknown()),
    pair(z.literal(["a", "b"]), z.literal(["a", "b"])),
    pair(ours.array(ours.number()), z.array(z.number())),
    pair(ours.map(ours.boolean()), z.catchall(z.object({}), z.boolean())),
  ),
  object: fc
    .record({
      shape: fc.dictionary(fc.constantFrom("id", "name", "code"), fc.tuple(tie("schema"), fc.boolean())),
      isStrict: fc.boolean(),
      isList: fc.boolean(),
    })
    .map(({ shape, isStrict, isList }) => {
      const our = mapValues(shape, ([{ ours: part }, isOptional]) =>
        isOptional ? ours.exactOptional(part) : part,
      );
      const zods = mapValues(shape, ([{ zods: part }, isOptional]) =>
        isOptional ? z.exactOptional(part) : part,
      );
      const object = isStrict
        ? pair(ours.strictObject(our), z.strictObject(zods))
        : pair(ours.looseObject(our), z.looseObject(zods));
      return isList ? pair(ours.array(object.ours), z.array(object.zods)) : object;
    }),
}));

/** What a schema makes of a value, its kind of issues without the schema that found them. */
const outcome = (schema: z.core.$ZodType, input: unknown) => {
  const { success, data, error } = z.safeParse(schema, input);
  return success ? { data } : { issues: error.issues };
};

test("any schema takes, makes and refuses what zod's own does, with the same issues", () => {
  fc.assert(
    fc.property(schemas.schema, value, (schema, input) => {
      expect(outcome(schema.ours, input)).toEqual(outcome(schema.zods, input));
    }),
    { numRuns: 2000 },
  );
});

test("any schema has the JSON Schema that zod's own has", () => {
  fc.assert(
    fc.property(schemas.schema, fc.constantFrom("input" as const, "output" as const), (schema, io) => {
      expect(z.toJSONSchema(schema.ours, { io })).toEqual(z.toJSONSchema(schema.zods, { io }));
    }),
  );
});

test("numbers that JSON has not are refused and told as zod's do", () => {
  for (const input of [Number.NaN, Number.POSITIVE_INFINITY, "1"])
    expect(outcome(ours.number(), input)).toEqual(outcome(z.number(), input));
});
