import { createClient, ValueType } from "@dhis2w/client-v42";

/** @typedef {import("@dhis2w/client-v42").PushAnalysis} Analysis */ // breaks: PushAnalysis
/** @param {import("@dhis2w/client-v42").CategoryOption} option */
export const legend = (option) => option.legendSet; // breaks: CategoryOption.legendSet
const dhis2 = createClient({ baseUrl: "https://dhis2.example.org", auth: undefined });
const rows = await dhis2.resources.dashboards.list({ fields: "id,formName" }); // breaks: Dashboard.formName
export const names = rows.map((row) => row.formName); // breaks: Dashboard.formName
export const kinds = [ValueType.TRACKER_ASSOCIATE]; // breaks: ValueType.TRACKER_ASSOCIATE
