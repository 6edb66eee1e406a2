import { conflict } from "../http/refusal.ts";
import type { Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { idsOf, type Values } from "../store/values.ts";

/** Option combos that stand or fall with an object: those of a combo, and those that an option is part of. */
const withObject: Readonly<Record<string, string>> = {
  CategoryCombo: "CategoryOptionCombo.categoryCombo",
  CategoryOption: "CategoryOptionCombo.categoryOptions",
};

/** What the data of an object, or of its option combos, says against its deletion. */
export function dataConflict(row: Stored, server: Server): string | undefined {
  const path = Object.hasOwn(withObject, row.model.name) ? withObject[row.model.name] : undefined;
  if (path !== undefined) return hasData(row, path, server) ? "CategoryOptionCombo" : undefined;
  return server.dataValues.hold(row.uid) ? String(server.schemas.quirk("dataValueVeto")) : undefined;
}

function hasData({ uid }: Stored, path: string, { store, dataValues }: Server): boolean {
  return [...store.referring(path, uid)].some((combination) => dataValues.hold(combination));
}

/** Refuses other categories of a combo that data is stored by: E1120. */
export function checkDataStaysInReach(row: Stored, values: Values, server: Server): void {
  if (row.model.name !== "CategoryCombo") return;
  const [before, after] = [row.values, values].map((one) => idsOf(one["categories"]).sort().join());
  if (before === after || !hasData(row, "CategoryOptionCombo.categoryCombo", server)) return;
  throw conflict("Update cannot be applied as it would make existing data values inaccessible", "E1120");
}
