import { conflict, Refusal } from "../http/refusal.ts";
import type { BundleEntry } from "../import/bundle.ts";
import type { ErrorReport } from "../import/reports.ts";
import type { Model } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import { isList, isObject } from "../store/values.ts";
import { typeOfItem } from "./computed.ts";

/** Refuses a dashboard with an item that shows nothing; there is nothing that it only reports. */
export function checkDashboard({ model, values }: BundleEntry): ErrorReport[] {
  const items = model.name === "Dashboard" ? values["dashboardItems"] : undefined;
  for (const item of isList(items) ? items.filter(isObject) : [])
    if (typeOfItem(item) === undefined)
      throw conflict("Dashboard item does not have any type associated.", "E1004");
  return [];
}

/** Refuses a patch of a dashboard where the server cannot write it out for that (BUG-299). */
export function checkDashboardPatch({ name, klass }: Model, schemas: Schemas): void {
  if (name !== "Dashboard" || schemas.has("dashboardPatch")) return;
  const item = schemas.model("DashboardItem").klass;
  throw new Refusal(
    400,
    `Invalid definition for property "dashboardItems" (of type \`${klass}\`): Cannot refine serialization content type [simple type, class ${item}] into org.hisp.dhis.common.BaseIdentifiableObject; types not related`,
  );
}
