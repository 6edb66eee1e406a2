import type { Model, Property } from "./server-model.ts";

/** Properties of a schema that the database requires and the server fills in where a create leaves them out. */
export interface ServerDefaultRow {
  /** Short key of the schema: `dataElement`. */
  readonly schema: string;
  readonly properties: readonly string[];
  /** How it is known: a paragraph of the recordings' findings, or the reason. */
  readonly evidence: string;
}

const omittedOnCreate = "POST without them answers 201 on 2.42.5.2 and 2.43.1, recordings 06, 07, 12 and 22";

/**
 * Where `required` of `/api/schemas` is a fact of the database and not of the API. Booleans are not listed:
 * each of the 14 that was left out (`attribute.unique`, `category.dataDimension`, `categoryCombo.skipTotal`, …)
 * became the server's default.
 */
export const serverDefaults: readonly ServerDefaultRow[] = [
  { schema: "constant", properties: ["value"], evidence: omittedOnCreate },
  { schema: "dataElement", properties: ["categoryCombo"], evidence: omittedOnCreate },
  { schema: "dataSet", properties: ["categoryCombo"], evidence: omittedOnCreate },
  { schema: "indicatorType", properties: ["factor"], evidence: omittedOnCreate },
  {
    schema: "jobConfiguration",
    properties: ["jobStatus", "schedulingType", "lastExecutedStatus"],
    evidence: omittedOnCreate,
  },
  { schema: "optionSet", properties: ["version"], evidence: "POST without it answers 201 on 2.43.1" },
  { schema: "program", properties: ["categoryCombo", "enrollmentCategoryCombo"], evidence: omittedOnCreate },
  { schema: "programStage", properties: ["minDaysFromStart"], evidence: omittedOnCreate },
  { schema: "sqlView", properties: ["cacheStrategy"], evidence: omittedOnCreate },
];

/**
 * Whether a create must carry the property: this side owns and may write it, the database requires it,
 * and the server has no default for it.
 */
export function isRequiredOnCreate(model: Model, property: Property): boolean {
  if (!property.required || !property.persisted || !property.owner || !property.writable) return false;
  if (property.type.kind === "boolean") return false;
  return !serverDefaults.some(
    ({ schema, properties }) => schema === model.singular && properties.includes(property.name),
  );
}
