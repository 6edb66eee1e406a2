import { initialValues } from "./initial-values.ts";
import type { Model, Property, TypeRef } from "./server-model.ts";

/** Properties of a schema about which `required` of `/api/schemas` says the wrong thing. */
export interface ServerDefaultRow {
  /** Short key of the schema: `dataElement`. */
  readonly schema: string;
  readonly properties: readonly string[];
  /** How it is known: a paragraph of the recordings' findings, or the reason. */
  readonly evidence: string;
}

const omittedOnCreate = "POST without them answers 201 on 2.42.5.2 and 2.43.1, recordings 06, 07, 12 and 22";

/**
 * What the server fills in where a create leaves it out: where `required` of `/api/schemas` is a fact of the database
 * and not of the API. Properties that begin with a value are in {@link initialValues}. Booleans and numbers are not listed: each that was left out became the server's default, 14
 * booleans (`attribute.unique`, `category.dataDimension`, `categoryCombo.skipTotal`, …) and 6 numbers
 * (`apiToken.expire` and `version`, `constant.value`, `indicatorType.factor`, `optionSet.version`,
 * `programStage.minDaysFromStart`); none was refused (recordings 06, 07, 12, 17 and 22).
 */
export const serverDefaults: readonly ServerDefaultRow[] = [
  {
    schema: "apiToken",
    properties: ["type"],
    evidence: "17-auth 'create token': POST of {} answers 201 on all three",
  },
  {
    schema: "jobConfiguration",
    properties: ["jobStatus", "schedulingType", "lastExecutedStatus"],
    evidence: omittedOnCreate,
  },
];

/** What the server refuses a new object without, although `/api/schemas` does not require it (BUG-276). */
const neededOnCreate: readonly ServerDefaultRow[] = [
  {
    schema: "user",
    properties: ["firstName", "surname"],
    evidence: "14-sharing 'create user without names': on 2.41.9 a 409 of the database, on the others E4000",
  },
  {
    schema: "user",
    properties: ["userRoles"],
    evidence: "14-sharing 'create user without role': E4055 on all three",
  },
];

/** By class of values that stand whole inside others: what the server fails without. */
const neededInValues: Readonly<Record<string, readonly string[]>> = {
  // 05-attributes 'PUT value without attribute' is a 500, a value without text is dropped on 2.41.9.
  "org.hisp.dhis.attribute.AttributeValue": ["attribute", "value"],
  // PUT of /translations: E4000, `locale`, in all three.
  "org.hisp.dhis.translation.Translation": ["locale", "property", "value"],
};

/** What the server writes into every object that comes without. */
const madeByTheServer: readonly string[] = ["created", "createdBy", "id", "lastUpdated"];

/** Java starts them as `false` and `0`. */
const isPlain = ({ kind }: TypeRef): boolean => kind === "boolean" || kind === "integer" || kind === "number";

/**
 * A category combo that is left out becomes the one named `default`: so for each of the four properties that were
 * tried (data element, data set, program and its enrollments: recordings 06, 07, 10 and 11), in all three.
 */
const isDefaultedCombo = ({ singular }: Model, { type }: Property): boolean =>
  type.kind === "ref" && type.model === "CategoryCombo" && singular !== "categoryOptionCombo";

/**
 * Whether a create must carry the property: this side owns and may write it, the database requires it,
 * and the server has no default for it; or the server alone requires it.
 */
export function isRequiredOnCreate(model: Model, property: Property): boolean {
  // The tag that tells alternatives apart (BUG-014).
  if (property.type.kind === "literal") return true;
  if (Object.hasOwn(neededInValues, model.klass))
    return neededInValues[model.klass]?.includes(property.name) === true;
  if (isIn(neededOnCreate, model, property)) return true;
  if (!property.required || !property.persisted || !property.owner || !property.writable) return false;
  if (isPlain(property.type) || madeByTheServer.includes(property.name)) return false;
  if (isDefaultedCombo(model, property)) return false;
  if (Object.hasOwn(initialValues, `${model.name}.${property.name}`)) return false;
  // Java starts them empty, so that they are never missing.
  if (property.type.kind === "array" || property.type.kind === "map") return false;
  return !isIn(serverDefaults, model, property);
}

const isIn = (rows: readonly ServerDefaultRow[], { singular }: Model, { name }: Property): boolean =>
  rows.some(({ schema, properties }) => schema === singular && properties.includes(name));
