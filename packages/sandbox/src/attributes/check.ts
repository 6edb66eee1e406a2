import { Refusal } from "../http/refusal.ts";
import type { Bundle, BundleEntry, ImportContext } from "../import/bundle.ts";
import { type ErrorReport, errorReport } from "../import/reports.ts";
import type { Model } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import { describe } from "../store/store.ts";
import { idOf, isList, isObject, type Json, textOf, type Values } from "../store/values.ts";
import { invalidValue } from "./value-types.ts";
import { type GivenAttributeValue, givenAttributeValues } from "./write.ts";

/** Flag of an attribute that assigns it to a type: `dataElementAttribute`. */
function assignedTo(attribute: Values, model: Model): boolean {
  return attribute[`${model.singular}Attribute`] === true;
}

/** Whether objects of a type can have attribute values that are stored. */
function isAttributable(model: Model): boolean {
  const property = model.property("attributeValues");
  return property?.owner === true && property.persisted;
}

/**
 * Attribute values of an object on its way in: attributes that exist and are assigned to its type, values of
 * their type, unique and mandatory ones (E4009, E4011, E5002, E6004 to E6021).
 */
export function checkAttributeValues(
  entry: BundleEntry,
  bundle: Bundle,
  context: ImportContext,
): ErrorReport[] {
  if (!isAttributable(entry.model)) return [];
  refuseUnnamed(entry.values["attributeValues"], context.schemas);
  const given = givenAttributeValues(entry.values["attributeValues"]);
  return [
    ...missingMandatory(entry, given, context),
    ...given.flatMap((value) => checkUniqueValue(entry, value, bundle, context)),
    ...given.flatMap((value) => checkKnown(entry, value, bundle, context)),
    ...given.flatMap((value) => checkValue(entry, value, bundle, context)),
  ];
}

/** A value that names no attribute by its UID is more than the server can bear. */
function refuseUnnamed(given: Json | undefined, schemas: Schemas): void {
  if (!isList(given) || given.every((entry) => isObject(entry) && idOf(entry["attribute"]) !== undefined))
    return;
  const [call, culprit] = schemas.has("attributeValuesObjectForm")
    ? ["java.lang.Comparable.compareTo(Object)", "k1"]
    : ["java.lang.Iterable.forEach(java.util.function.Consumer)", "typeReports"];
  throw new Refusal(500, `Cannot invoke "${call}" because "${culprit}" is null`);
}

/** The attribute as it is stored, or as the same bundle brings it. */
function definitionOf(uid: string, bundle: Bundle, { schemas, store }: ImportContext): Values | undefined {
  const model = schemas.model("Attribute");
  return bundle.find(model, uid)?.values ?? store.get(model, uid)?.values;
}

function missingMandatory(
  { model }: BundleEntry,
  given: readonly GivenAttributeValue[],
  { schemas, store }: ImportContext,
): ErrorReport[] {
  const attributes = schemas.model("Attribute");
  const reports: ErrorReport[] = [];
  for (const { uid, values } of store.all(attributes)) {
    if (values["mandatory"] !== true || !assignedTo(values, model)) continue;
    if (given.some(({ attribute }) => attribute === uid)) continue;
    reports.push(
      errorReport(
        "E4011",
        attributes.klass,
        `Attribute \`${uid}\` is required, but no value was found`,
        [uid],
        {
          id: uid,
          property: "value",
        },
      ),
    );
  }
  return reports;
}

function checkUniqueValue(
  entry: BundleEntry,
  { attribute, value }: GivenAttributeValue,
  bundle: Bundle,
  context: ImportContext,
): ErrorReport[] {
  const definition = definitionOf(attribute, bundle, context);
  if (definition?.["unique"] !== true || !isTaken(entry, attribute, value, bundle, context)) return [];
  const name = textOf(definition, "name") ?? attribute;
  return [
    errorReport(
      "E4009",
      context.schemas.model("Attribute").klass,
      `Attribute \`${name}\` is unique, and value \`${value}\` already exist`,
      [name, value],
      { id: attribute, property: "value" },
    ),
  ];
}

