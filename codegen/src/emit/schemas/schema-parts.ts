import type { GeneratedFile } from "../emitter.ts";
import { typescriptFile } from "../typescript-file.ts";

/**
 * What the schemas of a core share, and zod has at twice the weight or not at all: references, enums that are open, and
 * bounds (decisions/0101). Bounds tell zod what they are, so that a JSON Schema made of a schema has them.
 */
export const schemaParts = (): GeneratedFile => typescriptFile("src/generated/schema-parts.ts", [text]);

/** Module of the parts, as files in `schemas/` name it. */
export const schemaPartsModule = "../schema-parts.ts";

const text = `import * as z from "zod/mini";

const check = <Value>(
  def: z.core.$ZodCheckDef & Readonly<Record<string, unknown>>,
  issueOf: (value: Value) => z.core.$ZodRawIssue | undefined,
): z.core.$ZodCheck<Value> => ({
  _zod: {
    def,
    onattach: [({ _zod }) => void Object.assign(_zod.bag, def)],
    check({ value, issues }) {
      const issue = issueOf(value);
      if (issue !== undefined) issues.push(issue);
    },
  },
});

const outside = (
  input: unknown,
  origin: "string" | "number",
  size: number,
  minimum: number,
  maximum = Number.POSITIVE_INFINITY,
): z.core.$ZodRawIssue | undefined => {
  if (size < minimum) return { code: "too_small", origin, minimum, inclusive: true, input };
  return size > maximum ? { code: "too_big", origin, maximum, inclusive: true, input } : undefined;
};

/** A reference to another object; the server may send more of it. */
export const refSchema: z.ZodMiniType<{ id: string }> = /* @__PURE__ */ (() => z.looseObject({ id: z.string() }))();

/** An enum that is read: it has members that this release knows, and any other text passes. */
export const openEnum = (...members: readonly string[]): z.ZodMiniString =>
  z.string().check(check({ check: "open_enum", members }, () => undefined));

/** How long a text may be, in UTF-16 units as Java counts. */
export const length = (minimum: number, maximum?: number): z.core.$ZodCheck<string> =>
  check({ check: "length", minimum, maximum }, (text) => outside(text, "string", text.length, minimum, maximum));

/** Between which bounds a number may be. */
export const range = (minimum: number, maximum?: number): z.core.$ZodCheck<number> =>
  check({ check: "range", minimum, maximum }, (number) => outside(number, "number", number, minimum, maximum));

/** Whole numbers. */
export const whole: z.core.$ZodCheck<number> = /* @__PURE__ */ (() =>
  check({ check: "whole", format: "int" }, (input: number) =>
    Number.isInteger(input) ? undefined : { code: "invalid_type", expected: "int", input },
  ))();
`;
