import fc from "fast-check";
import { expect, it } from "vitest";
import { identifierOf } from "./naming/identifier.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { SnapshotError } from "./snapshot-error.ts";
import { compareText } from "./text-order.ts";
import { type TinySchema, tinySnapshot } from "./tiny-snapshot.fixture.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 8 }),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "*/",
    "`x`",
    "a b",
    "Ref",
    "Models",
    "é",
    "A",
    "a",
    "../x",
    "\u2028",
  ),
);

const property = fc.record({ name: text, description: text });
const schema = fc.record({
  klass: text,
  singular: text,
  plural: text,
  metadata: fc.boolean(),
  properties: fc.array(property, { maxLength: 4 }),
});

/** The model, or `undefined` where the snapshot was refused; any other error is one of ours. */
function readOrRefused(schemas: TinySchema[]): ReturnType<typeof readSnapshot> | undefined {
  try {
    return readSnapshot(tinySnapshot(schemas));
  } catch (error) {
    if (error instanceof SnapshotError) return undefined;
    throw error;
  }
}

it("gives sorted, unique, valid names to whatever a snapshot holds, or refuses it", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(schema, { minLength: 1, maxLength: 4 }), (schemas) => {
      const model = readOrRefused(schemas);
      if (model === undefined) return;
      read++;
      const names = [...model.models, ...model.enums].map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[A-Za-z$][A-Za-z0-9_$]*$/);
      for (const { properties } of model.models) {
        const wire = properties.map(({ name }) => name);
        expect(wire).toEqual([...new Set(wire)].sort(compareText));
        for (const name of wire) expect(name in {}).toBe(false);
      }
    }),
    { numRuns: 300, seed: 42 },
  );
  expect(read).toBeGreaterThan(30);
});

it("gives different identifiers to different texts", () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(identifierOf(a) === identifierOf(b)).toBe(a === b);
    }),
    { seed: 42 },
  );
});

it("reads the same model whatever the order of the documents", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(schema, { minLength: 2, maxLength: 4, selector: ({ klass }) => klass }),
      (schemas) => {
        const model = readOrRefused(schemas);
        const backwards = readOrRefused([...schemas].reverse());
        expect(backwards === undefined).toBe(model === undefined);
        if (model !== undefined) expect(backwards).toEqual(model);
      },
    ),
    { seed: 42 },
  );
});
