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
export type { PresetNames, presets } from "./presets.ts";
export { QueryError, type QueryErrorCode } from "./query-error.ts";
export type { Ref, RefTarget } from "./ref.ts";
export type { Changes, CoreTypes, ResourceTable, ResourceType } from "./resource.ts";
export type { QuirkValue, ServerDescription } from "./server.ts";
export type { DateTime, OpenEnum, TextKind } from "./value.ts";
