import type { CategoryOption } from "@dhis2w/client-v42";
import { where } from "@dhis2w/client-v42";
import { dhis2, legendFields } from "./client.ts";

const options = await dhis2.resources.categoryOptions.list({
  fields: "id,name,legendSets[id,name],organisationUnits~size", // breaks: CategoryOption.legendSets
  filter: [
    "name:ilike:malaria",
    "legendSet.id:eq:abc12345678", // breaks: CategoryOption.legendSet
    where("legendSets.name", "eq", "Ages"), // breaks: CategoryOption.legendSets
  ],
  order: "displayShortName:asc", // breaks: CategoryOption.displayShortName
});
for (const option of options) {
  console.log(option.name, option.legendSets); // breaks: CategoryOption.legendSets
}
options.map(({ id, legendSets }) => [id, legendSets]); // breaks: CategoryOption.legendSets
options.filter((one) => one.legendSet !== undefined).map((one) => one.id); // breaks: CategoryOption.legendSet

const { items } = await dhis2.resources.dashboards.page({ fields: `id,formName` }); // breaks: Dashboard.formName
const [first] = items;
console.log(first?.formName); // breaks: Dashboard.formName

export function describe(option: CategoryOption): string {
  return `${option.name} ${option.legendSet?.id}`; // breaks: CategoryOption.legendSet
}
export const nested = await dhis2.resources.categories.get("abc12345678", {
  fields: "id,categoryOptions[id,legendSet[id]],!legendSet", // breaks: CategoryOption.legendSet
});
for await (const category of dhis2.resources.categories.iterate({ fields: "categoryOptions[name]" })) {
  for (const option of category.categoryOptions) console.log(option.name);
}

// The same names of other things are no uses.
const mine = { legendSet: 1, formName: "x", externalize: true };
console.log(mine.legendSet, mine.formName, mine.externalize);
const elements = await dhis2.resources.dataElements.list({
  fields: "id,formName,legendSet[id]",
  order: "name:asc",
});
for (const element of elements) console.log(element.formName, element.legendSet);
console.log(legendFields);
export const shared = await dhis2.resources.categoryOptions.list({ fields: legendFields });
