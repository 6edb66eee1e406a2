import { absent, type Schema, schemaRef } from "../document.ts";
import type { Repair } from "./repair.ts";

const text: Schema = { type: "string" };
const flag: Schema = { type: "boolean" };
const reference: Schema = { type: "object", properties: { id: text }, required: ["id"] };
const listOf = (items: Schema): Schema => ({ type: "array", items });

/** What is told of a data integrity check, whatever was computed. */
function integrityResult(properties: Readonly<Record<string, Schema>>): Schema {
  return {
    allOf: [
      schemaRef("DataIntegrityCheck"),
      { type: "object", properties: { error: text, finishedTime: text, startTime: text, ...properties } },
    ],
  };
}

/** What goes on an axis of a visualization or map: a dimension and which of its items. */
const axis = listOf(schemaRef("AxisDimension"));

/** Components and properties that are not what the documents say. */
export const schemaRepairs: readonly Repair[] = [
  {
    id: "type-any",
    bug: "BUG-245",
    reason: "OpenAPI has no type 'any': the server writes it where it means any JSON",
    kind: "drop-type",
    type: "any",
  },
  {
    id: "bare-objects",
    bug: "BUG-245",
    reason:
      "an object about which nothing is said is any JSON: 2.41 writes it for Java's Object, and texts, numbers and lists come there (recordings 12, 16, 18)",
    kind: "open-bare-objects",
  },
  {
    id: "server-internals",
    bug: "BUG-246",
    reason:
      "2.41 describes objects of Spring, of the Java library and of its JSON parser instead of what it sends: the JSON itself, or the bytes of a file",
    kind: "replace-schemas",
    schemas: {
      ApplicationContext: {},
      AutowireCapableBeanFactory: {},
      BeanFactory: {},
      Environment: {},
      InputStream: {},
      InputStreamResource: {},
      JsonObject: {},
      JsonRoot: { type: "object", additionalProperties: {} },
      JsonTypedAccessStore: {},
      JsonValue: {},
    },
  },
  {
    id: "attribute-values",
    bug: "BUG-247",
    reason:
      "2.42 and 2.43 describe the Java class, an object with 'empty': on the wire it is a list (recording 05)",
    kind: "replace-schemas",
    schemas: { AttributeValues: { type: "array", items: schemaRef("AttributeValue") } },
  },
  {
    id: "metadata-export",
    bug: "BUG-247",
    reason:
      "the answer of a metadata export is declared as its parameters; it is an object with 'system' and a list a type (recording 06)",
    kind: "replace-schemas",
    schemas: { MetadataExportParams: { type: "object", additionalProperties: {} } },
  },
  {
    id: "names-of-43",
    bug: "BUG-247",
    reason:
      "2.43 has no components of these names; what it sends as an event and takes as a data value are components by other names (recordings 10 and 11)",
    kind: "add-schemas",
    schemas: { DataValueDto: schemaRef("DataValuePostParams"), TrackerEvent: schemaRef("Event") },
  },
  {
    id: "properties",
    bug: "BUG-247",
    reason:
      "declared as Java has them, not as they are sent: enum names in other letters, periods as texts or references, dimensions without an id (recordings 04, 10, 16, 21, 22)",
    kind: "replace-properties",
    properties: {
      "Configuration.dataOutputPeriodTypes": { type: "array", items: {} },
      "DataValueFollowUpRequest.period": { type: "string" },
      "DataValuePostParams.period": { type: "string" },
      "MergeReport.mergeType": { type: "string" },
      "SystemSettings.keyAnalysisDisplayProperty": { type: "string" },
      "UserSettings.keyAnalysisDisplayProperty": { type: "string" },
      "VisualizationParams.periods": listOf({}),
    },
  },
  {
    id: "null-on-the-wire",
    bug: "BUG-248",
    reason: "these come as null, which the documents never say (recordings 10 and 14)",
    kind: "allow-null",
    properties: ["DataValue.comment", "DataValueSet.completeDate", "UserDto.code"],
  },
  {
    id: "users-in-short",
    bug: "BUG-372",
    reason:
      "who made, changed or owns an object comes with five properties (recordings 02 to 22); 2.41 declares a reference, and later releases leave 'user' out, which is sent beside 'createdBy'",
    kind: "expand-references",
    names: ["createdBy", "lastUpdatedBy", "user"],
    component: "UserDto",
  },
  {
    id: "sent-beside",
    bug: "BUG-372",
    reason:
      "who made an object is sent by its old name too, and what is an item of a dimension says of which kind it is (recordings 02 to 22)",
    kind: "add-beside",
    properties: {
      createdBy: { user: schemaRef("UserDto") },
      dimensionItem: { dimensionItemType: text },
    },
  },
  {
    id: "nothing",
    bug: "BUG-374",
    reason:
      "no document has a name for an answer without a body, which some operations may have (recording 21)",
    kind: "add-schemas",
    schemas: { Nothing: absent },
  },
  {
    id: "shared-shapes",
    bug: "BUG-373",
    reason:
      "what is on an axis is declared as a reference to a dimension, and is sent and taken with its items; what a search of dashboards answers with and the attributes of a program are components of some releases only (recordings 11 and 22)",
    kind: "add-schemas",
    schemas: {
      ProgramTrackedEntityAttribute: {
        allOf: [
          schemaRef("BaseIdentifiableObject"),
          {
            type: "object",
            properties: {
              displayInList: flag,
              displayShortName: text,
              mandatory: flag,
              program: reference,
              renderOptionsAsRadio: flag,
              searchable: flag,
              skipIndividualAnalytics: flag,
              sortOrder: { type: "integer" },
              trackedEntityAttribute: reference,
              valueType: text,
            },
          },
        ],
      },
      SimpleVisualizationView: schemaRef("Visualization"),
      AxisDimension: {
        type: "object",
        properties: {
          dimension: text,
          id: text,
          items: listOf({ type: "object", properties: { id: text } }),
        },
      },
    },
  },
  {
    id: "left-out",
    bug: "BUG-373",
    reason:
      "these are sent or taken, and the documents leave them out, or name a class that knows less (recordings 01, 04, 05, 07, 11, 12, 14, 20, 22)",
    kind: "replace-properties",
    properties: {
      "Attribute.categoryComboAttribute": flag,
      "AttributeParams.categoryComboAttribute": flag,
      "AttributeParams.objectTypes": listOf(text),
      "Category.dimensionType": text,
      "CategoryCombo.attributeValues": listOf(schemaRef("AttributeValue")),
      "CategoryOptionCombo.name": text,
      "CategoryOptionComboParams.name": text,
      "Dashboard.attributeValues": listOf(schemaRef("AttributeValue")),
      "Dashboard.dashboardItems": listOf(schemaRef("DashboardItem")),
      "DashboardSearchResult.visualizations": listOf(schemaRef("SimpleVisualizationView")),
      "DimensionalItemObject.displayName": text,
      "DimensionalObject.dimensionType": text,
      "DimensionalObject.displayName": text,
      "DimensionalObject.name": text,
      "ImportOptions.idSchemes": { type: "object", additionalProperties: {} },
      "Item.startedTime": text,
      "JobRunErrors.input": {},
      "MapView.columns": axis,
      "MapView.filters": axis,
      "MapView.name": text,
      "MapView.rows": axis,
      "MapViewParams.columns": axis,
      "MapViewParams.filters": axis,
      "MapViewParams.rows": axis,
      "Message.id": text,
      "MessageConversation.name": text,
      "MetadataImportParams.firstRowIsHeader": flag,
      "Process.startedTime": text,
      "Program.programTrackedEntityAttributes": listOf(schemaRef("ProgramTrackedEntityAttribute")),
      "ProgramTrackedEntityAttribute.name": text,
      "RemoveByIdOperation.id": text,
      "Stage.startedTime": text,
      "User.name": text,
      "UserGroup.users": listOf(schemaRef("UserDto")),
      "Visualization.columns": axis,
      "Visualization.filters": axis,
      "Visualization.rows": axis,
      "VisualizationParams.columns": axis,
      "VisualizationParams.filters": axis,
      "VisualizationParams.rows": axis,
      "WebMessage.description": text,
    },
  },
  {
    id: "flat-on-the-wire",
    bug: "BUG-373",
    reason:
      "counts come by name without an object around them, results of a check with what is known of it, and the objects of a bulk patch by the name of their type (recordings 01, 06, 13)",
    kind: "replace-schemas",
    schemas: {
      BulkJsonPatch: {
        type: "object",
        properties: { patch: schemaRef("JsonPatch") },
        additionalProperties: {},
      },
      DataIntegrityDetails: integrityResult({ issues: listOf(schemaRef("DataIntegrityIssue")) }),
      DataIntegritySummary: integrityResult({ count: { type: "integer" }, percentage: { type: "number" } }),
      ObjectCount: { type: "object", additionalProperties: { type: "integer" } },
    },
  },
];
