import type { Schemas } from "../schema/schema.ts";
import { isList, type Json, type JsonObject } from "../store/values.ts";

/** One parameter of the jobs of a type, as the Java class of the parameters has it. */
interface Parameter {
  readonly name: string;
  readonly kind: "Integer" | "Long" | "Boolean" | "String" | "Set" | "List" | "enum";
  /** Class of an enum or of a collection's items. */
  readonly klass?: string;
  readonly constants?: readonly string[];
  readonly initial?: Json;
  /** Where the values come from that it takes. */
  readonly endpoint?: string;
  readonly required?: true;
}

type More = Omit<Parameter, "name" | "kind">;

const integer = (name: string, initial?: number, more: More = {}): Parameter => ({
  name,
  kind: "Integer",
  ...(initial === undefined ? {} : { initial }),
  ...more,
});
const long = (name: string): Parameter => ({ name, kind: "Long" });
const flag = (name: string, more: More = {}): Parameter => ({
  name,
  kind: "Boolean",
  initial: false,
  ...more,
});
const texts = (kind: "Set" | "List", name: string, more: More = {}): Parameter => ({
  name,
  kind,
  klass: "java.lang.String",
  ...more,
});

const parametersPackage = "org.hisp.dhis.scheduling.parameters";

const checks = texts("Set", "checks", { endpoint: "/api/dataIntegrity" });

const skippedTables: Parameter = {
  name: "skipTableTypes",
  kind: "Set",
  klass: "org.hisp.dhis.analytics.AnalyticsTableType",
  constants: `DATA_VALUE COMPLETENESS COMPLETENESS_TARGET ORG_UNIT_TARGET VALIDATION_RESULT EVENT ENROLLMENT
    OWNERSHIP TRACKED_ENTITY_INSTANCE_EVENTS TRACKED_ENTITY_INSTANCE_ENROLLMENTS
    TRACKED_ENTITY_INSTANCE`.split(/\s+/),
  endpoint: "/api/analytics/tableTypes",
  initial: [],
};

/** The parameters that jobs of a type take, in their order (12-jobs "job types" of each release). */
const parametersByType: Readonly<Record<string, readonly Parameter[]>> = {
  DATA_INTEGRITY: [
    {
      name: "type",
      kind: "enum",
      klass: `${parametersPackage}.DataIntegrityJobParameters$DataIntegrityReportType`,
      constants: ["REPORT", "SUMMARY", "DETAILS"],
    },
    checks,
  ],
  DATA_INTEGRITY_DETAILS: [checks],
  ANALYTICS_TABLE: [
    integer("lastYears"),
    skippedTables,
    texts("Set", "skipPrograms", { endpoint: "/api/programs", initial: [] }),
    flag("skipResourceTables"),
    flag("skipOutliers"),
  ],
  CONTINUOUS_ANALYTICS_TABLE: [
    integer("fullUpdateHourOfDay", 0),
    integer("lastYears"),
    skippedTables,
    flag("skipOutliers"),
  ],
  SINGLE_EVENT_DATA_SYNC: [integer("pageSize", 60)],
  EVENT_PROGRAMS_DATA_SYNC: [integer("pageSize", 60)],
  TRACKED_ENTITY_DATA_SYNC: [integer("pageSize", 60)],
  TRACKER_PROGRAMS_DATA_SYNC: [integer("pageSize", 20)],
  DATA_SYNC: [integer("pageSize", 10000)],
  META_DATA_SYNC: [
    integer("trackerProgramPageSize", 20),
    integer("eventProgramPageSize", 60),
    integer("dataValuesPageSize", 10000),
  ],
  AGGREGATE_DATA_EXCHANGE: [texts("List", "dataExchangeIds", { endpoint: "/api/aggregateDataExchanges" })],
  MONITORING: [
    integer("relativeStart", 0),
    integer("relativeEnd", 0),
    texts("List", "validationRuleGroups", { endpoint: "/api/validationRuleGroups", initial: [] }),
    flag("sendNotifications"),
    flag("persistResults"),
  ],
  PUSH_ANALYSIS: [
    texts("List", "pushAnalysis", { endpoint: "/api/pushAnalysis", initial: [], required: true }),
  ],
  HTML_PUSH_ANALYTICS: [
    { name: "dashboard", kind: "String", endpoint: "/api/dashboards", required: true },
    { name: "receivers", kind: "String", endpoint: "/api/userGroups", required: true },
    {
      name: "mode",
      kind: "enum",
      klass: `${parametersPackage}.HtmlPushAnalyticsJobParameters$ViewMode`,
      constants: ["EXECUTOR", "RECEIVER"],
      required: true,
    },
  ],
  TRACKER_SEARCH_OPTIMIZATION: [
    texts("Set", "attributes", { endpoint: "/api/trackedEntityAttributes/indexable", initial: [] }),
    flag("skipIndexDeletion"),
  ],
  TRACKER_TRIGRAM_INDEX_MAINTENANCE: [flag("runAnalyze")],
  PREDICTOR: [
    integer("relativeStart", 0),
    integer("relativeEnd", 0),
    texts("List", "predictors", { endpoint: "/api/predictors", initial: [] }),
    texts("List", "predictorGroups", { endpoint: "/api/predictorGroups", initial: [] }),
  ],
  MATERIALIZED_SQL_VIEW_UPDATE: [texts("List", "sqlViews", { initial: [] })],
  DISABLE_INACTIVE_USERS: [integer("inactiveMonths", 0, { required: true }), integer("reminderDaysBefore")],
  TEST: [
    long("waitMillis"),
    integer("stages"),
    integer("failAtStage"),
    integer("items"),
    integer("failAtItem"),
    long("itemDuration"),
    { name: "failWithMessage", kind: "String" },
    flag("failWithException"),
    flag("failWithPostCondition"),
    {
      name: "failWithPolicy",
      kind: "enum",
      klass: "org.hisp.dhis.scheduling.JobProgress$FailurePolicy",
      constants: ["PARENT", "FAIL", "SKIP_STAGE", "SKIP_ITEM", "SKIP_ITEM_OUTLIER"],
    },
    flag("runStagesParallel"),
  ],
  LOCK_EXCEPTION_CLEANUP: [integer("expiresAfterMonths")],
};

