import { basic, createClient } from "@dhis2w/client-v42";

export const dhis2 = createClient({ baseUrl: "https://dhis2.example.org", auth: basic("admin", "district") });

/** Names a property only as `fields` of category options, in another file: reported here, where it is changed. */
export const legendFields = "id,legendSet[id]"; // breaks: CategoryOption.legendSet
