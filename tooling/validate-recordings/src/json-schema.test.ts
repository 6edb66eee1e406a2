import { recordedVersions } from "@dhis2w/recordings";
import { whole } from "@dhis2w/schema-parts";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { $ZodCheck, $ZodType } from "zod/v4/core";

/** What a definition of zod may have of all that is looked at here. */
interface Definition {
  readonly type: string;
  readonly shape: Readonly<Record<string, $ZodType>>;
  readonly catchall?: $ZodType;
  readonly element: $ZodType;
  readonly innerType: $ZodType;
  readonly options: readonly [$ZodType, ...$ZodType[]];
  readonly values: readonly [string, ...string[]];
  readonly checks?: readonly $ZodCheck<never>[];
}

/** The same schema made of zod's own types and checks; one that is used twice stays one. */
function plainForms(): (schema: $ZodType) => $ZodType {
  const made = new Map<$ZodType, $ZodType>();
  const plain = (schema: $ZodType): $ZodType => {
    const known = made.get(schema) ?? plainOf(schema);
    made.set(schema, known);
    return known;
  };
  const plainOf = ({ _zod }: $ZodType): $ZodType => {
    const def = _zod.def as unknown as Definition; // zod types it by kind, and any kind may come
    const { checks = [] } = def;
    switch (def.type) {
      case "string":
        return z.string().check(...checks.flatMap(plainTextChecks));
      case "number":
        return z.number().check(...checks.flatMap(plainNumberChecks));
      case "boolean":
        return z.boolean();
      case "unknown":
        return z.unknown();
      case "never":
        return z.never();
      case "literal":
        return z.literal(def.values);
      case "array":
        return z.array(plain(def.element));
      case "optional":
        return z.exactOptional(plain(def.innerType));
      case "nullable":
        return z.nullable(plain(def.innerType));
      case "union":
        return z.union(def.options.map(plain));
      case "object": {
        const shape = Object.fromEntries(Object.entries(def.shape).map(([key, part]) => [key, plain(part)]));
        return def.catchall === undefined
          ? z.object(shape)
          : z.catchall(z.object(shape), plain(def.catchall));
      }
      default:
        throw new Error(`there is no plain form of ${def.type}`);
    }
  };
  return plain;
}

/** What our checks say of themselves. */
const facts = (check: $ZodCheck<never>) =>
  check._zod.def as { readonly check: string; readonly minimum?: number; readonly maximum?: number };

function plainTextChecks(check: $ZodCheck<never>): readonly $ZodCheck<string>[] {
  const { check: kind, minimum, maximum } = facts(check);
  if (kind === "open_enum") return [];
  if (kind !== "length") throw new Error(`there is no plain form of the check ${kind}`);
  return [
    ...(minimum === undefined ? [] : [z.minLength(minimum)]),
    ...(maximum === undefined ? [] : [z.maxLength(maximum)]),
  ];
}

function plainNumberChecks(check: $ZodCheck<never>): readonly $ZodCheck<number>[] {
  const { check: kind, minimum, maximum } = facts(check);
  // zod's own whole numbers have the bounds of a double besides.
  if (kind === "whole") return [whole];
  if (kind !== "range") throw new Error(`there is no plain form of the check ${kind}`);
  return [
    ...(minimum === undefined ? [] : [z.gte(minimum)]),
    ...(maximum === undefined ? [] : [z.lte(maximum)]),
  ];
}

describe.each(recordedVersions())("the schemas of %s", async (id) => {
  // A module of schemas alone.
  const all = Object.entries((await import(`@dhis2w/core-${id}/schemas`)) as Record<string, $ZodType>);

  it("have the JSON Schemas that they would have of zod's own types", () => {
    expect(all.length).toBeGreaterThan(390);
    const plain = plainForms();
    for (const [name, schema] of all)
      for (const options of [{ io: "input" }, { io: "output" }, { reused: "ref" }] as const)
        expect({ name, ...z.toJSONSchema(schema, options) }).toEqual({
          name,
          ...z.toJSONSchema(plain(schema), options),
        });
  });
});