/** The class of a type's parameters, where releases differ in what it has. */
const classes: Readonly<Record<string, string>> = {
  META_DATA_SYNC: "MetadataSyncJobParameters",
  TEST: "TestJobParameters",
};

function parametersOf(jobType: string, schemas: Schemas): readonly Parameter[] | undefined {
  if (!Object.hasOwn(parametersByType, jobType)) return undefined;
  const klass = classes[jobType];
  const isThere = ({ name }: Parameter): boolean =>
    klass === undefined || schemas.model(klass).property(name) !== undefined;
  return parametersByType[jobType]?.filter(isThere);
}

/** Names of the parameters that jobs of a type take; undefined where they take none. */
export const parameterNames = (jobType: string, schemas: Schemas): readonly string[] | undefined =>
  parametersOf(jobType, schemas)?.map(({ name }) => name);

/** A job's parameters as they are stored: those of its type, with what they begin with. */
export function completeParameters(
  jobType: string,
  given: JsonObject,
  schemas: Schemas,
): JsonObject | undefined {
  const parameters = parametersOf(jobType, schemas);
  if (parameters === undefined) return undefined;
  const complete: Record<string, Json> = {};
  for (const { name, initial } of parameters) {
    const value = (Object.hasOwn(given, name) ? given[name] : undefined) ?? initial;
    if (value !== undefined && value !== null) complete[name] = value;
  }
  return complete;
}

/** The name of the first parameter whose value is of another kind; undefined where all fit. */
export function misfit(jobType: string, given: JsonObject, schemas: Schemas): string | undefined {
  return parametersOf(jobType, schemas)?.find((parameter) => {
    const value = Object.hasOwn(given, parameter.name) ? given[parameter.name] : undefined;
    return value !== undefined && value !== null && !fits(parameter, value);
  })?.name;
}

function fits({ kind, constants }: Parameter, value: Json): boolean {
  const isMember = (item: Json): boolean =>
    typeof item === "string" && (constants === undefined || constants.includes(item));
  switch (kind) {
    case "Integer":
    case "Long":
      return Number.isInteger(value);
    case "Boolean":
      return typeof value === "boolean";
    case "String":
      return typeof value === "string";
    case "enum":
      return isMember(value);
    case "Set":
    case "List":
      return isList(value) && value.every(isMember);
  }
}

/** The parameters of a type as the server describes them: as properties without a place in the database. */
export function describeParameters(jobType: string, schemas: Schemas): (JsonObject & { name: string })[] {
  return (parametersOf(jobType, schemas) ?? []).map((parameter) => describe(parameter, schemas));
}

const unset =
  `persisted attribute simple ordered owner identifiableObject nameableObject analyticalObject readable
  writable unique manyToMany oneToOne manyToOne oneToMany translatable propertyTransformer`.split(/\s+/);

function describe(parameter: Parameter, schemas: Schemas): JsonObject & { name: string } {
  const { name, kind, klass, constants, initial, endpoint, required = false } = parameter;
  const collection = kind === "Set" || kind === "List";
  return {
    ...Object.fromEntries(unset.map((word) => [word, false])),
    ...(schemas.model("DataElement").property("name")?.sortable === true ? { sortable: false } : {}),
    klass: kind === "enum" ? (klass ?? "") : `java.${collection ? "util" : "lang"}.${kind}`,
    ...(collection ? { itemKlass: klass ?? "", collectionName: name } : {}),
    name,
    fieldName: inWords(name),
    collection,
    embeddedObject: collection,
    required,
    ...(constants === undefined ? {} : { constants }),
    ...(initial === undefined ? {} : { defaultValue: initial }),
    ...(endpoint === undefined ? {} : { relativeApiEndpoint: endpoint }),
    gistPreferences: { included: "AUTO", transformation: "AUTO" },
  };
}

/** `skipTableTypes` as `Skip table types`. */
const inWords = (name: string): string =>
  name.charAt(0).toUpperCase() + name.slice(1).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
