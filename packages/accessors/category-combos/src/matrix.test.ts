import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combinationsOf, compareMatrix, isProduct, type MatrixCategory } from "./matrix.ts";

const category = (...options: string[]): MatrixCategory => ({
  categoryOptions: options.map((id) => ({ id })),
});
const row = (id: string, ...options: string[]) => ({ id, ...category(...options) });
const sex = category("male", "female");
const age = category("under5", "over5", "adult");

describe("combinationsOf", () => {
  test.each([
    [[sex], [["male"], ["female"]]],
    [
      [sex, age],
      [
        ["male", "under5"],
        ["male", "over5"],
        ["male", "adult"],
        ["female", "under5"],
        ["female", "over5"],
        ["female", "adult"],
      ],
    ],
    [[], []],
  ])("the product in the order of the categories", (categories, combinations) => {
    expect(combinationsOf(categories, false)).toEqual(combinations);
  });

  test("a category without options leaves nothing, or is left out, as the release does", () => {
    expect(combinationsOf([sex, category()], true)).toEqual([]);
    expect(combinationsOf([sex, category()], false)).toEqual([["male"], ["female"]]);
    expect(combinationsOf([category()], false)).toEqual([]);
  });

  test("an option that two categories share: two orders of the same options are one combination", () => {
    expect(combinationsOf([category("a", "b"), category("a", "b")], false)).toEqual([
      ["a", "a"],
      ["b", "a"],
      ["b", "b"],
    ]);
  });
});

describe("compareMatrix", () => {
  const combinations = combinationsOf([sex, category("urban", "rural")], false);

  test("the product in another order of rows and options is whole", () => {
    const rows = [
      row("4", "rural", "female"),
      row("1", "urban", "male"),
      row("3", "female", "urban"),
      row("2", "male", "rural"),
    ];
    expect(compareMatrix(combinations, rows)).toEqual({ expected: 4, stored: 4, missing: [], stale: [] });
  });

  test("the right number of the wrong rows is not", () => {
    const stale = [row("1", "male"), row("2", "female")];
    expect(compareMatrix([["new"], ["newer"]], stale)).toEqual({
      expected: 2,
      stored: 2,
      missing: [["new"], ["newer"]],
      stale,
    });
  });

  test("a duplicate is stale, and does not stand for what is missing", () => {
    const rows = [row("1", "male", "urban"), row("2", "urban", "male"), row("3", "female", "urban")];
    expect(compareMatrix(combinations, rows)).toEqual({
      expected: 4,
      stored: 3,
      missing: [
        ["male", "rural"],
        ["female", "rural"],
      ],
      stale: [rows[1]],
    });
  });

  test("whole exactly where every combination is there once and nothing else is", () => {
    const option = fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom("a", "b", "c", "d", "e") });
    const categories = fc.array(fc.uniqueArray(option, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(categories, fc.nat(), (lists, pick) => {
        const product = combinationsOf(
          lists.map((options) => category(...options)),
          true,
        );
        const rows = product.map((options, index) => row(`${index}`, ...options.toReversed()));
        expect(isProduct(compareMatrix(product, rows.toReversed()))).toBe(true);
        const one = rows[pick % rows.length];
        expect(
          isProduct(
            compareMatrix(
              product,
              rows.filter((other) => other !== one),
            ),
          ),
        ).toBe(false);
        expect(isProduct(compareMatrix(product, one === undefined ? rows : [...rows, one]))).toBe(false);
        expect(isProduct(compareMatrix(product, [...rows, row("x", "foreign option")]))).toBe(false);
      }),
    );
  });
});
