import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalText } from "./canonical-json.ts";

const asIs = (text: string): string => text;

it("loses nothing of any JSON, and canonical text is its own canonical text", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalText(value, asIs, () => undefined);
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(text)).toEqual(plain);
      expect(canonicalText(JSON.parse(text), asIs, () => undefined)).toBe(text);
    }),
    { seed: 42 },
  );
});

it("sorts the arrays that it is told to, by what it is told, at their place only", () => {
  const value = { b: ["z", "a"], a: [{ b: ["z", "a"] }] };
  const text = canonicalText(value, asIs, (path) => (path.join("/") === "a/*/b" ? String : undefined));
  expect(text).toBe(
    '{\n "a": [\n  {\n   "b": [\n    "a",\n    "z"\n   ]\n  }\n ],\n "b": [\n  "z",\n  "a"\n ]\n}\n',
  );
});
