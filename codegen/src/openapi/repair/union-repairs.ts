import { jobParameterClasses } from "../../plan/job-parameters.ts";
import { schemaRef } from "../document.ts";
import type { Repair } from "./repair.ts";
import { responsesOf41 } from "./web-message-responses.ts";

/** Unions whose members nothing tells apart. */
export const unionRepairs: readonly Repair[] = [
  {
    id: "auth-schemes",
    bug: "BUG-014",
    reason:
      "the variants of a route's and a webhook's auth have a 'type' on the wire that the documents leave out or leave open",
    kind: "tag-variants",
    property: "type",
    tags: {
      HttpBasicAuthScheme: "http-basic",
      ApiTokenAuthScheme: "api-token",
      ApiHeadersAuthScheme: "api-headers",
      ApiQueryParamsAuthScheme: "api-query-params",
      OAuth2ClientCredentialsAuthScheme: "oauth2-client-credentials",
    },
  },
  {
    id: "oauth2-scopes",
    bug: "BUG-014",
    reason: "the client-credentials scheme takes 'scopes', which the documents leave out",
    kind: "replace-properties",
    properties: { "OAuth2ClientCredentialsAuthScheme.scopes": { type: "string" } },
  },
  {
    id: "event-hook-targets",
    bug: "BUG-014",
    reason: "the targets of an event hook are told apart by 'type', declared as any text",
    kind: "tag-variants",
    property: "type",
    tags: { WebhookTarget: "webhook", ConsoleTarget: "console", JmsTarget: "jms", KafkaTarget: "kafka" },
  },
  {
    id: "token-attributes",
    bug: "BUG-014",
    reason:
      "restrictions of an access token are told apart by 'type', declared as any text; the server names its three kinds (recording 17)",
    kind: "tag-variants",
    property: "type",
    tags: {
      IpAllowedList: "IpAllowedList",
      MethodAllowedList: "MethodAllowedList",
      RefererAllowedList: "RefererAllowedList",
    },
  },
  {
    id: "patch-operations",
    bug: "BUG-244",
    reason: "operations of a JSON Patch are told apart by 'op', declared as any text (recordings 05 and 07)",
    kind: "tag-variants",
    property: "op",
    tags: {
      AddOperation: "add",
      RemoveOperation: "remove",
      RemoveByIdOperation: "remove-by-id",
      ReplaceOperation: "replace",
    },
  },
  {
    id: "patch-is-a-list",
    bug: "BUG-244",
    reason:
      "a JSON Patch is a list of operations on the wire (recordings 05, 07, 14), not an object with the key 'operations'",
    kind: "replace-schemas",
    schemas: {
      JsonPatch: {
        type: "array",
        items: {
          oneOf: ["AddOperation", "RemoveOperation", "RemoveByIdOperation", "ReplaceOperation"].map(
            schemaRef,
          ),
        },
      },
    },
  },
  {
    id: "job-parameters",
    bug: "BUG-015",
    reason:
      "nothing in 'jobParameters' says which of 22 to 23 kinds it is: the sibling 'jobType' does (recording 12)",
    kind: "discriminate-by-sibling",
    schemas: ["JobConfiguration", "JobConfigurationParams"],
    property: "jobParameters",
    sibling: "jobType",
    variants: jobParameterClasses,
  },
  {
    id: "web-message-response-types",
    bug: "BUG-015",
    reason:
      "the variants of a WebMessage's response are told apart by 'responseType', declared as any text: the class without 'WebMessageResponse', as recorded for each kind that was met; a token's creation says ObjectReport",
    kind: "tag-variants",
    property: "responseType",
    tags: {
      ApiTokenCreationResponse: "ObjectReport",
      ErrorReportsWebMessageResponse: "ErrorReports",
      FileResourceWebMessageResponse: "FileResource",
      GeoJsonImportReport: "GeoJsonImportReport",
      ImportCountWebMessageResponse: "ImportCount",
      ImportReportWebMessageResponse: "ImportReport",
      ImportSummaries: "ImportSummaries",
      ImportSummary: "ImportSummary",
      ImportTypeSummary: "ImportTypeSummary",
      JobConfigurationWebMessageResponse: "JobConfiguration",
      MergeWebResponse: "MergeWebResponse",
      MetadataSyncSummary: "MetadataSyncSummary",
      ObjectReportWebMessageResponse: "ObjectReport",
      PredictionSummary: "PredictionSummary",
      SoftwareUpdateResponse: "SoftwareUpdateResponse",
      TrackerJobWebMessageResponse: "TrackerJob",
    },
  },
  {
    id: "web-message-responses",
    bug: "BUG-015",
    reason:
      "2.41 does not describe what a WebMessage's response is, and no release describes the report of a change to a collection (responseType TypeReport, recording 08); the shapes are the recorded ones",
    kind: "add-schemas",
    schemas: responsesOf41,
  },
  {
    id: "web-message-response",
    bug: "BUG-015",
    reason: "the union of 2.41 is a bare object, those of 2.42 and 2.43 lack TypeReport",
    kind: "add-variants",
    property: "WebMessage.response",
    variants: Object.keys(responsesOf41).filter(
      (name) => !name.endsWith("Conflict") && !name.endsWith("Count"),
    ),
  },
];
