import type { Model } from "../schema/model.ts";
import { type Computed, displayed } from "../wire/computed.ts";

/** An option combo has no short name of its own. */
const displayShortName = displayed("name");

const byModel: Readonly<Record<string, Readonly<Record<string, Computed>>>> = {
  CategoryOptionCombo: { displayShortName },
  Category: { items: (row) => row.values["categoryOptions"] },
  CategoryOptionGroupSet: { items: (row) => row.values["categoryOptionGroups"] },
};

/** What the types of the category model compute in their own way. */
export function categoryComputed(model: Model, property: string): Computed | undefined {
  return byModel[model.name]?.[property];
}
