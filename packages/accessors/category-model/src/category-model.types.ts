import type { Cores } from "@dhis2w/all-cores";
import type { CommonCore } from "@dhis2w/core-common";
import type { Core as Core42 } from "@dhis2w/core-v42";
import { isDhis2Error } from "@dhis2w/runtime";
import type { Categories } from "./categories.ts";
import type { CategoryComboBuilder } from "./category-combo-builder.ts";
import type { CategoryModelMaintenance } from "./category-model-maintenance.ts";
import type { CategoryOptionCombos } from "./category-option-combos.ts";
import type { CategoryOptions } from "./category-options.ts";

declare const categories: Categories<Core42>;
declare const options: CategoryOptions<Core42>;
declare const rows: CategoryOptionCombos<Core42>;
declare const builder: CategoryComboBuilder;
declare const maintenance: CategoryModelMaintenance;

export async function readsAreTyped(): Promise<void> {
  const category = await categories.get("CatSex00000");
  const names: string[] = category.categoryOptions.map((option) => option.name);
  const from: string | undefined = (await options.get("CoMale00000")).startDate;
  const [row] = await rows.listForCombo("CcSexAge000");
  const comboUid: string | undefined = row?.categoryCombo.id;
  console.log(names, from, comboUid, category.dataDimension, row?.ignoreApproval);
  // @ts-expect-error the combos of a category are read as references
  category.categoryCombos[0]?.name;
}

export async function writesAreChecked(): Promise<void> {
  await categories.create({ name: "Sex", categoryOptions: ["CoMale00000"] });
  await categories.update("CatSex00000", { description: null });
  // @ts-expect-error UIDs, not references
  await categories.create({ name: "Sex", categoryOptions: [{ id: "CoMale00000" }] });
  // @ts-expect-error a name cannot be cleared
  await categories.rename("CatSex00000", { name: null });
  // @ts-expect-error a misspelt property
  await options.setValidity("CoMale00000", { start: "2026-01-01" });
  await builder.ensure({
    name: "Sex",
    categories: [{ name: "Sex", options: ["Male", { name: "F", code: "F" }] }],
  });
  // @ts-expect-error a category has options
  await builder.ensure({ name: "Sex", categories: [{ name: "Sex" }] });
  // @ts-expect-error no such kind
  await builder.ensure({ name: "Sex", categories: [], dataDimensionType: "OTHER" });
  // @ts-expect-error what becomes of data values has to be said
  await maintenance.mergeCategoryOptionCombos({ sources: ["CocA0000000"], target: "CocB0000000" });
}

declare const ofEach: { readonly [Id in keyof Cores]: Categories<Cores[Id]> };

/** Code for any server takes the common part, and every release's accessor is one. */
export const forAnyServer: readonly Categories<CommonCore>[] = Object.values(ofEach);

export function errorsAreNarrowed(error: unknown): void {
  if (isDhis2Error(error, "CATEGORY_MODEL.INCOMPLETE"))
    console.log(error.report.created[0]?.type, error.cause);
  if (isDhis2Error(error, "CATEGORY_MODEL.SHARED_OPTION")) console.log(error.option, error.categories[0]);
  if (isDhis2Error(error, "CATEGORY_OPTION.IN_USE")) console.log(error.users[0]?.name);
}
