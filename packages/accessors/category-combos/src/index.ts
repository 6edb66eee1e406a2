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
export {
  combinationKey,
  combinationsOf,
  compareMatrix,
  type MatrixCategory,
  type MatrixDifference,
  type MatrixRow,
} from "./matrix.ts";
export { usersOf } from "./users.ts";
