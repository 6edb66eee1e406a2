import { expect, test } from "vitest";
import { startedWith } from "../testing/started.ts";
import { relativePeriods } from "./periods.ts";
import { periodsMeant } from "./relative-periods.ts";

const today = Date.UTC(2026, 10, 22, 13);

test.each([
  ["TODAY", ["20261122"]],
  ["YESTERDAY", ["20261121"]],
  ["LAST_3_DAYS", ["20261119", "20261120", "20261121"]],
  ["THIS_WEEK", ["2026W47"]],
  ["LAST_4_WEEKS", ["2026W43", "2026W44", "2026W45", "2026W46"]],
  ["LAST_MONTH", ["202610"]],
  ["LAST_3_MONTHS", ["202608", "202609", "202610"]],
  ["THIS_BIMONTH", ["202606B"]],
  ["QUARTERS_THIS_YEAR", ["2026Q1", "2026Q2", "2026Q3", "2026Q4"]],
  ["LAST_4_QUARTERS", ["2025Q4", "2026Q1", "2026Q2", "2026Q3"]],
  ["LAST_SIX_MONTH", ["2026S1"]],
  ["LAST_2_SIXMONTHS", ["2025S2", "2026S1"]],
  ["LAST_5_YEARS", ["2021", "2022", "2023", "2024", "2025"]],
  ["THIS_FINANCIAL_YEAR", ["2026Oct"]],
])("%s", (name, expected) => {
  expect(periodsMeant(name, today)).toEqual(expected);
});

test("a year has its weeks by their Thursdays", () => {
  const weeks = periodsMeant("WEEKS_THIS_YEAR", today) ?? [];
  expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(["2026W1", "2026W53", 53]);
  expect(periodsMeant("THIS_WEEK", Date.UTC(2027, 0, 3))).toEqual(["2026W53"]);
  expect(periodsMeant("THIS_WEEK", Date.UTC(2027, 0, 4))).toEqual(["2027W1"]);
});

test("financial years begin where it is said", () => {
  expect(periodsMeant("THIS_FINANCIAL_YEAR", Date.UTC(2026, 2, 1), "APRIL")).toEqual(["2025April"]);
});

test("only the biweekly ones are not known", () => {
  const unknown = relativePeriods.filter((name) => periodsMeant(name, today) === undefined);
  expect(unknown).toEqual(["THIS_BIWEEK", "LAST_BIWEEK", "LAST_4_BIWEEKS"]);
});

test.each([
  [41, 404],
  [42, 404],
  [43, 200],
])("version %i answers %i", async (version, status) => {
  const { call } = await startedWith({ version });
  expect((await call("GET", "/api/relativePeriods/LAST_12_MONTHS")).status).toBe(status);
});
