import { type CategoryOption, importMetadata, type JobType } from "@dhis2w/client-v42";
import { dhis2 } from "./client.ts";

// Names of properties as values, members of enums in lists, and payloads that are made of rows.
const option = await dhis2.resources.categoryOptions.get("abc12345678");
export const columns: (keyof CategoryOption)[] = ["id", "legendSet"]; // breaks: CategoryOption.legendSet
const propertyOf = <Key extends keyof CategoryOption>(one: CategoryOption, key: Key): CategoryOption[Key] =>
  one[key];
propertyOf(option, "legendSets"); // breaks: CategoryOption.legendSets
const key = "legendSet";
console.log(option[key]); // breaks: CategoryOption.legendSet
if ("legendSets" in option) console.log("before 43"); // breaks: CategoryOption.legendSets
const { ["legendSet"]: computed } = option; // breaks: CategoryOption.legendSet
let assigned: unknown = [];
({ legendSets: assigned } = option); // breaks: CategoryOption.legendSets

const rows = [["Male", "M"]] as const;
await dhis2.resources.categoryOptions.saveMany(
  rows.map(([name, shortName]) => {
    const legendSets: never[] = [];
    return { name, shortName, legendSets }; // breaks: CategoryOption.legendSets
  }),
);
await dhis2.resources.dashboards.create({ name: "x", ["formName"]: "y" }); // breaks: Dashboard.formName
await dhis2.resources.dashboards.patch("abc12345678", [
  { op: "add", path: "/dashboardItems/0/favorite", value: true }, // breaks: DashboardItem.favorite
]);
const bundle = { categoryOptions: [{ name: "x", shortName: "x", legendSet: { id: "a" } }] }; // breaks: CategoryOption.legendSet
await importMetadata(dhis2, bundle);
const resource = "pushAnalysis"; // breaks: pushAnalysis
await dhis2.attributeValues.setValue(resource, "abc12345678", "MFL", "1");

const { jobType } = await dhis2.resources.jobConfigurations.get("abc12345678");
const hidden = new Set(["PUSH_ANALYSIS", "MONITORING"]); // breaks: JobType.PUSH_ANALYSIS
console.log(hidden.has(jobType), ["PUSH_ANALYSIS"].includes(jobType)); // breaks: JobType.PUSH_ANALYSIS
const icons: { readonly [type: string]: string } = {
  PUSH_ANALYSIS: "bell", // breaks: JobType.PUSH_ANALYSIS
};
console.log(icons[jobType]);
const pushed = "PUSH_ANALYSIS"; // breaks: JobType.PUSH_ANALYSIS
console.log(jobType === pushed);
export type Pushed = Extract<JobType, "PUSH_ANALYSIS">; // breaks: JobType.PUSH_ANALYSIS

// The same of other things.
const own = { legendSet: 1, PUSH_ANALYSIS: 2 };
console.log("legendSet" in own, own[key], ["PUSH_ANALYSIS"].includes(own.toString()));

export { assigned, computed };
