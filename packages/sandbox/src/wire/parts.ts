import type { Model } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import { idOf, idsOf, isList, type Json, textOf } from "../store/values.ts";
import { type Computed, displayed } from "./computed.ts";
import type { View } from "./view.ts";

type Table = Readonly<Record<string, Computed>>;

/** The object that a reference of a row names. */
function referred(row: Stored, name: string, { schemas, store }: View): Stored | undefined {
  const property = row.model.property(name);
  const model = property === undefined ? undefined : schemas.targetOf(property);
  const uid = idOf(row.values[name]);
  return model === undefined || uid === undefined ? undefined : store.get(model, uid);
}

/** The names of two objects that a row stands between, as one. */
const joinedNames =
  (references: readonly string[], text: string): Computed =>
  (row, view, property, nested) => {
    const names = references.map((name) => {
      const object = referred(row, name, view);
      return object === undefined ? undefined : displayed(text, "name")(object, view, property, nested);
    });
    return names.includes(undefined) ? undefined : names.join(" ");
  };

/** A tracked entity attribute on a program or type, named after both. */
const attributeOf = (owner: string): Table => {
  const name = joinedNames([owner, "trackedEntityAttribute"], "name");
  return {
    name,
    displayName: name,
    displayShortName: joinedNames([owner, "trackedEntityAttribute"], "shortName"),
    valueType: (row, view) =>
      textOf(referred(row, "trackedEntityAttribute", view)?.values ?? {}, "valueType"),
  };
};

const constant =
  (value: string): Computed =>
  () =>
    value;

/** How data is entered: by a form of one's own, by sections, or by default. */
const formType =
  (hasSections: (row: Stored, view: View) => boolean): Computed =>
  (row, view) =>
    idOf(row.values["dataEntryForm"]) !== undefined
      ? "CUSTOM"
      : hasSections(row, view)
        ? "SECTION"
        : "DEFAULT";

const members =
  (property: string): Computed =>
  (row) =>
    row.values[property];

const isRegistering = (row: Stored): boolean => row.values["programType"] === "WITH_REGISTRATION";

/** The combos of the elements of a section, each once. */
const combosOfSection: Computed = (row, { schemas, store }) => {
  const elements = schemas.model("DataElement");
  const combos = idsOf(row.values["dataElements"]).map((uid) =>
    idOf(store.get(elements, uid)?.values["categoryCombo"]),
  );
  return [...new Set(combos)].filter((uid) => uid !== undefined).map((id) => ({ id }));
};

const count =
  (property: string): Computed =>
  (row) => {
    const items: Json | undefined = row.values[property];
    return isList(items) ? items.length : 0;
  };

const byModel: Readonly<Record<string, Table>> = {
  Dashboard: { itemCount: count("dashboardItems") },
  DataElementGroupSet: { items: members("dataElementGroups") },
  DataSet: {
    dimensionItemType: constant("REPORTING_RATE"),
    formType: formType(({ uid }, { store }) => store.referring("Section.dataSet", uid).size > 0),
  },
  OptionGroupSet: { items: members("optionGroups") },
  OrganisationUnitGroupSet: { items: members("organisationUnitGroups") },
  Program: {
    registration: isRegistering,
    withoutRegistration: (row) => row.values["programType"] === "WITHOUT_REGISTRATION",
  },
  ProgramStage: { formType: formType(({ values }) => idsOf(values["programStageSections"]).length > 0) },
  ProgramTrackedEntityAttribute: attributeOf("program"),
  Section: { categoryCombos: combosOfSection },
  TrackedEntityAttribute: { dimensionItemType: constant("PROGRAM_ATTRIBUTE") },
  TrackedEntityTypeAttribute: attributeOf("trackedEntityType"),
};

/** What types compute of the objects and values that they are made of. */
export function partComputed({ name }: Model, property: string): Computed | undefined {
  const table = Object.hasOwn(byModel, name) ? byModel[name] : undefined;
  return table !== undefined && Object.hasOwn(table, property) ? table[property] : undefined;
}
