import { type Schema, schemaRef } from "../document.ts";
import type { OperationFacts, Repair } from "./repair.ts";

const anything: Schema = {};
const text: Schema = { type: "string" };
const flag: Schema = { type: "boolean" };
const oneOf = (...members: string[]): Schema => ({ type: "string", enum: members });
const listOf = (items: Schema): Schema => ({ type: "array", items });

/** A page of the tracker: its list has the name of what is asked for. */
function trackerPage(list: string, component: string): OperationFacts {
  return {
    answer: {
      type: "object",
      properties: {
        page: { type: "integer" },
        pageCount: { type: "integer" },
        pageSize: { type: "integer" },
        pager: schemaRef("TrackerPager"),
        total: { type: "integer" },
        [list]: listOf(schemaRef(component)),
      },
    },
  };
}

/** Operations that the documents describe wrongly, by what the recordings show. */
export const operationRepairs: readonly Repair[] = [
  {
    id: "created-is-201",
    bug: "BUG-249",
    reason:
      "an object that is made is answered with 201, declared as 200 (44 resources, recordings 04 to 22)",
    kind: "answer-with",
    operations: ".postJsonObject",
    from: "200",
    to: "201",
  },
  {
    id: "statuses",
    bug: "BUG-249",
    reason: "these answer with another status than the declared one",
    kind: "correct-operations",
    operations: {
      "delete /api/interpretations/{uid}": { status: "204" },
      "delete /api/interpretations/{uid}/like": { status: "201" },
      "post /api/dataValues/file": { status: "202" },
      "post /api/interpretations/visualization/{uid}": { status: "201" },
      "post /api/interpretations/{uid}/comments": { status: "201" },
      "post /api/interpretations/{uid}/like": { status: "201" },
      "post /api/locales/dbLocales": { status: "201" },
      "post /api/messageConversations/feedback": { status: "201" },
      "post /api/messageConversations/{uid}": { status: "201" },
      "post /api/userDataStore/{namespace}/{key}": { status: "201" },
      "put /api/maps/{uid}": { status: "200" },
    },
  },
  {
    id: "bodies",
    bug: "BUG-250",
    reason:
      "these take a body that the documents leave out, or call a text, since several media types share a method",
    kind: "correct-operations",
    operations: {
      "patch /api/metadata/sharing": { body: anything },
      "post /api/completeDataSetRegistrations": { body: anything },
      "post /api/configuration/corsAllowlist": { body: listOf(text) },
      "post /api/dataStore/{namespace}/{key}": { body: anything },
      "post /api/dataValueSets": { body: schemaRef("DataValueSet") },
      "post /api/fileResources": { body: anything, status: "202" },
      "post /api/filledOrganisationUnitLevels": { body: anything },
      "post /api/metadata": { body: { type: "object", additionalProperties: {} } },
      "post /api/organisationUnits/geometry": { body: anything },
      "post /api/organisationUnits/{uid}/geometry": { body: anything },
      "post /api/query/alias": { body: anything },
      "post /api/schemas/{type}": { body: anything },
      "post /api/sharing": { body: anything },
      "post /api/systemSettings": { body: { type: "object", additionalProperties: {} } },
      "post /api/systemSettings/{key}": { body: anything },
      "post /api/userDataStore/{namespace}/{key}": { body: anything },
      "post /api/users/{uid}/replica": { body: anything, status: "201" },
      "put /api/dataStore/{namespace}/{key}": { body: anything },
      "put /api/me/changePassword": { body: anything },
      "put /api/sharing": { body: anything },
      "put /api/userDataStore/{namespace}/{key}": { body: anything },
    },
  },
  {
    id: "answers",
    bug: "BUG-251",
    reason: "these answer with something else than the declared shape (recordings 01, 11, 15, 18, 21)",
    kind: "correct-operations",
    operations: {
      "get /api/dataStore/{namespace}": { answer: anything },
      "get /api/dataStore/protections": { answer: listOf(anything) },
      "get /api/dataStore/{namespace}/{key}": { answer: anything },
      "get /api/organisationUnits/{uid}": {
        answer: {
          allOf: [
            schemaRef("OrganisationUnit"),
            { type: "object", properties: { organisationUnits: listOf(schemaRef("OrganisationUnit")) } },
          ],
        },
      },
      "get /api/query/alias/{hash}": { answer: anything },
      "get /api/systemSettings/{key}": { answer: { type: "object", additionalProperties: {} } },
      "get /api/tracker/enrollments": trackerPage("enrollments", "TrackerEnrollment"),
      "get /api/tracker/events": trackerPage("events", "TrackerEvent"),
      "get /api/tracker/relationships": trackerPage("relationships", "TrackerRelationship"),
      "get /api/tracker/trackedEntities": trackerPage("trackedEntities", "TrackerTrackedEntity"),
      "get /api/userDataStore/{namespace}": { answer: anything },
      "get /api/userDataStore/{namespace}/{key}": { answer: anything },
      "post /api/tracker": {
        body: schemaRef("Body"),
        answer: { oneOf: [schemaRef("TrackerImportReport"), schemaRef("WebMessage")] },
      },
    },
  },
  {
    id: "undeclared-parameters",
    bug: "BUG-252",
    reason:
      "the server reads these, but they are declared for another media type of the method, or not at all (recordings 06, 10, 13)",
    kind: "correct-operations",
    operations: {
      "get /api/metadata": {
        query: {
          defaults: oneOf("INCLUDE", "EXCLUDE"),
          fields: text,
          filter: listOf(text),
          skipSharing: flag,
        },
        openQuery: true,
      },
      "get /api/minMaxDataElements": { query: { fields: text } },
      "post /api/dataValues": {
        query: {
          cc: text,
          co: text,
          comment: text,
          cp: text,
          de: text,
          ds: text,
          followUp: flag,
          force: flag,
          ou: text,
          pe: text,
          value: text,
        },
      },
      "post /api/metadata": {
        query: {
          async: flag,
          atomicMode: oneOf("ALL", "NONE"),
          flushMode: oneOf("AUTO", "OBJECT"),
          identifier: oneOf("UID", "CODE"),
          importMode: oneOf("COMMIT", "VALIDATE"),
          importReportMode: oneOf("FULL", "ERRORS", "ERRORS_NOT_OWNER", "DEBUG"),
          importStrategy: oneOf("CREATE", "UPDATE", "CREATE_AND_UPDATE", "DELETE"),
          mergeMode: oneOf("REPLACE", "MERGE"),
          preheatMode: oneOf("REFERENCE", "ALL", "NONE"),
          skipSharing: flag,
          skipTranslation: flag,
          skipValidation: flag,
        },
      },
    },
  },
];
