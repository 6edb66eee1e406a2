import { describe, expect, it } from "vitest";
import { compareJson, comparisonOf } from "./comparison.ts";

describe("a comparison", () => {
  it.each<[operator: string, value: string, passes: unknown[], fails: unknown[]]>([
    ["eq", "3", [3], ["3", 4, null, undefined]],
    ["eq", "three", ["three"], ["Three", 3]],
    ["eq", "true", [true], ["true", false]],
    ["ne", "3", [4], [3, "x", undefined]],
    ["gt", "5", [11, 5.5], [5, 3, "9"]],
    ["lte", "5", [5, -1], [6]],
    ["in", "[one,2]", ["one", 2], ["two", undefined]],
    ["!in", "[one,2]", ["two"], ["one", undefined]],
    ["like", "t", ["Two, with"], ["One", "T"]],
    ["ilike", "TWO", ["two b"], ["one"]],
    ["!ilike", "TWO", ["one"], ["Two", undefined]],
    ["startswith", "TW", ["two"], ["xtwo"]],
    ["like$", "o", ["two"], ["Two O"]],
    ["ieq", "TWO", ["two"], ["twofold"]],
    ["null", "", [null], [undefined, 0, ""]],
    ["!null", "", [0, ""], [null, undefined]],
    ["empty", "", [[], {}, ""], [undefined, null, [1]]],
    ["!empty", "", [[1], 0], [[], undefined, null]],
  ])("%s %s", (operator, value, passes, fails) => {
    const compare = comparisonOf(operator, value);
    // The table holds JSON and undefined only.
    for (const one of passes as Parameters<typeof compare>[0][]) expect(compare(one)).toBe(true);
    for (const one of fails as Parameters<typeof compare>[0][]) expect(compare(one)).toBe(false);
  });

  it("names the operators there are, in the server's order", () => {
    expect(() => comparisonOf("nope", "1")).toThrow(
      "Unknown operator: `NOPE` Use one of [startswith, !in, !$like, lt, endswith, !eq, like$, empty, ieq, $like, !endswith, gte, neq, lte, !empty, ge, !like$, in, like, !startswith, !$ilike, !null, eq, gt, null, $ilike, ilike$, !ilike, ne, !ilike$, le, ilike, !like]",
    );
  });

  it("takes no property of an object for an operator", () => {
    expect(() => comparisonOf("constructor", "1")).toThrow("Unknown operator: `CONSTRUCTOR`");
  });
});

it("orders numbers by size and texts by letters", () => {
  expect([22, 3, 11].sort(compareJson)).toEqual([3, 11, 22]);
  expect(["b", "a"].sort(compareJson)).toEqual(["a", "b"]);
});
