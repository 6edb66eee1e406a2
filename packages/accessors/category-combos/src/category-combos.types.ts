import type { Cores } from "@dhis2w/all-cores";
import type { CommonCore } from "@dhis2w/core-common";
import type { Core as Core42 } from "@dhis2w/core-v42";
import { isDhis2Error } from "@dhis2w/runtime";
import type { CategoryCombos } from "./category-combos.ts";

declare const combos: CategoryCombos<Core42>;

export async function readsAreTyped(): Promise<void> {
  const combo = await combos.get("CcSexAge000");
  const names: string[] = combo.categories.map((category) => category.name);
  const rows: string[] = combo.categoryOptionCombos.map((row) => row.displayName);
  const isDefault: boolean = combo.isDefault;
  console.log(names, rows, isDefault, combo.dataDimensionType, combo.sharing);
  // @ts-expect-error the options of a category are not read
  combo.categories[0]?.categoryOptions;
}

export async function whatWasReadGoesBack(): Promise<void> {
  const combo = await combos.create({ name: "Sex", categories: ["CatSex00000"] });
  const { matrixIsStale } = await combos.update({ ...combo, skipTotal: true });
  const stale: boolean = matrixIsStale;
  await combos.update({ id: combo.id, code: null });
  await combos.update({ id: combo.id, categories: [{ id: "CatSex00000" }] });
  await combos.update({ ...combo, name: undefined });
  // @ts-expect-error a misspelt property
  await combos.update({ id: combo.id, skipTotals: stale });
  // @ts-expect-error an edit names its combo
  await combos.update({ name: "Sex" });
  // @ts-expect-error UIDs, not references
  await combos.create({ name: "Sex", categories: [{ id: "CatSex00000" }] });
  // @ts-expect-error no such kind
  await combos.create({ name: "Sex", categories: ["CatSex00000"], dataDimensionType: "OTHER" });
  // @ts-expect-error categories are named
  await combos.create({ name: "Sex" });
}

declare const ofEach: { readonly [Id in keyof Cores]: CategoryCombos<Cores[Id]> };

/** Code for any server takes the common part, and every release's accessor is one. */
export const forAnyServer: readonly CategoryCombos<CommonCore>[] = Object.values(ofEach);

export async function errorsAreNarrowed(): Promise<void> {
  try {
    await combos.delete("CcSexAge000");
  } catch (error) {
    if (isDhis2Error(error, "CATEGORY_COMBO.IN_USE")) console.log(error.users[0]?.resource);
    if (isDhis2Error(error, "MATRIX.TIMEOUT")) console.log(error.waited, error.missing, error.stale[0]?.id);
    // @ts-expect-error only who uses a combo is named
    if (isDhis2Error(error, "CATEGORY_COMBO.DEFAULT")) console.log(error.users);
  }
}
