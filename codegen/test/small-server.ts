import type { EnumModel, Model, Property, ServerModel } from "@dhis2w/model";

/** A property as most are: a text that this side owns and may write. */
export function property(name: string, differences: Partial<Property> = {}): Property {
  return {
    name,
    fieldName: name,
    type: { kind: "text" },
    presence: "optional",
    propertyType: "TEXT",
    collection: false,
    ordered: false,
    owner: true,
    persisted: true,
    readable: true,
    writable: true,
    simple: true,
    required: false,
    unique: false,
    translatable: false,
    manyToMany: false,
    oneToOne: false,
    manyToOne: false,
    oneToMany: false,
    ...differences,
  };
}

/** A schema as most are. */
export function model(
  name: string,
  properties: readonly Property[],
  differences: Partial<Model> = {},
): Model {
  const singular = name.slice(0, 1).toLowerCase() + name.slice(1);
  return {
    name,
    klass: `org.hisp.dhis.${name}`,
    kind: "schema",
    singular,
    plural: `${singular}s`,
    displayName: name,
    embedded: false,
    identifiable: true,
    metadata: true,
    persisted: true,
    translatable: true,
    shareable: true,
    dataShareable: false,
    defaultPrivate: false,
    authorities: [],
    properties,
    ...differences,
  };
}

/** An enum of these members. */
export const enumOf = (name: string, members: readonly string[]): EnumModel => ({
  name,
  klass: `org.hisp.dhis.${name}`,
  members,
});

/** A server of these parts. */
export function server(parts: Partial<ServerModel> = {}): ServerModel {
  return {
    source: { id: "v42", version: 42, release: "2.42.5.2", revision: "91f1f41" },
    models: [],
    enums: [],
    resources: [],
    quirks: [],
    report: {
      schemas: 0,
      properties: 0,
      enums: 0,
      complex: [],
      sharedClasses: 0,
      disagreements: [],
      corrections: [],
    },
    ...parts,
  };
}

/** Two resources, an embedded value and an enum: every kind of file has something in it. */
export const smallServer: ServerModel = server({
  models: [
    model("Category", [
      property("id", { presence: "always", min: 11, max: 11 }),
      property("name", {
        presence: "always",
        required: true,
        unique: true,
        translatable: true,
        description: "The name of this Object. Required and unique.",
        length: 230,
        min: 1,
        max: 230,
      }),
      property("displayName", { owner: false, persisted: false, writable: false }),
      property("dataDimensionType", {
        presence: "always",
        required: true,
        type: { kind: "enum", name: "DataDimensionType" },
      }),
      property("categoryCombos", {
        type: { kind: "array", item: { kind: "ref", model: "CategoryCombo" } },
        collection: true,
        owner: false,
      }),
      property("style", { type: { kind: "embedded", model: "ObjectStyle" } }),
    ]),
    model("CategoryCombo", [
      property("id", { presence: "always" }),
      property("categories", {
        type: { kind: "array", item: { kind: "ref", model: "Category" } },
        collection: true,
      }),
      property("created", { type: { kind: "dateTime" } }),
      property("skipTotal", { type: { kind: "boolean" }, presence: "always", required: true }),
    ]),
    model("ObjectStyle", [property("color"), property("icon")], {
      kind: "embedded",
      embedded: true,
      identifiable: false,
    }),
  ],
  enums: [enumOf("DataDimensionType", ["DISAGGREGATION", "ATTRIBUTE"])],
  resources: [
    { name: "categories", path: "categories", model: "Category", attributable: true },
    { name: "categoryCombos", path: "categoryCombos", model: "CategoryCombo", attributable: false },
  ],
  quirks: [
    { id: "BUG-106", name: "maxCategoriesPerCombo", value: 5, client: false },
    { id: "BUG-111", name: "commaCutsFilterValue", value: true, client: true },
  ],
});
