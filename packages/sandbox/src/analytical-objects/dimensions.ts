import type { Model } from "../schema/model.ts";

/** A dimension of an analytical object, by how the object keeps its items. */
export interface DimensionKind {
  /** Type of the dimension's own object. */
  readonly model: string;
  /** Property of the analytical object. */
  readonly property: string;
  /** In each value of the property: the dimension, and its items. */
  readonly dimension: string;
  readonly items: string;
}

/** Dimensions that are objects themselves; data, periods and organisation units are kept in properties of their own. */
export const dimensionKinds: readonly DimensionKind[] = [
  { model: "Category", property: "categoryDimensions", dimension: "category", items: "categoryOptions" },
  {
    model: "DataElementGroupSet",
    property: "dataElementGroupSetDimensions",
    dimension: "dataElementGroupSet",
    items: "dataElementGroups",
  },
  {
    model: "OrganisationUnitGroupSet",
    property: "organisationUnitGroupSetDimensions",
    dimension: "organisationUnitGroupSet",
    items: "organisationUnitGroups",
  },
  {
    model: "CategoryOptionGroupSet",
    property: "categoryOptionGroupSetDimensions",
    dimension: "categoryOptionGroupSet",
    items: "categoryOptionGroups",
  },
];

/** Where the dimensions of an axis are kept. */
export const axes = {
  columns: "columnDimensions",
  rows: "rowDimensions",
  filters: "filterDimensions",
} as const;

/** Kinds of data items that are objects of one type, by the property of an item that refers to it. */
export const dataItemKinds = [
  { model: "DataElement", property: "dataElement", type: "DATA_ELEMENT" },
  { model: "Indicator", property: "indicator", type: "INDICATOR" },
  { model: "ProgramIndicator", property: "programIndicator", type: "PROGRAM_INDICATOR" },
  {
    model: "ExpressionDimensionItem",
    property: "expressionDimensionItem",
    type: "EXPRESSION_DIMENSION_ITEM",
  },
] as const;

/** Items of `ou` that stand for the user's own units. */
export const userUnits: Readonly<Record<string, string>> = {
  USER_ORGUNIT: "userOrganisationUnit",
  USER_ORGUNIT_CHILDREN: "userOrganisationUnitChildren",
  USER_ORGUNIT_GRANDCHILDREN: "userOrganisationUnitGrandChildren",
};

/** Whether objects of a type have a layout: visualizations, the layers of maps. */
export function isAnalytical(model: Model): boolean {
  return ["columns", "rows", "filters", "organisationUnits"].every(
    (name) => model.property(name) !== undefined,
  );
}
