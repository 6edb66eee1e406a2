export { checkText, checkUid, checkWholeNumber } from "./arguments.ts";
export { type Auth, basic, cookie, personalAccessToken } from "./auth.ts";
export {
  type CommonDhis2,
  type CommonResources,
  type CoreData,
  connect,
  createClient,
  type Dhis2,
  type Resources,
} from "./client.ts";
export type { ClientOptions, ConnectOptions, Middleware, RetryOptions } from "./client-options.ts";
export { systemClock } from "./clock.ts";
export type {
  Answer,
  BodyAs,
  BodyForms,
  CallOptions,
  Clock,
  Connection,
  HttpMethod,
  QueryValue,
  RequestOptions,
} from "./connection.ts";
export {
  type AnswerFacts,
  Dhis2AbortError,
  Dhis2AuthError,
  Dhis2Error,
  Dhis2HttpError,
  Dhis2ImportError,
  Dhis2NetworkError,
  Dhis2ParseError,
  Dhis2TimeoutError,
  Dhis2ValidationError,
  Dhis2VersionError,
  type ErrorFacts,
  type NotDeletedError,
  type RequestFacts,
} from "./errors/classes.ts";
export type { Dhis2ErrorCode, Dhis2ErrorTypes } from "./errors/codes.ts";
export { type ImportRow, importRows } from "./errors/import-rows.ts";
export { type Dhis2ErrorOf, isDhis2Error } from "./errors/is-dhis2-error.ts";
export type { JobFailure, JobOutcome, JobReference } from "./jobs/job.ts";
export { type WaitForJobOptions, waitForJob } from "./jobs/wait-for-job.ts";
export type { ByCode, CodeRef, Identified } from "./metadata/by-code.ts";
export {
  type ImportTarget,
  importMetadata,
  type MetadataBundle,
  startMetadataImport,
} from "./metadata/import-metadata.ts";
export type {
  ImportMetadataOptions,
  MetadataIdentifier,
  MetadataImportStrategy,
  SaveManyOptions,
} from "./metadata/options.ts";
export type { ImportStats, MetadataImportRow, MetadataReport } from "./metadata/report.ts";
export type { CollectionChange } from "./resource/collection.ts";
export type { CommonResource } from "./resource/common-resource.ts";
export { misshapen } from "./resource/misshapen.ts";
export type {
  CountOptions,
  GetOptions,
  ListOptions,
  Page,
  PageOptions,
  Pager,
  ReadOptions,
  SearchOptions,
} from "./resource/options.ts";
export type { PatchChanges } from "./resource/patch.ts";
export type { JsonPatchOperation, PatchOperation, PatchOperations } from "./resource/patch-operation.ts";
export { type ObjectReport, Resource } from "./resource/resource.ts";
export type {
  CollectionOf,
  CreateOf,
  Item,
  ListItem,
  ModelName,
  ModelOf,
  One,
  Replacement,
  ReplacementOf,
  Selected,
  UpdateOf,
} from "./resource/selected.ts";
export type { TypedItem, TypedResource, Writes } from "./resource/typed-resource.ts";
export { generateUid, isUid } from "./uid.ts";
export { waitUnlessAborted } from "./unless-aborted.ts";
export { findingsOf, type ValidationFinding } from "./validation/findings.ts";
export { readFindings } from "./validation/read-findings.ts";
export type { FindingPath, Schema, SchemaIssue } from "./validation/schema.ts";
export {
  type Judged,
  type ResourceSchemas,
  type ValidationMode,
  type ValidationOptions,
  type ValidationReport,
  type ValidationSide,
  type Validator,
  validateWith,
} from "./validation/validator.ts";
export type { SystemInfo, VersionCheck } from "./version.ts";
