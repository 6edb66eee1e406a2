import { expect, it } from "vitest";
import { objectsOf } from "./check.ts";
import { readRelease } from "./release.ts";
import { checkWrongVersion } from "./wrong-version.ts";

const [v41, v43] = await Promise.all([readRelease("v41"), readRelease("v43")]);

it("schemas of 2.41 report of objects of 2.43 what 2.43 has and 2.41 has not, and nothing else", () => {
  const { objects, known, unexplained } = checkWrongVersion(v41, v43, objectsOf(v43));
  expect(objects).toBe(47);
  expect(unexplained).toEqual([]);
  expect(known).toEqual([
    "dashboards dashboardItems[].displayText: unknown key",
    "jobConfigurations jobParameters.failWithPostCondition: unknown key",
    "maps basemaps: unknown key",
    "maps mapViews[].metaData: unknown key",
    "programs categoryMappings: unknown key",
    "programs enableChangeLog: unknown key",
    "programs enrollmentCategoryCombo: unknown key",
    "users emailVerified: unknown key",
    "visualizations metaData: unknown key",
  ]);
});

it("schemas of 2.43 refuse objects of 2.41 that lack what 2.43 always sends", () => {
  const { known, unexplained } = checkWrongVersion(v43, v41, objectsOf(v41));
  expect(unexplained).toEqual([]);
  expect(known.filter((line) => line.endsWith("is missing"))).toEqual([
    "maps basemaps: is missing",
    "programs categoryMappings: is missing",
    "programs enrollmentCategoryCombo: is missing",
  ]);
});
