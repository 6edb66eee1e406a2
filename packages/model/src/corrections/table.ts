import type { TypeRef } from "../server-model.ts";
import type { Correction } from "./correction.ts";

const text: TypeRef = { kind: "text" };
const texts: TypeRef = { kind: "array", item: text };
const refTo = (model: string): TypeRef => ({ kind: "ref", model });
const enumOf = (name: string): TypeRef => ({ kind: "enum", name });
const openJson = (reason: string): TypeRef => ({ kind: "unknown", reason });

/** The tag that an alternative of a `oneOf` has on the wire and OpenAPI does not tell. */
const tag = (id: string, component: string, value: string, evidence: string): Correction => ({
  kind: "component",
  id,
  component,
  property: "type",
  type: { kind: "literal", value },
  reason: "OpenAPI has the alternatives of the value without the values that tell them apart",
  evidence,
});

const authTag = (component: string, value: string): Correction =>
  tag("BUG-014", component, value, "dhis2-api.md, Appendix C: AuthScheme");

/** Everything that `/api/schemas` and OpenAPI of the committed snapshots say wrongly or not at all. */
export const corrections: readonly Correction[] = [
  {
    kind: "name",
    id: "BUG-022",
    klass: "org.hisp.dhis.programrule.ProgramRuleAction",
    from: "evaluationTime",
    to: "programRuleActionEvaluationTime",
    reason: "The annotation for JSON names it differently from the one for XML, which /api/schemas shows",
    evidence: "OpenAPI component ProgramRuleAction; dhis2-api.md 1.5",
  },
  {
    kind: "name",
    id: "BUG-022",
    klass: "org.hisp.dhis.programrule.ProgramRuleAction",
    from: "evaluationEnvironments",
    to: "programRuleActionEvaluationEnvironments",
    reason: "The annotation for JSON names it differently from the one for XML, which /api/schemas shows",
    evidence: "OpenAPI component ProgramRuleAction; dhis2-api.md 1.5",
  },
  authTag("HttpBasicAuthScheme", "http-basic"),
  authTag("ApiTokenAuthScheme", "api-token"),
  authTag("ApiHeadersAuthScheme", "api-headers"),
  authTag("ApiQueryParamsAuthScheme", "api-query-params"),
  authTag("OAuth2ClientCredentialsAuthScheme", "oauth2-client-credentials"),
  tag("BUG-014", "WebhookTarget", "webhook", "dhis2-api.md, Appendix C: Target (eventHook)"),
  tag("BUG-014", "ConsoleTarget", "console", "dhis2-api.md, Appendix C: Target (eventHook)"),
  tag("BUG-014", "JmsTarget", "jms", "dhis2-api.md, Appendix C: Target (eventHook)"),
  tag("BUG-014", "KafkaTarget", "kafka", "dhis2-api.md, Appendix C: Target (eventHook)"),
  tag("BUG-014", "IpAllowedList", "IpAllowedList", "17-auth/read token allowed"),
  tag("BUG-014", "MethodAllowedList", "MethodAllowedList", "17-auth/read token allowed"),
  tag("BUG-014", "RefererAllowedList", "RefererAllowedList", "17-auth/read token allowed"),
  {
    kind: "union",
    id: "BUG-015",
    klass: "org.hisp.dhis.scheduling.JobParameters",
    sibling: "jobType",
    reason: "The parameters of a job carry no tag of their own: the job's type says what they are",
    evidence: "12-jobs/read",
  },
  {
    kind: "class",
    id: "BUG-102",
    klass: "org.locationtech.jts.geom.Geometry",
    type: {
      kind: "object",
      properties: {
        coordinates: openJson("coordinates nest as deep as the geometry's type says"),
        type: text,
      },
    },
    reason: "OpenAPI has an object without properties; the wire has a GeoJSON geometry",
    evidence: "15-org-units/read",
  },
  {
    kind: "class",
    id: "BUG-102",
    klass: "org.hisp.dhis.render.DeviceRenderTypeMap",
    overOpenApi: true,
    type: {
      kind: "mapOf",
      name: "RenderingObject",
      properties: {
        decimalPoints: { kind: "integer" },
        max: { kind: "integer" },
        min: { kind: "integer" },
        step: { kind: "integer" },
        type: text,
      },
    },
    reason: "OpenAPI has no type; the wire has a rendering by device, MOBILE or DESKTOP",
    evidence: "dhis2-api.md, Appendix C: DeviceRenderTypeMap",
  },
  {
    kind: "class",
    id: "BUG-102",
    klass: "org.hisp.dhis.period.Period",
    overOpenApi: true,
    type: { kind: "object", properties: { id: text, name: text } },
    reason:
      "OpenAPI has a text or a reference to any object; the wire has an object whose id is an ISO period",
    evidence: "dhis2-api.md 1.7: period(s)",
  },
  {
    kind: "class",
    id: "BUG-102",
    klass: "org.hisp.dhis.common.DimensionalObject",
    overOpenApi: true,
    type: {
      kind: "object",
      properties: {
        dimension: text,
        dimensionType: enumOf("org.hisp.dhis.common.DimensionType"),
        filter: text,
        id: text,
        items: { kind: "array", item: refTo("org.hisp.dhis.common.DimensionalItemObject") },
        legendSet: refTo("org.hisp.dhis.legend.LegendSet"),
        programStage: refTo("org.hisp.dhis.program.ProgramStage"),
      },
    },
    reason: "A Java interface: OpenAPI has nothing but its id, or what every identifiable object has",
    evidence: "22-visualizations/read layout",
  },
  {
    kind: "class",
    id: "BUG-102",
    klass: "org.hisp.dhis.common.DimensionalItemObject",
    overOpenApi: true,
    type: {
      kind: "object",
      properties: {
        code: text,
        dimensionItem: text,
        dimensionItemType: enumOf("org.hisp.dhis.common.DimensionItemType"),
        displayName: text,
        id: text,
        name: text,
        shortName: text,
      },
    },
    reason: "A Java interface: OpenAPI has nothing but its id, or what every identifiable object has",
    evidence: "22-visualizations/read layout",
  },
  {
    kind: "component",
    id: "BUG-102",
    component: "TrackedEntityAttributeDimension",
    property: "attribute",
    type: refTo("org.hisp.dhis.trackedentity.TrackedEntityAttribute"),
    reason: "OpenAPI of 2.42 and 2.43 has a reference to any object; that of 2.41 names the class",
    evidence: "OpenAPI of 2.41.9",
  },
  {
    kind: "component",
    id: "BUG-102",
    component: "DataDimensionItem",
    property: "programAttribute",
    type: {
      kind: "embedded",
      model: "org.hisp.dhis.program.ProgramTrackedEntityAttributeDimensionItem",
    },
    reason: "OpenAPI of 2.42 and 2.43 has a reference to any object; that of 2.41 names the class",
    evidence: "OpenAPI of 2.41.9",
  },
  {
    kind: "component",
    id: "BUG-102",
    component: "TrackerDataView",
    property: "attributes",
    type: texts,
    reason: "OpenAPI of 2.41 and 2.42 has no type; that of 2.43 has texts",
    evidence: "OpenAPI of 2.43.1",
  },
  {
    kind: "component",
    id: "BUG-102",
    component: "TrackerDataView",
    property: "dataElements",
    type: texts,
    reason: "OpenAPI of 2.41 and 2.42 has no type; that of 2.43 has texts",
    evidence: "OpenAPI of 2.43.1",
  },
  {
    kind: "component",
    id: "BUG-103",
    component: "MapView",
    property: "styleDataItem",
    type: openJson("any JSON, as the class says"),
    reason: "Open JSON in the server itself",
    evidence: "/api/schemas of 2.43.1: mapView.styleDataItem is a java.lang.Object",
  },
  {
    kind: "class",
    id: "BUG-103",
    klass: "com.fasterxml.jackson.databind.JsonNode",
    type: openJson("any JSON, as the class says"),
    reason: "Open JSON in the server itself",
    evidence: "/api/schemas: proposal.change",
  },
  {
    kind: "class",
    id: "BUG-103",
    klass: "java.lang.Object",
    type: openJson("any JSON, as the class says"),
    reason: "Open JSON in the server itself",
    evidence: "/api/schemas of 2.43.1: mapView.styleDataItem",
  },
];
