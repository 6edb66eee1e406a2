import * as core from "@dhis2w/core-v42";
import { scriptedFetch } from "@dhis2w/recordings";
import { basic, createClient } from "@dhis2w/runtime";
import { expect, test } from "vitest";
import { type CategoryCombos, createCategoryCombos } from "./category-combos.ts";

type Combos = CategoryCombos<core.Core>;
const uid = "CcSexAge000";
const category = "CatSex00000";

// `as never` hands over what the compiler would refuse, as a JavaScript program can.
test.each<[string, ErrorConstructor, (combos: Combos) => Promise<unknown>]>([
  ["an empty uid", RangeError, (combos) => combos.get("")],
  ["a malformed uid", RangeError, (combos) => combos.get("../me")],
  ["a uid that is no text", TypeError, (combos) => combos.get(7 as never)],
  ["no categories", RangeError, (combos) => combos.create({ name: "None", categories: [] })],
  [
    "categories misspelt",
    TypeError,
    (combos) => combos.create({ name: "x", categorys: [category] } as never),
  ],
  [
    "a category twice",
    RangeError,
    (combos) => combos.create({ name: "x", categories: [category, category] }),
  ],
  ["a malformed category", RangeError, (combos) => combos.create({ name: "x", categories: ["nope"] })],
  ["an empty name", RangeError, (combos) => combos.create({ name: " ", categories: [category] })],
  [
    "a malformed uid to create",
    RangeError,
    (combos) => combos.create({ uid: "1", name: "x", categories: [category] }),
  ],
  ["an update without id", TypeError, (combos) => combos.update({ name: "x" } as never)],
  ["a rename to nothing", TypeError, (combos) => combos.rename(uid, {})],
  ["a rename to an empty name", RangeError, (combos) => combos.rename(uid, { name: "" })],
  ["a rename to an empty code", RangeError, (combos) => combos.rename(uid, { code: "" })],
  ["a malformed category to add", RangeError, (combos) => combos.addCategory(uid, "")],
  ["a malformed category to remove", RangeError, (combos) => combos.removeCategory(uid, "x y")],
  ["a timeout below zero", RangeError, (combos) => combos.waitForCocGeneration(uid, { timeout: -1 })],
  [
    "a timeout that is no number",
    RangeError,
    (combos) => combos.waitForCocGeneration(uid, { timeout: Number.NaN }),
  ],
  [
    "a poll interval below zero",
    RangeError,
    (combos) => combos.waitForCocGeneration(uid, { pollInterval: -5 }),
  ],
  ["a text as timeout", TypeError, (combos) => combos.waitForCocGeneration(uid, { timeout: "60" as never })],
  ["half an option combo", RangeError, (combos) => combos.waitForCocGeneration(uid, { expectedCount: 1.5 })],
  [
    "less than none expected",
    RangeError,
    (combos) => combos.waitForCocGeneration(uid, { expectedCount: -1 }),
  ],
  ["page 0", RangeError, (combos) => combos.listAll({ page: 0 })],
  ["pages of nothing", RangeError, (combos) => combos.listAll({ pageSize: 0 })],
  ["a malformed uid to delete", RangeError, (combos) => combos.delete("default")],
])("%s is refused before any request", async (_, type, call) => {
  const { fetch, sent } = scriptedFetch();
  const options = {
    baseUrl: "https://dhis2.test",
    auth: basic("admin", "district"),
    fetch,
    retry: false as const,
  };
  const combos = createCategoryCombos<core.Core>(createClient(core, options));
  await expect(call(combos)).rejects.toThrow(type);
  expect(sent).toEqual([]);
});
