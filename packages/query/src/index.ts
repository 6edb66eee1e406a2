export type { CheckedFields } from "./fields/check.ts";
export type {
  ExclusionItem,
  FieldsItem,
  FieldsPreset,
  FieldsQuery,
  FieldTransformer,
  PresetItem,
  PropertyItem,
} from "./fields/fields-query.ts";
export { parseFields } from "./fields/parse.ts";
export { printFields } from "./fields/print.ts";
export type { Selected } from "./fields/select.ts";
export type { CheckedFilter } from "./filter/check.ts";
export type { FilterOperator, ListOperator, UnaryOperator, ValueOperator } from "./filter/operators.ts";
export { type FilterQuery, type FilterRules, parseFilter, printFilter } from "./filter/parse.ts";
export { type FilterValue, where } from "./filter/where.ts";
export type { CheckedOrder } from "./order/check.ts";
export { type OrderDirection, type OrderTerm, parseOrder, printOrder } from "./order/parse.ts";
export type { PresetNames, presets } from "./presets.ts";
export { QueryError, type QueryErrorCode } from "./query-error.ts";
export type { Ref, RefTarget } from "./ref.ts";
export type { Changes, CoreTypes, ResourceTable, ResourceType } from "./resource.ts";
export type { QuirkValue, ServerDescription } from "./server.ts";
export type { DateTime, OpenEnum } from "./value.ts";
