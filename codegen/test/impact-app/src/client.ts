import { basic, createClient } from "@dhis2w/client-v42";

export const dhis2 = createClient({ baseUrl: "https://dhis2.example.org", auth: basic("admin", "district") });

/** Reported where it is used as `fields` of category options. */
export const legendFields = "id,legendSet[id]";
