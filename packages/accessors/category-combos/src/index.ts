export type {
  CategoryComboCore,
  CategoryComboEdit,
  CategoryComboUser,
  CategoryComboWithParts,
  DeleteOptions,
  ListAllOptions,
  MembershipChange,
  NamedObject,
  NewCategoryCombo,
  WaitOptions,
} from "./category-combo.ts";
export { CategoryCombos, createCategoryCombos } from "./category-combos.ts";
export type { InUseError, MatrixBlockedError, MatrixTimeoutError, UnexpectedCountError } from "./errors.ts";
export type { MatrixDifference, MatrixRow } from "./matrix.ts";
