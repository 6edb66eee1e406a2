import { expect, test } from "vitest";
import { nextCronTime, parseCron } from "./cron.ts";

const after = Date.UTC(2026, 10, 22, 2, 2, 0);

test.each([
  ["0 0 1 1 * ?", "2026-12-01T01:00:00.000Z"],
  ["0 0 2 ? * *", "2026-11-23T02:00:00.000Z"],
  ["*/20 * * * * *", "2026-11-22T02:02:20.000Z"],
  ["0 15,45 8-10 ? * MON-FRI", "2026-11-23T08:15:00.000Z"],
  ["0 0 0 ? FEB SUN", "2027-02-07T00:00:00.000Z"],
  ["30 0/15 * * * 7", "2026-11-22T02:15:30.000Z"],
  ["0 0 0 29 2 ?", "2028-02-29T00:00:00.000Z"],
  ["@daily", "2026-11-23T00:00:00.000Z"],
])("%s comes next at %s", (expression, expected) => {
  const cron = parseCron(expression);
  const time = cron === undefined ? undefined : nextCronTime(cron, after);
  expect(time === undefined ? undefined : new Date(time).toISOString()).toBe(expected);
});

test.each([
  "often",
  "0 0 1",
  "0 0 25 * * ?",
  "60 * * * * *",
  "0 0 1 ? * FUN",
  "0 0 1 5-2 * ?",
  "0 */0 * * * ?",
  "",
])("'%s' is no cron expression", (expression) => {
  expect(parseCron(expression)).toBe(undefined);
});

test("a day that never comes has no time", () => {
  const cron = parseCron("0 0 0 31 2 ?");
  expect(cron === undefined ? "unread" : nextCronTime(cron, after)).toBe(undefined);
});
