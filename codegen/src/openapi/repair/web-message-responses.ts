import { type Schema, schemaRef } from "../document.ts";

const text: Schema = { type: "string" };
const count: Schema = { type: "integer" };
const listOf = (items: Schema): Schema => ({ type: "array", items });
const tag = (value: string): Schema => ({ type: "string", enum: [value] });

/** These come without a `responseType`: no value satisfies an enum without members. */
const untagged: Schema = { type: "string", enum: [] };

/** An object of these properties; the tag, where it has one, is always there. */
function response(properties: Readonly<Record<string, Schema>>): Schema {
  const tagged = properties.responseType?.enum?.length === 1;
  return { type: "object", properties, ...(tagged && { required: ["responseType"] }) };
}

/**
 * What `response` of a WebMessage is, as 2.41.9 was recorded to send it. Later releases describe their own, all
 * but the TypeReport. Without a `responseType`: the answers that start a job, and a GeoJSON import's.
 */
export const responsesOf41: Readonly<Record<string, Schema>> = {
  ApiTokenCreationResponse: response({
    responseType: tag("ApiTokenCreationResponse"),
    errorReports: listOf(schemaRef("ErrorReport")),
    key: text,
    klass: text,
    uid: text,
  }),
  ErrorReportsWebMessageResponse: response({
    responseType: tag("ErrorReports"),
    errorReports: listOf(schemaRef("ErrorReport")),
  }),
  FileResourceWebMessageResponse: response({
    responseType: tag("FileResource"),
    fileResource: schemaRef("FileResource"),
  }),
  GeoJsonImportReport: response({
    responseType: untagged,
    conflicts: listOf(schemaRef("ImportConflict")),
    importCount: schemaRef("ImportCount"),
    status: text,
    totalConflictOccurrenceCount: count,
  }),
  ImportConflict: response({
    errorCode: text,
    indexes: listOf(count),
    object: text,
    objects: { type: "object", additionalProperties: text },
    property: text,
    value: text,
  }),
  ImportCount: response({ deleted: count, ignored: count, imported: count, updated: count }),
  ImportReportWebMessageResponse: response({
    responseType: tag("ImportReport"),
    stats: schemaRef("Stats"),
    status: text,
    typeReports: listOf(schemaRef("TypeReport")),
  }),
  ImportSummaries: response({
    responseType: tag("ImportSummaries"),
    deleted: count,
    ignored: count,
    importSummaries: listOf(schemaRef("ImportSummary")),
    imported: count,
    status: text,
    total: count,
    updated: count,
  }),
  ImportSummary: response({
    responseType: tag("ImportSummary"),
    conflicts: listOf(schemaRef("ImportConflict")),
    dataSetComplete: text,
    description: text,
    importCount: schemaRef("ImportCount"),
    importOptions: schemaRef("ImportOptions"),
    rejectedIndexes: listOf(count),
    status: text,
  }),
  JobConfigurationWebMessageResponse: response({
    responseType: untagged,
    created: text,
    id: text,
    jobParameters: {},
    jobStatus: text,
    jobType: text,
    name: text,
    relativeNotifierEndpoint: text,
  }),
  ObjectReportWebMessageResponse: response({
    responseType: tag("ObjectReport"),
    errorReports: listOf(schemaRef("ErrorReport")),
    klass: text,
    uid: text,
  }),
  TrackerJobWebMessageResponse: response({
    responseType: untagged,
    id: text,
    location: text,
  }),
  TypeReportWebMessageResponse: response({
    responseType: tag("TypeReport"),
    objectReports: listOf(schemaRef("ObjectReport")),
    stats: schemaRef("Stats"),
    status: text,
  }),
};
