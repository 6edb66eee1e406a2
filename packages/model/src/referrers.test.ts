import { expect, test } from "vitest";
import { referrersOf } from "./referrers.ts";
import type { Model, Property, ServerModel, TypeRef } from "./server-model.ts";

const property = (name: string, type: TypeRef, facts: Partial<Property> = {}): Property => ({
  name,
  fieldName: name,
  type,
  presence: "optional",
  propertyType: "REFERENCE",
  collection: type.kind === "array",
  ordered: false,
  owner: true,
  persisted: true,
  readable: true,
  writable: true,
  simple: false,
  required: false,
  unique: false,
  translatable: false,
  manyToMany: false,
  oneToOne: false,
  manyToOne: false,
  oneToMany: false,
  ...facts,
});

const model = (name: string, properties: readonly Property[]): Model => ({
  name,
  klass: `org.hisp.dhis.${name}`,
  kind: "schema",
  embedded: false,
  identifiable: true,
  metadata: true,
  persisted: true,
  translatable: false,
  shareable: false,
  dataShareable: false,
  defaultPrivate: false,
  authorities: [],
  properties,
});

const combo: TypeRef = { kind: "ref", model: "CategoryCombo" };

function server(models: readonly Model[], resources: Readonly<Record<string, string>>): ServerModel {
  return {
    source: { id: "v42", version: 42, release: "2.42.5.2", revision: "abc" },
    models,
    enums: [],
    resources: Object.entries(resources).map(([name, of]) => ({
      name,
      path: name,
      model: of,
      attributable: true,
    })),
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
  };
}

test("references that are stored count, also inside a value that stands in its owner", () => {
  const found = referrersOf(
    server(
      [
        model("CategoryCombo", []),
        model("DataSet", [
          property("dataSetElements", { kind: "array", item: { kind: "embedded", model: "DataSetElement" } }),
          property("categoryCombo", combo),
        ]),
        model("DataSetElement", [property("categoryCombo", combo)]),
        model("Program", [property("enrollmentCategoryCombo", combo), property("categoryCombo", combo)]),
      ],
      { programs: "Program", dataSets: "DataSet", categoryCombos: "CategoryCombo" },
    ),
  );
  expect(found).toEqual({
    CategoryCombo: {
      dataSets: ["categoryCombo", "dataSetElements.categoryCombo"],
      programs: ["categoryCombo", "enrollmentCategoryCombo"],
    },
  });
});

test("parts of the object, inverse sides and computed references are no users", () => {
  const found = referrersOf(
    server(
      [
        model("CategoryCombo", [
          property(
            "categoryOptionCombos",
            { kind: "array", item: { kind: "ref", model: "CategoryOptionCombo" } },
            { owner: false },
          ),
        ]),
        model("CategoryOptionCombo", [property("categoryCombo", combo)]),
        model("Category", [property("categoryCombos", { kind: "array", item: combo }, { owner: false })]),
        model("Section", [property("categoryCombos", { kind: "array", item: combo }, { persisted: false })]),
      ],
      { categoryOptionCombos: "CategoryOptionCombo", categories: "Category", sections: "Section" },
    ),
  );
  expect(found).toEqual({ CategoryCombo: {} });
});

test("a value that holds values of its own kind ends", () => {
  const nested = model("Nested", [
    property("inner", { kind: "embedded", model: "Nested" }),
    property("combo", combo),
  ]);
  expect(referrersOf(server([nested], { nesteds: "Nested" }))).toEqual({
    CategoryCombo: { nesteds: ["combo"] },
  });
});
