import { type Schema, schemaRef } from "../document.ts";
import type { OperationFacts, Repair } from "./repair.ts";

const anything: Schema = {};
const text: Schema = { type: "string" };
const flag: Schema = { type: "boolean" };
const oneOf = (...members: string[]): Schema => ({ type: "string", enum: members });
const listOf = (items: Schema): Schema => ({ type: "array", items });

const objectWith = (properties: Readonly<Record<string, Schema>>): Schema => ({ type: "object", properties });
const reference: Schema = { type: "object", properties: { id: text }, required: ["id"] };

/** A page of the tracker: its list has the name of what is asked for. */
function trackerPage(list: string, item: Schema): OperationFacts {
  return {
    answer: objectWith({
      page: { type: "integer" },
      pageCount: { type: "integer" },
      pageSize: { type: "integer" },
      pager: schemaRef("TrackerPager"),
      total: { type: "integer" },
      [list]: listOf(item),
    }),
  };
}

/** What was changed of a tracker object, by whom and when; `change` has one of its properties. */
const changeLogs = trackerPage(
  "changeLogs",
  objectWith({
    change: objectWith({
      attributeValue: objectWith({ attribute: text, currentValue: text, previousValue: text }),
      dataValue: objectWith({ currentValue: text, dataElement: text, previousValue: text }),
      eventField: objectWith({ currentValue: text, field: text, previousValue: text }),
    }),
    createdAt: text,
    createdBy: objectWith({ firstName: text, surname: text, uid: text, username: text }),
    type: text,
  }),
);

/** Of a data set, for a period and an organisation unit. */
const registration = objectWith({
  attributeOptionCombo: text,
  completed: flag,
  date: text,
  dataSet: text,
  organisationUnit: text,
  period: text,
  storedBy: text,
});

