import { expect, test } from "vitest";
import * as z from "zod/mini";
import {
  array,
  exactOptional,
  length,
  lengthIfAny,
  looseObject,
  map,
  nullable,
  number,
  openEnum,
  range,
  refSchema,
  strictObject,
  string,
  whole,
} from "./index.ts";

const category = strictObject({ id: string(), name: string(), options: exactOptional(array(refSchema)) });

test("objects are extended, picked from, left out of and made partial by zod's own functions", () => {
  const extended = z.extend(category, {
    created: z.pipe(
      z.string(),
      z.transform((text) => text.length),
    ),
  });
  expect(extended.parse({ id: "a", name: "A", created: "2026" })).toEqual({ id: "a", name: "A", created: 4 });
  expect(z.pick(category, { id: true }).safeParse({ id: "a", name: "A" }).success).toBe(false);
  expect(z.omit(category, { name: true }).parse({ id: "a" })).toEqual({ id: "a" });
  expect(z.partial(category).parse({ name: "A" })).toEqual({ name: "A" });
  expect(z.required(category).safeParse({ id: "a", name: "A" }).success).toBe(false);
  expect(z.catchall(category, z.number()).parse({ id: "a", name: "A", more: 1 })).toEqual({
    id: "a",
    name: "A",
    more: 1,
  });
  expect(z.keyof(category).parse("name")).toBe("name");
});

test("a caller's own object holds ours, with the path to what is wrong in it", () => {
  const own = z.object({ categories: z.array(category), since: z._default(z.number(), 42) });
  expect(own.parse({ categories: [{ id: "a", name: "A" }] })).toEqual({
    categories: [{ id: "a", name: "A" }],
    since: 42,
  });
  const { error } = own.safeParse({ categories: [{ id: "a", name: "A", options: [{ id: 1 }] }] });
  expect(error?.issues.map(({ path, code }) => ({ path, code }))).toEqual([
    { path: ["categories", 0, "options", 0, "id"], code: "invalid_type" },
  ]);
});

test("ours hold what a caller adds: defaults, checks, getters to itself", () => {
  const withDefault = z.extend(category, {
    kind: z._default(z.string(), "made"),
    note: z.optional(z.string()),
  });
  expect(withDefault.parse({ id: "a", name: "A" })).toEqual({ id: "a", name: "A", kind: "made" });
  const short = category.check(z.refine(({ name }) => name.length < 3, "too long"));
  expect(short.safeParse({ id: "a", name: "ABC" }).error?.issues).toMatchObject([
    { code: "custom", message: "too long" },
  ]);
  const tree = z.extend(refSchema as typeof category, {
    get children() {
      return z.array(tree);
    },
  });
  expect(tree.safeParse({ id: "a", children: [{ id: "b", children: [{ id: 1 }] }] }).success).toBe(false);
});

test("what takes its time is waited for, and refused where nobody waits", async () => {
  const known = z.extend(category, { name: z.string().check(z.refine(async (name) => name === "A")) });
  expect(await known.parseAsync({ id: "a", name: "A" })).toEqual({ id: "a", name: "A" });
  expect((await array(known).safeParseAsync([{ id: "a", name: "B" }])).error?.issues[0]?.path).toEqual([
    0,
    "name",
  ]);
  expect(() => known.parse({ id: "a", name: "A" })).toThrow(z.core.$ZodAsyncError);
  expect(await known["~standard"].validate({ id: "a", name: "A" })).toEqual({
    value: { id: "a", name: "A" },
  });
});

test("they are zod's to what asks for the class, compiles, encodes or tells alternatives apart", () => {
  expect(category).toBeInstanceOf(z.ZodMiniObject);
  expect(category).toBeInstanceOf(z.core.$ZodObject);
  expect(category.shape.options).toBeInstanceOf(z.ZodMiniExactOptional);
  expect(category.shape.options.def.innerType).toBeInstanceOf(z.ZodMiniArray);
  expect(category.shape.id).toBeInstanceOf(z.ZodMiniString);
  expect(nullable(string())).toBeInstanceOf(z.ZodMiniNullable);

  expect(z.encode(category, { id: "a", name: "A" })).toEqual({ id: "a", name: "A" });
  const compiled = z.compile(category);
  expect(compiled.parse({ id: "a", name: "A" })).toEqual({ id: "a", name: "A" });
  expect(compiled.safeParse({ id: "a", name: "A", options: undefined }).success).toBe(false);

  const shapes = z.discriminatedUnion("type", [
    looseObject({ type: z.literal("a"), size: number() }),
    looseObject({ type: z.literal("b") }),
  ]);
  expect(shapes.safeParse({ type: "a" }).error?.issues[0]?.path).toEqual(["size"]);
  expect(shapes.parse({ type: "b" })).toEqual({ type: "b" });
});

test("a key that would change what an object is has no effect", () => {
  const read = looseObject({ id: string() }).parse(JSON.parse('{"id":"a","__proto__":{"isAdmin":true}}'));
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(read).toEqual({ id: "a" });
  expect(strictObject({}).safeParse(JSON.parse('{"__proto__":1}')).error?.issues).toMatchObject([
    { code: "unrecognized_keys", keys: ["__proto__"] },
  ]);
});

test("bounds refuse what is outside and tell a JSON Schema what they are", () => {
  const text = string().check(length(2, 4));
  expect(["a", "ab", "abcd", "abcde"].map((each) => text.safeParse(each).success)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(text.safeParse("a").error?.issues).toMatchObject([
    { code: "too_small", origin: "string", minimum: 2 },
  ]);
  // Two units to Java, one character to a reader.
  expect(string().check(length(0, 1)).safeParse("😀").success).toBe(false);
  expect(z.toJSONSchema(text)).toMatchObject({ type: "string", minLength: 2, maxLength: 4 });

  const textIfAny = string().check(lengthIfAny(2, 4));
  expect(["", "a", "ab", "abcde"].map((each) => textIfAny.safeParse(each).success)).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(textIfAny.safeParse("a").error?.issues).toMatchObject([{ code: "too_small", minimum: 2 }]);
  expect(z.toJSONSchema(textIfAny)).toMatchObject({ type: "string", maxLength: 4 });
  expect(z.toJSONSchema(textIfAny)).not.toHaveProperty("minLength");

  const count = number().check(whole).check(range(0, 9));
  expect([-1, 0, 0.5, 9, 10].map((each) => count.safeParse(each).success)).toEqual([
    false,
    true,
    false,
    true,
    false,
  ]);
  expect(z.toJSONSchema(count)).toMatchObject({ type: "integer", minimum: 0, maximum: 9 });
});

test("an open enum takes any text and knows its members", () => {
  const kind = openEnum("NUMBER", "TEXT");
  expect(kind.parse("ADDED_LATER")).toBe("ADDED_LATER");
  expect(kind.safeParse(1).success).toBe(false);
  expect(kind.def.checks?.map((check) => check._zod.def)).toEqual([
    { check: "open_enum", members: ["NUMBER", "TEXT"] },
  ]);
});

test("a map has any keys", () => {
  const sizes = map(number());
  expect(sizes.parse({ a: 1, b: 2 })).toEqual({ a: 1, b: 2 });
  expect(sizes.safeParse({ a: "1" }).error?.issues[0]?.path).toEqual(["a"]);
});
