import type { JsonObject } from "../../store/values.ts";
import { aggregateData } from "./aggregate-data.ts";
import { categoryModel } from "./category-model.ts";
import { organisationUnits } from "./organisation-units.ts";
import { trackerProgram } from "./tracker-program.ts";
import { userRoles } from "./users.ts";

export { countryUserGroups, countryUsers } from "./users.ts";

/** Metadata of Marasa, a country that is nowhere: what is imported in one bundle. */
export const countryMetadata: JsonObject = {
  ...organisationUnits,
  ...categoryModel,
  ...aggregateData,
  ...trackerProgram,
  ...userRoles,
};
