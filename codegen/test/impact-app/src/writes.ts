import type { CategoryOptionCreate, PushAnalysis } from "@dhis2w/client-v42"; // breaks: PushAnalysis
import { ValueType } from "@dhis2w/client-v42";
import { dataElementSchema } from "@dhis2w/client-v42/schemas/data-element";
import { dhis2 } from "./client.ts";

const draft: CategoryOptionCreate = {
  name: "Male",
  shortName: "M",
  legendSets: [], // breaks: CategoryOption.legendSets
};
await dhis2.resources.categoryOptions.create(draft);
await dhis2.resources.categoryOptions.patch("abc12345678", {
  name: "Female",
  legendSet: null, // breaks: CategoryOption.legendSet
});
await dhis2.resources.dataElements.create({
  name: "Tracked",
  shortName: "Tracked",
  domainType: "TRACKER",
  aggregationType: "NONE",
  valueType: "TRACKER_ASSOCIATE", // breaks: ValueType.TRACKER_ASSOCIATE
});
const types = [ValueType.NUMBER, ValueType.TRACKER_ASSOCIATE]; // breaks: ValueType.TRACKER_ASSOCIATE
await dhis2.resources.dataElements.list({
  filter: ["valueType:in:[NUMBER,TRACKER_ASSOCIATE]"], // breaks: ValueType.TRACKER_ASSOCIATE
});
const label = "TRACKER_ASSOCIATE";
export const analyses: PushAnalysis[] = [];
export { dataElementSchema, label, types };
