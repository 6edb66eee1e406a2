import { readFileSync } from "node:fs";
import { cores } from "@dhis2w/all-cores";
import { describe, expect, test } from "vitest";
import { changesBetween, computedProperties } from "./changes.ts";

const stored = {
  id: "CcSexAge000",
  name: "Sex and age",
  code: "SEXAGE",
  skipTotal: false,
  lastUpdated: "2026-11-22T01:41:38.919",
  categories: [
    { id: "CatSex00000", name: "Sex" },
    { id: "CatAge00000", name: "Age" },
  ],
  sharing: { public: "rw------", users: {}, userGroups: {} },
  translations: [
    { locale: "fr", property: "NAME", value: "Sexe et âge" },
    { locale: "es", property: "NAME", value: "Sexo y edad" },
  ],
  newerThanThisClient: { a: 1, b: [2] },
};

describe("changesBetween", () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["nothing", stored, {}],
    ["a text", { ...stored, name: "Sex" }, { name: "Sex" }],
    ["a property alone", { skipTotal: true }, { skipTotal: true }],
    ["null clears", { code: null }, { code: null }],
    ["null of what is not there", { description: null }, {}],
    ["undefined keeps", { code: undefined }, {}],
    ["what was not there", { description: "x" }, { description: "x" }],
    [
      "what the server computes",
      { id: "x", lastUpdated: "x", displayName: "x", categoryOptionCombos: [], access: {} },
      {},
    ],
    [
      "an unknown property that was edited",
      { newerThanThisClient: { a: 2 } },
      { newerThanThisClient: { a: 2 } },
    ],
  ])("%s", (_, edited, changes) => {
    expect(changesBetween(stored, edited)).toEqual(changes);
  });

  test("the order of categories counts, and they are written as references", () => {
    expect(changesBetween(stored, { categories: [{ id: "CatSex00000" }, { id: "CatAge00000" }] })).toEqual(
      {},
    );
    expect(changesBetween(stored, { categories: stored.categories.toReversed() })).toEqual({
      categories: [{ id: "CatAge00000" }, { id: "CatSex00000" }],
    });
  });

  test("the order of keys and of other lists does not", () => {
    const { users, userGroups, public: access } = stored.sharing;
    expect(
      changesBetween(stored, {
        sharing: { userGroups, users, public: access },
        translations: stored.translations
          .toReversed()
          .map(({ locale, property, value }) => ({ value, property, locale })),
      }),
    ).toEqual({});
    expect(changesBetween(stored, { translations: stored.translations.slice(1) })).toEqual({
      translations: stored.translations.slice(1),
    });
  });
});

test.each(Object.keys(cores))("%s: everything but what is computed can be written", (version) => {
  const file = new URL(`../../../../schemas-snapshots/${version}/schemas.json`, import.meta.url);
  const { schemas } = JSON.parse(readFileSync(file, "utf8"));
  const { properties } = schemas.find((schema: { singular: string }) => schema.singular === "categoryCombo");
  const kept = properties.filter(
    (property: { owner: boolean; writable: boolean }) => property.owner && property.writable,
  );
  const name = (property: { collection: boolean; collectionName: string; name: string }) =>
    property.collection ? property.collectionName : property.name;
  expect(
    kept
      .map(name)
      .filter((one: string) => !computedProperties.has(one))
      .sort(),
  ).toEqual(["categories", "code", "dataDimensionType", "name", "sharing", "skipTotal", "translations"]);
  const computed = properties.filter((property: { owner: boolean }) => !property.owner).map(name);
  expect(computed.filter((one: string) => !computedProperties.has(one))).toEqual([]);
});
