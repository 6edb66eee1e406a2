import { schemaRef } from "../document.ts";
import type { Repair } from "./repair.ts";

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
    id: "event-of-43",
    bug: "BUG-247",
    reason:
      "2.43 has no component of that name; what it sends as an event is its component Event (recording 11)",
    kind: "add-schemas",
    schemas: { TrackerEvent: schemaRef("Event") },
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
      "MapViewParams.rows": { type: "array", items: {} },
      "MergeReport.mergeType": { type: "string" },
      "SystemSettings.keyAnalysisDisplayProperty": { type: "string" },
      "UserSettings.keyAnalysisDisplayProperty": { type: "string" },
      "VisualizationParams.periods": { type: "array", items: {} },
    },
  },
  {
    id: "null-on-the-wire",
    bug: "BUG-248",
    reason: "these come as null, which the documents never say (recordings 10 and 14)",
    kind: "allow-null",
    properties: ["DataValue.comment", "DataValueSet.completeDate", "UserDto.code"],
  },
];
