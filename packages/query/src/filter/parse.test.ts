import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QueryError } from "../query-error.ts";
import { filterOperators, listOperators, unaryOperators } from "./operators.ts";
import { type FilterQuery, parseFilter, printFilter } from "./parse.ts";
import { refusedFilters } from "./refused-filters.types.ts";
import { where } from "./where.ts";

describe("filters that are refused", () => {
  it.each(refusedFilters)("%j: %s", (text, reason, position) => {
    expect(() => parseFilter(text)).toThrow(
      expect.objectContaining({ code: "QUERY.FILTER", reason, position, text }),
    );
  });

  it.each(["AttText0000:in:[a,b]", "identifiable:!in:[a]"])("a list where servers fail: %j", (text) => {
    expect(() => parseFilter(text)).toThrow("use several eq with rootJunction OR");
  });

  it("a blank in the property, which servers do not know then", () => {
    expect(() => parseFilter(" name : eq : Alpha ")).toThrow("' name ' is not a property");
  });

  it("a comma in a value, on servers that cut it there", () => {
    expect(parseFilter("name:eq:Beta, with comma")).toEqual({
      path: "name",
      operator: "eq",
      value: "Beta, with comma",
    });
    expect(() => parseFilter("name:eq:Beta, with comma", { commaCutsValue: true })).toThrow(
      "this server cuts a value at its comma [BUG-111] (at 12 of",
    );
    expect(() => parseFilter("name:in:[a,b]", { commaCutsValue: true })).not.toThrow();
  });
});

describe("filters that are sent", () => {
  it.each([
    ["name:eq:Colon: yes", { path: "name", operator: "eq", value: "Colon: yes" }],
    ["code:like::1", { path: "code", operator: "like", value: ":1" }],
    ["code:!null", { path: "code", operator: "!null" }],
    ["a.b.id:in:[x,y]", { path: "a.b.id", operator: "in", values: ["x", "y"] }],
    ["displayName:in:[x]", { path: "displayName", operator: "in", values: ["x"] }],
    ["name:eq:[x]", { path: "name", operator: "eq", value: "[x]" }],
    ["name:eq:two\nlines", { path: "name", operator: "eq", value: "two\nlines" }],
  ])("%j", (text, query) => {
    expect(parseFilter(text)).toEqual(query);
    expect(printFilter(parseFilter(text))).toBe(text);
  });
});

describe("where", () => {
  it("builds from values", () => {
    expect(where("code", "in", ["A_1", "B 2", 3])).toBe("code:in:[A_1,B 2,3]");
    expect(where("name", "eq", `Quote ' " \\ & + ü`)).toBe(`name:eq:Quote ' " \\ & + ü`);
    expect(where("zeroIsSignificant", "eq", false)).toBe("zeroIsSignificant:eq:false");
    expect(where("level", "ge", 2.5)).toBe("level:ge:2.5");
    expect(where("code", "!null")).toBe("code:!null");
  });

  it.each([
    ["an empty list", () => where("id", "in", []), "'in' needs at least one value"],
    ["an empty value", () => where("name", "eq", ""), "'eq' needs a value"],
    [
      "an empty value in a list",
      () => where("name", "in", ["a", ""]),
      "a value is missing in the list of 'in'",
    ],
    ["a comma in a list", () => where("name", "in", ["Beta, with comma"]), "a comma cannot stand in a list"],
    ["a bracket in a list", () => where("name", "in", ["D[1]"]), "brackets cannot stand in a list"],
    [
      "a percent sign in a pattern",
      () => where("name", "ilike", "100%"),
      "'%' is dropped from what 'ilike' looks for",
    ],
    ["no number", () => where("level", "eq", Number.NaN), "'NaN' is not a number"],
    ["a path that is none", () => where("na me", "eq", "x"), "'na me' is not a property"],
    ["an attribute in a list", () => where("AttText0000", "in", ["x"]), "'in' fails on AttText0000"],
  ])("refuses %s", (_, build, message) => {
    expect(build).toThrow(QueryError);
    expect(build).toThrow(message);
  });
});

describe("parser and printer", () => {
  const path = fc.stringMatching(/^[a-z]{1,6}(\.[a-z]{1,6}){0,2}$/);
  const text = fc.string({ minLength: 1 }).filter((one) => !one.includes("%"));
  const item = fc.string({ minLength: 1 }).filter((one) => !/^ |[[\],]/.test(one));
  const query: fc.Arbitrary<FilterQuery> = fc.oneof(
    fc.record({ path, operator: fc.constantFrom(...unaryOperators) }),
    fc.record({
      path,
      operator: fc.constantFrom(...listOperators),
      values: fc.array(item, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ path, operator: fc.constantFrom("eq", "ne", "gt", "like", "ilike$", "token"), value: text }),
  );

  it("read what they write", () => {
    fc.assert(
      fc.property(query, (one) => {
        expect(parseFilter(printFilter(one))).toEqual(one);
      }),
    );
  });

  it("throw nothing but a QueryError", () => {
    const noise = fc
      .array(fc.constantFrom("a", ":", "[", "]", ",", "%", " ", "in", ".", ...filterOperators), {
        maxLength: 12,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(noise, fc.string()), (one) => {
        try {
          expect(printFilter(parseFilter(one))).toBe(one);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
