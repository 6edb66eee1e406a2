import type { $ZodCheck, $ZodRawIssue } from "zod/v4/core";
import { check } from "./check.ts";

const outside = (
  input: unknown,
  origin: "string" | "number",
  size: number,
  minimum: number,
  maximum = Number.POSITIVE_INFINITY,
): $ZodRawIssue | undefined => {
  if (size < minimum) return { code: "too_small", origin, minimum, inclusive: true, input };
  return size > maximum ? { code: "too_big", origin, maximum, inclusive: true, input } : undefined;
};

/** How long a text may be, in UTF-16 units as Java counts. */
export const length = (minimum: number, maximum?: number): $ZodCheck<string> =>
  check({ check: "length", minimum, maximum }, (text) =>
    outside(text, "string", text.length, minimum, maximum),
  );

/** How long a text may be that may be empty, too: DHIS2 reads an empty one as none (BUG-331). */
export const lengthIfAny = (minimum: number, maximum?: number): $ZodCheck<string> =>
  // A JSON Schema has no word for "none, or at least so much".
  check({ check: "length", maximum }, (text) =>
    text === "" ? undefined : outside(text, "string", text.length, minimum, maximum),
  );

/** Between which bounds a number may be. */
export const range = (minimum: number, maximum?: number): $ZodCheck<number> =>
  check({ check: "range", minimum, maximum }, (number) =>
    outside(number, "number", number, minimum, maximum),
  );

/** Whole numbers. */
export const whole: $ZodCheck<number> = /* @__PURE__ */ (() =>
  check({ check: "whole", format: "int" }, (input: number) =>
    Number.isInteger(input) ? undefined : { code: "invalid_type", expected: "int", input },
  ))();
