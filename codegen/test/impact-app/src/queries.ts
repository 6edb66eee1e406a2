import { where } from "@dhis2w/client-v42";
import { dhis2 } from "./client.ts";

const legend = "legendSet[id]"; // breaks: CategoryOption.legendSet
const fields = `id,${legend},name`;
const names = ["id", "name", "legendSets"]; // breaks: CategoryOption.legendSets
const presets = { short: "id", long: "id,legendSets~size" } as const; // breaks: CategoryOption.legendSets
const options = { fields: "legendSet", pageSize: 10 }; // breaks: CategoryOption.legendSet
const base = { order: ["displayShortName:desc"] }; // breaks: CategoryOption.displayShortName

const { categoryOptions, categories } = dhis2.resources;
await categoryOptions.list({ fields });
await categoryOptions.list({ fields: names.join(",") });
await categoryOptions.list({ fields: presets.long });
await categoryOptions.list(options);
await categoryOptions.list({ ...base, fields: "id" });
await categoryOptions.list({ fields: "id," + "legendSets" }); // breaks: CategoryOption.legendSets

export const load = (wanted: string): Promise<unknown> => categoryOptions.list({ fields: wanted });
await load("id,name");
await load("id,legendSet"); // breaks: CategoryOption.legendSet

const search = (uid: string) => `legendSet.id:eq:${uid}`; // breaks: CategoryOption.legendSet
await categoryOptions.count({ filter: [search("abc12345678")] });
const filters = [where("legendSets.id", "in", ["a", "b"])]; // breaks: CategoryOption.legendSets
await categoryOptions.page({ filter: filters, page: 1 });
await dhis2.resources.attributes.list({
  filter: [where("valueType", "eq", "TRACKER_ASSOCIATE")], // breaks: ValueType.TRACKER_ASSOCIATE
});
await categories.list({ filter: ["categoryOptions.legendSet.name:like:x"] }); // breaks: CategoryOption.legendSet
await dhis2.request("GET", "/api/categoryOptions", { query: { fields: "id,legendSet" } }); // breaks: CategoryOption.legendSet
await dhis2.request("GET", "/api/categoryOptions?fields=id,legendSets&paging=false"); // breaks: CategoryOption.legendSets
await dhis2.attributeValues.findUidsByValue("categoryOptions", "MFL", "1", {
  filter: ["legendSet.id:eq:x"], // breaks: CategoryOption.legendSet
});

// Names that are put together at run time, renamed, left out, or of another model.
const suffix = "Ids";
await categoryOptions.list({ fields: `legendSet${suffix}` as "id" });
await categoryOptions.list({ fields: "*,!legendSet,id~rename(legendSets)" });
await dhis2.resources.dataElements.list({ fields: "legendSet,legendSets", filter: ["legendSets.id:eq:x"] });
await dhis2.request("GET", "/api/dataElements", { query: { fields: "legendSets" } });
await dhis2.resources.dataElements.list({ filter: [where("name", "eq", "TRACKER_ASSOCIATE")] });
