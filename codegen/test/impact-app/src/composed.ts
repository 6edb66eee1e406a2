import { where } from "@dhis2w/client-v42";
import { dhis2 } from "./client.ts";

// Names of properties that are put together far from the call.
const base = ["id", "name"] as const;
const legends = ["legendSet", "legendSets"] as const; // breaks: CategoryOption.legendSet + CategoryOption.legendSets
export const fields = [...base, ...legends].join(",");
const views = {
  dashboards: { fields: "id,shortName", order: "displayName:asc" }, // breaks: Dashboard.shortName + Dashboard.displayName
  options: { fields: ["id", "favorite"] }, // breaks: CategoryOption.favorite
} as const;
export class Queries {
  static readonly short = "id,formName"; // breaks: Dashboard.formName
  readonly long = "id,displayFormName"; // breaks: Dashboard.displayFormName
  get computed(): string {
    return "id,displayShortName"; // breaks: Dashboard.displayShortName
  }
  build(more: string): string {
    return `${this.long},${more}`;
  }
}
const selection = (...names: string[]): string => names.join(",");
const nest = (name: string, inner: string): string => `${name}[${inner}]`;
function chosen(isLong: boolean): string {
  if (isLong) {
    return "id,favorite"; // breaks: OptionSet.favorite
  }
  return "id";
}

const { categoryOptions, categories, dashboards, optionSets, indicatorGroups } = dhis2.resources;
await categoryOptions.list({ fields });
await dashboards.list(views.dashboards);
const { fields: names } = views.options;
await categoryOptions.list({ fields: names.filter((name) => name !== "id").join() });
await categoryOptions.list({ fields: selection("id", "legendSets") }); // breaks: CategoryOption.legendSets
await categories.list({ fields: `id,${nest("categoryOptions", "id,favorites")}` }); // breaks: CategoryOption.favorites
const queries = new Queries();
await dashboards.page({ fields: Queries.short });
await dashboards.page({ fields: queries.build("favorites") });
await dashboards.page({ fields: queries.computed });
await optionSets.list({ fields: chosen(true) });
await optionSets.list({ fields: ["id", "favorites"].map((name) => `${name}~rename(${name})`).join(",") }); // breaks: OptionSet.favorites
await optionSets.list({ fields: "id".concat(",favorite") }); // breaks: OptionSet.favorite
for (const name of ["id", "favorite"]) await indicatorGroups.list({ fields: name }); // breaks: IndicatorGroup.favorite

const filters: string[] = [];
filters.push("favorites:!null"); // breaks: IndicatorGroup.favorites
if (filters.length > 1) filters.push(`favorite:eq:${true}`); // breaks: IndicatorGroup.favorite
await indicatorGroups.list({ filter: filters });
let order = "name:asc";
if (filters.length > 1) order = "displayName:desc"; // breaks: Dashboard.displayName
await dashboards.list({ order });
let text = "id";
for (const more of ["code", "favorites"]) text += `,${more}`; // breaks: OptionSet.favorites
await optionSets.list({ fields: text });
const query: { fields: string; filter?: string[] } = { fields: "id" };
query.filter = ["formName:like:x"]; // breaks: Dashboard.formName
await dashboards.list(query);
const byLegend = where("legendSet.id", "eq", "abc12345678"); // breaks: CategoryOption.legendSet
await categoryOptions.list({ filter: [byLegend] });

// The same texts for what has these properties.
await dhis2.resources.dataElements.list({ fields: selection("id", "shortName", "formName") });
export const unused = ["legendSet", "formName"].join(",");