function isTaken(
  entry: BundleEntry,
  attribute: string,
  value: string,
  bundle: Bundle,
  context: ImportContext,
): boolean {
  const holders = bundle.once(`${entry.model.name} values of ${attribute}`, () =>
    holdersOf(entry.model, attribute, bundle, context),
  );
  const [first] = holders.brought.get(value) ?? [];
  return (
    (first !== undefined && first !== entry) ||
    (holders.stored.get(value) ?? []).some((uid) => uid !== entry.uid)
  );
}

interface Holders {
  /** Entries that bring a value, in their order. */
  readonly brought: ReadonlyMap<string, BundleEntry[]>;
  /** Stored objects that have it, and are not in the bundle. */
  readonly stored: ReadonlyMap<string, string[]>;
}

function holdersOf(model: Model, attribute: string, bundle: Bundle, { store }: ImportContext): Holders {
  const brought = new Map<string, BundleEntry[]>();
  const stored = new Map<string, string[]>();
  const add = <Holder>(holders: Map<string, Holder[]>, values: Json | undefined, holder: Holder): void => {
    const value = givenAttributeValues(values).find((one) => one.attribute === attribute)?.value;
    if (value === undefined) return;
    const known = holders.get(value);
    if (known === undefined) holders.set(value, [holder]);
    else known.push(holder);
  };
  for (const entry of bundle.entries)
    if (entry.model === model) add(brought, entry.values["attributeValues"], entry);
  for (const { uid, values } of store.all(model))
    if (bundle.find(model, uid) === undefined) add(stored, values["attributeValues"], uid);
  return { brought, stored };
}

function checkKnown(
  entry: BundleEntry,
  { attribute }: GivenAttributeValue,
  bundle: Bundle,
  context: ImportContext,
): ErrorReport[] {
  if (definitionOf(attribute, bundle, context) !== undefined) return [];
  const owner = describe(entry.model, entry.values, entry.uid);
  const referred = valuesAreObjects(entry.model) ? `[${attribute}] (Attribute)` : attribute;
  return [
    errorReport(
      "E5002",
      entry.model.klass,
      `Invalid reference ${referred} on object ${owner} for association \`attributeValues\``,
      [referred, owner, "attributeValues"],
    ),
  ];
}

/** Whether the release keeps a list of values with an attribute each, rather than a map (42 and later). */
function valuesAreObjects(model: Model): boolean {
  return model.property("attributeValues")?.kind === "whole";
}

function checkValue(
  { model }: BundleEntry,
  { attribute, value }: GivenAttributeValue,
  bundle: Bundle,
  context: ImportContext,
): ErrorReport[] {
  const { klass } = context.schemas.model("Attribute");
  const definition = definitionOf(attribute, bundle, context);
  if (definition === undefined || !assignedTo(definition, model))
    return [
      errorReport("E6012", klass, `Attribute \`${attribute}\` is not assigned to \`${model.simpleName}\``, [
        attribute,
        model.simpleName,
      ]),
    ];
  const valueType = textOf(definition, "valueType") ?? "TEXT";
  const problem = invalidValue(valueType, value, context);
  if (problem === undefined) return [];
  if (problem.code === "E6004" || problem.code === "E6005") {
    const subject = valuesAreObjects(model) ? attribute : value;
    return [
      errorReport(problem.code, klass, `Attribute \`${subject}\` ${problem.words}`, [subject], {
        id: subject,
        property: "value",
      }),
    ];
  }
  const valuesClass = `${klass}Value${valuesAreObjects(model) ? "" : "s"}`;
  return [errorReport(problem.code, valuesClass, `AttributeValue \`${value}\` ${problem.words}`, [value])];
}
