import * as core from "@dhis2w/core-v42";
import { scriptedFetch } from "@dhis2w/recordings";
import { basic, createClient } from "@dhis2w/runtime";
import { describe, expect, test } from "vitest";
import { createCategories } from "./categories.ts";
import { createCategoryModelMaintenance } from "./category-model-maintenance.ts";
import { createCategoryOptionCombos } from "./category-option-combos.ts";
import { createCategoryOptions } from "./category-options.ts";

const uid = "CatSex00000";
const other = "CatAge00000";

/** The accessors over a server that would answer nothing. */
function accessors() {
  const { fetch, sent } = scriptedFetch();
  const options = { baseUrl: "https://dhis2.test", auth: basic("admin", "district"), fetch };
  const client = createClient(core, { ...options, retry: false });
  return {
    sent,
    categories: createCategories<core.Core>(client),
    options: createCategoryOptions<core.Core>(client),
    optionCombos: createCategoryOptionCombos<core.Core>(client),
    maintenance: createCategoryModelMaintenance(client),
  };
}

type Call = (on: ReturnType<typeof accessors>, uid: string) => Promise<unknown>;

const withUid: readonly [string, Call][] = [
  ["categories.get", ({ categories }, bad) => categories.get(bad)],
  ["categories.update", ({ categories }, bad) => categories.update(bad, { code: "X" })],
  ["categories.rename", ({ categories }, bad) => categories.rename(bad, { name: "X" })],
  ["categories.addOption to", ({ categories }, bad) => categories.addOption(bad, uid)],
  ["categories.addOption of", ({ categories }, bad) => categories.addOption(uid, bad)],
  ["categories.removeOption from", ({ categories }, bad) => categories.removeOption(bad, uid)],
  ["categories.removeOption of", ({ categories }, bad) => categories.removeOption(uid, bad)],
  ["categories.reorderOptions", ({ categories }, bad) => categories.reorderOptions(bad, [uid])],
  ["categories.reorderOptions by", ({ categories }, bad) => categories.reorderOptions(uid, [other, bad])],
  ["categories.delete", ({ categories }, bad) => categories.delete(bad)],
  ["categoryOptions.get", ({ options }, bad) => options.get(bad)],
  ["categoryOptions.setValidity", ({ options }, bad) => options.setValidity(bad, { startDate: null })],
  ["categoryOptions.rename", ({ options }, bad) => options.rename(bad, { name: "X" })],
  ["categoryOptions.delete", ({ options }, bad) => options.delete(bad)],
  ["categoryOptionCombos.listForCombo", ({ optionCombos }, bad) => optionCombos.listForCombo(bad)],
  ["categoryOptionCombos.get", ({ optionCombos }, bad) => optionCombos.get(bad)],
  ["categoryOptionCombos.setCode", ({ optionCombos }, bad) => optionCombos.setCode(bad, "X")],
  ["categoryOptionCombos.expectedMatrix", ({ optionCombos }, bad) => optionCombos.expectedMatrix(bad)],
  ["categoryOptionCombos.compare", ({ optionCombos }, bad) => optionCombos.compare(bad)],
  ["maintenance.regenerate", ({ maintenance }, bad) => maintenance.regenerate(bad)],
  [
    "maintenance.mergeCategoryOptions of",
    ({ maintenance }, bad) => maintenance.mergeCategoryOptions({ sources: [bad], target: uid }),
  ],
  [
    "maintenance.mergeCategoryOptions into",
    ({ maintenance }, bad) => maintenance.mergeCategoryOptions({ sources: [uid], target: bad }),
  ],
];

describe.each(withUid)("%s a malformed uid", (_, call) => {
  test.each(["", "../me", "CatSex"])("'%s' is refused before any request", async (bad) => {
    const on = accessors();
    await expect(call(on, bad)).rejects.toThrow(RangeError);
    expect(on.sent).toEqual([]);
  });
});

test.each<[string, ErrorConstructor, Call]>([
  [
    "a category without a name",
    RangeError,
    ({ categories }) => categories.create({ name: "", categoryOptions: [uid] }),
  ],
  [
    "an option twice",
    RangeError,
    ({ categories }) => categories.create({ name: "Sex", categoryOptions: [uid, uid] }),
  ],
  [
    "a name with blanks at its ends",
    RangeError,
    ({ categories }) => categories.create({ name: "Sex ", categoryOptions: [uid] }),
  ],
  ["a name too long", RangeError, ({ options }) => options.create({ name: "x".repeat(231), shortName: "x" })],
  ["a long name without a short one", RangeError, ({ options }) => options.create({ name: "x".repeat(51) })],
  ["a built-in name", RangeError, ({ options }) => options.rename(uid, { name: "Default" })],
  ["an empty code", RangeError, ({ optionCombos }) => optionCombos.setCode(uid, "")],
  ["a code that is no text", TypeError, ({ optionCombos }) => optionCombos.setCode(uid, 7 as never)],
  ["a day that is none", RangeError, ({ options }) => options.setValidity(uid, { startDate: "2026-02-30" })],
  [
    "a window that ends before it begins",
    RangeError,
    ({ options }) => options.setValidity(uid, { startDate: "2026-02-01", endDate: "2026-01-31" }),
  ],
])("%s is refused before any request", async (_, type, call) => {
  const on = accessors();
  await expect(call(on, uid)).rejects.toThrow(type);
  expect(on.sent).toEqual([]);
});
