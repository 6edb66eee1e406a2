import type {
  Core,
  CreateOf,
  Dhis2,
  JobConfigurationOf,
  ModelOf,
  Models,
  TypedResource,
} from "@dhis2w/client-v42";
import { openApi } from "@dhis2w/client-v42/openapi";
import { dhis2 } from "./client.ts";

// A resource, or its name, is handed to a function: what is asked for belongs to the same call.
type Name = keyof Dhis2["resources"];
const listOf = async <One extends Name>(client: Dhis2, name: One, fields: string): Promise<unknown> =>
  client.resources[name].list({ fields });
await listOf(dhis2, "dashboards", "id,formName"); // breaks: Dashboard.formName
await listOf(dhis2, "dataElements", "id,formName");
await listOf(dhis2, "pushAnalysis", "id"); // breaks: pushAnalysis
async function firstOf<Row>(
  resource: TypedResource<Models, Row>,
  { fields }: { fields: string },
): Promise<unknown> {
  const [first] = (await resource.page({ fields: fields as "id", pageSize: 1 })).items;
  return first;
}
await firstOf(dhis2.resources.categoryOptions, { fields: "id,legendSet" }); // breaks: CategoryOption.legendSet
await firstOf(dhis2.resources.dataElements, { fields: "id,legendSets" });
export class Repository<Row> {
  readonly #resource: TypedResource<Models, Row>;
  constructor(resource: TypedResource<Models, Row>) {
    this.#resource = resource;
  }
  load(fields: string): Promise<unknown> {
    return this.#resource.list({ fields: fields as "id" });
  }
}

// Types that are made of the client's.
export const draft: CreateOf<Core["resources"]["categoryOptions"]> = {
  name: "a",
  shortName: "a",
  legendSets: [], // breaks: CategoryOption.legendSets
};
export const read = (one: ModelOf<Models, Core["resources"]["categoryOptions"]>): unknown => one.legendSet; // breaks: CategoryOption.legendSet
export const jobs: JobConfigurationOf<"PUSH_ANALYSIS">[] = []; // breaks: JobType.PUSH_ANALYSIS

const { data } = await openApi(dhis2).GET("/api/categoryOptions");
console.log(data?.categoryOptions?.[0]?.legendSet); // breaks: CategoryOption.legendSet
await dhis2.request("POST", "/api/categoryOptions", { body: { name: "x", legendSets: [] } }); // breaks: CategoryOption.legendSets
await dhis2.request("POST", "/api/metadata", { body: { pushAnalysis: [] } }); // breaks: pushAnalysis
await dhis2.request("POST", "/api/dashboards", { body: { name: "x", legendSets: [] } });