/** What an export of data values is asked by. */
const dataValueSetQuery: Readonly<Record<string, Schema>> = {
  attributeOptionCombo: listOf(text),
  attributeOptionComboIdScheme: text,
  categoryOptionComboIdScheme: text,
  children: flag,
  dataElement: listOf(text),
  dataElementGroup: listOf(text),
  dataElementIdScheme: text,
  dataSet: listOf(text),
  dataSetIdScheme: text,
  endDate: text,
  format: text,
  idScheme: text,
  includeDeleted: flag,
  lastUpdated: text,
  lastUpdatedDuration: text,
  limit: { type: "integer" },
  orgUnit: listOf(text),
  orgUnitGroup: listOf(text),
  orgUnitIdScheme: text,
  period: listOf(text),
  startDate: text,
};

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
      "put /api/maps/{uid}": { answer: schemaRef("WebMessage"), status: "200" },
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
      "post /api/completeDataSetRegistrations": {
        body: objectWith({ completeDataSetRegistrations: listOf(registration) }),
      },
      "post /api/configuration/corsAllowlist": { body: listOf(text) },
      "post /api/dataStore/{namespace}/{key}": { body: anything },
      "post /api/dataValueSets": { body: { oneOf: [schemaRef("DataValueSet"), text] } },
      "post /api/dataValues": { body: { oneOf: [schemaRef("DataValueDto"), text] } },
      "post /api/fileResources": { status: "202" },
      "post /api/filledOrganisationUnitLevels": { body: anything },
      "post /api/messageConversations": {
        body: objectWith({
          attachments: listOf(reference),
          organisationUnits: listOf(reference),
          subject: text,
          text,
          userGroups: listOf(reference),
          users: listOf(reference),
        }),
      },
      "post /api/metadata": { body: { oneOf: [{ type: "object", additionalProperties: {} }, text] } },
      "post /api/organisationUnits/geometry": { body: anything },
      "post /api/organisationUnits/{uid}/geometry": { body: anything },
      "post /api/query/alias": { body: anything },
      "post /api/schemas/{type}": { body: anything },
      "post /api/sharing": { body: objectWith({ object: schemaRef("SharingObject") }) },
      "post /api/systemSettings": { body: { type: "object", additionalProperties: {} } },
      "post /api/systemSettings/{key}": { body: anything },
      "post /api/userDataStore/{namespace}/{key}": { body: anything },
      "post /api/users/{uid}/replica": { body: anything, status: "201" },
      "put /api/dataStore/{namespace}/{key}": { body: anything },
      "put /api/me/changePassword": { body: objectWith({ newPassword: text, oldPassword: text }) },
      "put /api/sharing": { body: objectWith({ object: schemaRef("SharingObject") }) },
      "put /api/userDataStore/{namespace}/{key}": { body: anything },
    },
  },
  {
    id: "answers",
    bug: "BUG-251",
    reason:
      "these answer with something else than the declared shape (recordings 01, 03, 10, 11, 15, 18, 21)",
    kind: "correct-operations",
    operations: {
      "get /api/dataStore/{namespace}": { answer: anything },
      "get /api/dataStore/protections": { answer: listOf(anything) },
      "get /api/completeDataSetRegistrations": {
        answer: objectWith({ completeDataSetRegistrations: listOf(registration) }),
      },
      "get /api/dataStore/{namespace}/{key}": { answer: anything },
      "get /api/identifiableObjects/{uid}": {
        answer: { type: "object", properties: { id: text, name: text }, additionalProperties: {} },
      },
      "get /api/organisationUnits/{uid}": {
        answer: {
          allOf: [
            schemaRef("OrganisationUnit"),
            objectWith({
              organisationUnits: listOf(schemaRef("OrganisationUnit")),
              pager: schemaRef("Pager"),
            }),
          ],
        },
      },
      "get /api/query/alias/{hash}": { answer: anything },
      "get /api/systemSettings/{key}": {
        answer: { oneOf: [{ type: "object", additionalProperties: {} }, text] },
      },
      "get /api/tracker/enrollments": trackerPage("enrollments", schemaRef("TrackerEnrollment")),
      "get /api/tracker/events": trackerPage("events", schemaRef("TrackerEvent")),
      "get /api/tracker/events/{event}/changeLogs": changeLogs,
      "get /api/tracker/relationships": trackerPage("relationships", schemaRef("TrackerRelationship")),
      "get /api/tracker/singleEvents": trackerPage("singleEvents", schemaRef("TrackerEvent")),
      "get /api/tracker/singleEvents/{event}/changeLogs": changeLogs,
      "get /api/tracker/trackedEntities": trackerPage("trackedEntities", schemaRef("TrackerTrackedEntity")),
      "get /api/tracker/trackedEntities/{trackedEntity}/changeLogs": changeLogs,
      "get /api/tracker/trackerEvents": trackerPage("trackerEvents", schemaRef("TrackerEvent")),
      "get /api/tracker/trackerEvents/{event}/changeLogs": changeLogs,
      "get /api/userDataStore/{namespace}": { answer: anything },
      "get /api/userDataStore/{namespace}/{key}": { answer: anything },
      "get /api/userSettings/{key}": { answer: { oneOf: [text, { type: "number" }, flag] } },
      "post /api/tracker": {
        body: schemaRef("Body"),
        answer: { oneOf: [schemaRef("TrackerImportReport"), schemaRef("WebMessage")] },
      },
    },
  },
  {
    id: "unset",
    bug: "BUG-374",
    reason:
      "these answer with 200 and no body while what is asked for is not set or not there (recordings 12, 13 and 21)",
    kind: "correct-operations",
    operations: {
      "get /api/configuration/facilityOrgUnitGroupSet": { empty: true },
      "get /api/configuration/feedbackRecipients": { empty: true },
      "get /api/configuration/offlineOrganisationUnitLevel": { empty: true },
      "get /api/configuration/remoteServerUrl": { empty: true },
      "get /api/dataIntegrity/{check}/summary": { empty: true },
      "get /api/files/style": { empty: true },
      "get /api/system/taskSummaries/{jobType}/{jobId}": { empty: true },
    },
  },
  {
    id: "undeclared-parameters",
    bug: "BUG-252",
    reason:
      "the server reads these, but they are declared for another media type of the method, as required, as one where several are read, or not at all (recordings 03, 06, 10, 11, 13, 15, 16, 18, 21)",
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
      "get /api/analytics": { query: { tableLayout: flag } },
      "get /api/categoryCombos/{uid}/metadata": { query: { skipSharing: flag } },
      "get /api/dataItems": { query: { filter: listOf(text) } },
      "get /api/dataStore/protections": { query: { namespace: text } },
      "get /api/dataStore/{namespace}": { query: { fields: text, filter: listOf(text) } },
      "get /api/dataValueSets": { query: dataValueSetQuery },
      "get /api/minMaxDataElements": { query: { fields: text } },
      "get /api/organisationUnits": {
        query: { userDataViewFallback: flag, userDataViewOnly: flag, userOnly: flag },
      },
      "get /api/organisationUnits/{uid}": {
        query: {
          includeAncestors: flag,
          includeChildren: flag,
          includeDescendants: flag,
          level: { type: "integer" },
        },
      },
      "get /api/systemSettings/{key}": { query: { locale: text } },
      "get /api/tracker/enrollments": { query: { status: oneOf("ACTIVE", "COMPLETED", "CANCELLED") } },
      "get /api/userDataStore/{namespace}": { query: { fields: text, filter: listOf(text) } },
      "get /api/users": { query: { ou: text } },
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
          classKey: text,
          firstRowIsHeader: flag,
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
      "post /api/systemSettings/{key}": { query: { locale: text, value: text } },
      "post /api/tracker": { query: { async: flag } },
    },
  },
  {
    id: "parameters-of-all-resources",
    bug: "BUG-252",
    reason:
      "every resource reads these: names in another language, a search by 'query' in 2.41, modes of a patch in 2.43 (recordings 02, 03, 07)",
    kind: "accept-query",
    operations: {
      ".getObject": { defaults: oneOf("INCLUDE", "EXCLUDE"), locale: text, translate: flag },
      ".getObjectList": { query: text },
      ".patchObject": {
        importMode: oneOf("COMMIT", "VALIDATE"),
        importReportMode: oneOf("FULL", "ERRORS", "ERRORS_NOT_OWNER", "DEBUG"),
      },
    },
  },
  {
    id: "files",
    bug: "BUG-370",
    reason: "files are declared as query parameters; they are parts of a multipart body (recording 20)",
    kind: "files-in-body",
    names: ["file"],
  },
  {
    id: "periods-as-references",
    bug: "BUG-371",
    reason:
      "2.43 declares the period of data values as an object with an 'id'; it is the text '202401' (recording 10)",
    kind: "parameter-by-property",
    property: "id",
  },
];
