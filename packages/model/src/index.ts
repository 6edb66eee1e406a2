export type { CanonicalSnapshot, RawSnapshot } from "./canonical/canonical-snapshot.ts";
export { canonicalSnapshot, placeholderBaseUrl } from "./canonical/canonical-snapshot.ts";
export { checkCorrections, staleCorrections } from "./corrections/check-corrections.ts";
export type { Correction } from "./corrections/correction.ts";
export { corrections } from "./corrections/table.ts";
export type { Change, ChangeLevel, Diff, DiffSource, Subject, SubjectKind } from "./diff/change.ts";
export { changeLevels } from "./diff/change.ts";
export type { DiffInput } from "./diff/diff-servers.ts";
export { diffServers } from "./diff/diff-servers.ts";
export type { Rule } from "./diff/rule.ts";
export { diffRules } from "./diff/rules/table.ts";
export { initialValues, unsetBooleans } from "./initial-values.ts";
export type { QuirkRow } from "./quirks/quirk.ts";
export { quirksOf } from "./quirks/quirk.ts";
export { quirkTable } from "./quirks/table.ts";
export type { SnapshotDocuments } from "./read-snapshot.ts";
export { readSnapshot } from "./read-snapshot.ts";
export { type Referrers, referrersOf } from "./referrers.ts";
export { describeModel } from "./report/describe-model.ts";
export type { ServerDefaultRow } from "./server-defaults.ts";
export { isRequiredOnCreate, serverDefaults } from "./server-defaults.ts";
export type {
  EnumModel,
  Model,
  ModelReport,
  Property,
  QuirkSlice,
  ResourceModel,
  ServerModel,
  ServerSource,
  TypeRef,
} from "./server-model.ts";
export type { SnapshotFile } from "./snapshot-error.ts";
export { SnapshotError, UnexplainedError } from "./snapshot-error.ts";
export { compareText, sortedBy } from "./text-order.ts";
export type { WrittenRow } from "./written-properties.ts";
export { isComputed, writtenProperties, writtenRows } from "./written-properties.ts";
