export { Categories, createCategories } from "./categories.ts";
export { CategoryComboBuilder, createCategoryComboBuilder } from "./category-combo-builder.ts";
export type {
  CategoryChanges,
  CategoryModelCore,
  CategoryOptionComboWithOptions,
  CategoryOptionWithCategories,
  CategoryWithOptions,
  DeleteOptionOptions,
  DimensionKind,
  NamedPart,
  NewCategory,
  NewCategoryOption,
  NewNames,
  OptionsChange,
  ValidityWindow,
} from "./category-model.ts";
export {
  CategoryModelMaintenance,
  createCategoryModelMaintenance,
  type DataMerge,
  type DataMergeStrategy,
  type Merge,
} from "./category-model-maintenance.ts";
export {
  CategoryOptionCombos,
  createCategoryOptionCombos,
  type ExpectedOptionCombo,
  type MatrixComparison,
  type StoredOptionCombo,
} from "./category-option-combos.ts";
export { CategoryOptions, createCategoryOptions } from "./category-options.ts";
export type {
  CategorySpec,
  ComboSpec,
  EnsuredPart,
  EnsureOptions,
  EnsureReport,
  PartSpec,
} from "./combo-spec.ts";
export type { IncompleteError, MismatchError, PartInUseError, SharedOptionError } from "./errors.ts";
