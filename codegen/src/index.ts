export { readInput, type SnapshotInput } from "./compare/snapshot-input.ts";
export { Diagnostic, type DiagnosticContent } from "./diagnostic.ts";
export type { Emitter, GeneratedFile, GeneratedFolder, Release } from "./emit/emitter.ts";
export { type GenerateOptions, type GenerateResult, type GenerateStep, generate } from "./generate.ts";
export { type AcceptedChange, type Report, reportOf } from "./report/report.ts";
export type { VersionRow } from "./version-row.ts";
export type { Change } from "./write/compare.ts";
