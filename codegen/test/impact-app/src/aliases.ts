import { basic, type Core, connect, type Dhis2, type Models, type TypedResource } from "@dhis2w/client-v42";
import { dhis2 } from "./client.ts";

const { categoryOptions, pushAnalysis } = dhis2.resources; // breaks: pushAnalysis
const api = dhis2;
const { resources: tables } = api;
const dashboards = tables["dashboards"];

const [first] = await categoryOptions.list({ fields: "id,legendSets" }); // breaks: CategoryOption.legendSets
const { legendSets: legends, ...others } = first ?? ({} as never); // breaks: CategoryOption.legendSets
for (const { formName } of await dashboards.list()) console.log(formName); // breaks: Dashboard.formName
const [{ legendSet: nested } = {} as never] = await api.resources.categoryOptions.list(); // breaks: CategoryOption.legendSet

export async function withClient(client: Dhis2): Promise<unknown> {
  const option = await client.resources.categoryOptions.get("abc12345678");
  return option["legendSet"]; // breaks: CategoryOption.legendSet
}
export async function withResource(
  resource: TypedResource<Models, Core["resources"]["categoryOptions"]>,
): Promise<unknown> {
  return resource.list({ fields: "id,legendSet[name]" }); // breaks: CategoryOption.legendSet
}
export async function withIndexed(resource: Dhis2["resources"]["dashboards"]): Promise<string[]> {
  const page = await resource.page({ fields: "formName" }); // breaks: Dashboard.formName
  return page.items.map((item) => item.formName); // breaks: Dashboard.formName
}
export class Service {
  readonly #dhis2: Promise<Dhis2> = connect({ baseUrl: "https://dhis2.example.org", auth: basic("a", "b") });
  async names(): Promise<string[]> {
    const client = await this.#dhis2;
    const names: string[] = [];
    for await (const page of client.resources.dashboards.pages({ pageSize: 10 }))
      names.push(...page.items.flatMap(({ formName }) => formName)); // breaks: Dashboard.formName
    for await (const { formName } of client.resources.dashboards.iterate()) names.push(formName); // breaks: Dashboard.formName
    return names;
  }
}
const byId = new Map((await categoryOptions.list()).map((option) => [option.id, option] as const));
console.log(byId.get("abc12345678")?.legendSet); // breaks: CategoryOption.legendSet
const reduced = (await categoryOptions.list()).reduce((sum, option) => sum + option.legendSets.length, 0); // breaks: CategoryOption.legendSets
const all = await Promise.all(["a", "b"].map((uid) => categoryOptions.get(uid)));
console.log(all.find((option) => option.legendSet.id === "x")); // breaks: CategoryOption.legendSet

export { legends, nested, others, pushAnalysis, reduced };
