import { basic, type CategoryOption, createClient } from "@dhis2w/client-v42";

export const dhis2 = createClient({ baseUrl: "https://dhis2.example.org", auth: basic("admin", "district") });
export type Row = Pick<CategoryOption, "id" | "legendSets">; // breaks: CategoryOption.legendSets
/** Asked for in the other project only. */
export const dashboardFields = "id,displayName,shortName"; // breaks: Dashboard.shortName
