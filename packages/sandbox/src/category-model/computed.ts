import type { Model } from "../schema/schema.ts";
import type { Computed } from "../wire/computed.ts";

const byModel: Readonly<Record<string, Readonly<Record<string, Computed>>>> = {
  Category: { items: (row) => row.values["categoryOptions"] },
  CategoryOptionGroupSet: { items: (row) => row.values["categoryOptionGroups"] },
};

/** What the types of the category model compute in their own way. */
export function categoryComputed(model: Model, property: string): Computed | undefined {
  return byModel[model.name]?.[property];
}
