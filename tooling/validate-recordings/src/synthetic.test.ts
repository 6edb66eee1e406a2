import type { Exchange } from "@dhis2w/recordings";
import { describe, expect, it } from "vitest";
import { checkRelease } from "./check.ts";
import { type RecordedObject, recordedObjects } from "./objects.ts";
import { readRelease } from "./release.ts";
import { checkWrongVersion } from "./wrong-version.ts";

const [v41, v43] = await Promise.all([readRelease("v41"), readRelease("v43")]);

const exchange = (method: string, url: string, body: unknown, sent?: unknown): Exchange => ({
  step: "step",
  why: "",
  setup: false,
  startedAt: 0,
  answeredAt: 0,
  request: {
    method,
    url: `https://dhis2.test${url}`,
    path: new URL(url, "https://dhis2.test").pathname,
    query: new URL(url, "https://dhis2.test").searchParams,
    headers: new Headers(),
    body: sent === undefined ? undefined : JSON.stringify(sent),
  },
  response: { status: 200, headers: new Headers(), body: JSON.stringify(body) },
});

const objects = (...exchanges: readonly Exchange[]): readonly RecordedObject[] =>
  exchanges.flatMap((one) => recordedObjects(v43.server, "99-x", one));

const option = { id: "CatOption00", name: "One", shortName: "One" };
const readOption = {
  ...option,
  attributeValues: [],
  categories: [],
  categoryOptionCombos: [],
  categoryOptionGroups: [],
  organisationUnits: [],
  translations: [],
};

describe("what counts as whole", () => {
  const fieldsOf = (url: string, body: unknown) =>
    objects(exchange("GET", url, body)).map(({ fields }) => fields);

  it.each([
    ["/api/indicatorTypes/abcdefghijk", { id: "abcdefghijk" }, undefined],
    ["/api/indicatorTypes/abcdefghijk?fields=*", { id: "abcdefghijk" }, undefined],
    ["/api/indicatorTypes/abcdefghijk?fields=*&defaults=EXCLUDE", { id: "abcdefghijk" }, "*"],
    ["/api/indicatorTypes/abcdefghijk?defaults=EXCLUDE", { id: "abcdefghijk" }, ""],
    ["/api/indicatorTypes?fields=:all", { indicatorTypes: [{ id: "abcdefghijk" }] }, undefined],
    ["/api/indicatorTypes", { indicatorTypes: [{ id: "abcdefghijk" }] }, ""],
    ["/api/metadata?fields=:all&defaults=EXCLUDE", { indicatorTypes: [{ id: "abcdefghijk" }] }, ":all"],
  ])("%s", (url, body, fields) => {
    expect(fieldsOf(url, body)).toEqual([fields]);
  });
});

describe("a key that a create schema refuses", () => {
  const check = (sent: object, read: object) =>
    checkRelease(
      v43,
      objects(
        exchange("POST", "/api/categoryOptions", {}, { ...option, ...sent }),
        exchange("GET", "/api/categoryOptions/CatOption00", { ...readOption, ...read }),
      ),
    );

  it("is a fault of the schema where a read shows what was sent", () => {
    const categories = [{ id: "Category000" }];
    expect(check({ categories }, { categories }).falseRejections).toEqual([
      "categoryOptions categories: unknown key (99-x/step)",
    ]);
  });

  it.each([
    ["something else came", { categories: [{ id: "Category000" }] }, { categories: [{ id: "Other000000" }] }],
    ["an empty list proves nothing", { categories: [] }, { categories: [] }],
    ["the server computes it", { href: "https://a.org" }, { href: "https://a.org" }],
    ["nobody knows it", { nmae: "x" }, { nmae: "x" }],
  ])("is ignored by the server where %s", (_, sent, read) => {
    const { falseRejections, refused } = check(sent, read);
    expect(falseRejections).toEqual([]);
    expect([...refused.keys()]).toEqual(["keys that the server ignores"]);
  });

  it("is looked for inside values, in whatever order they come", () => {
    const legendSet = { id: "LegendSet00", name: "Legends" };
    const legend = { name: "Low", startValue: 0, endValue: 1 };
    const found = checkRelease(
      v43,
      objects(
        exchange(
          "POST",
          "/api/legendSets",
          {},
          { ...legendSet, legends: [{ ...legend, displayName: "Low" }] },
        ),
        exchange("GET", "/api/legendSets/LegendSet00", {
          ...legendSet,
          legends: [{ id: "LegendTwo00" }, { ...legend, id: "LegendOne00", displayName: "Low" }],
        }),
      ),
    );
    expect(found.falseRejections).toEqual([]);
    expect([...found.refused.values()].flat()).toEqual([
      "legendSets legends[0].displayName: unknown key (99-x/step)",
    ]);
  });
});

it("what a release's own schemas do not know is no difference to another release", () => {
  const newer = objects(exchange("GET", "/api/categoryOptions/CatOption00", { ...readOption, hologram: 1 }));
  expect(checkRelease(v43, newer).drift).toEqual(["categoryOptions hologram: unknown key"]);
  expect(checkWrongVersion(v41, v43, newer)).toMatchObject({ objects: 1, known: [], unexplained: [] });
});
