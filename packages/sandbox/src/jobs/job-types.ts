import type { Schemas } from "../schema/schema.ts";
import type { JsonObject } from "../store/values.ts";
import { describeParameters } from "./job-parameters.ts";

/** Every type of jobs that the release has, in its order. */
export const jobTypes = ({ data }: Schemas): readonly string[] => data.enums["JobType"]?.members ?? [];

/** The types of which users may make jobs: those before the first that only the server uses. */
function userDefined(schemas: Schemas): readonly string[] {
  const types = jobTypes(schemas);
  return types.slice(0, types.indexOf("MOCK"));
}

/** Whether users may make jobs of a type, and change and delete them. */
export const isUserDefined = (jobType: string, schemas: Schemas): boolean =>
  userDefined(schemas).includes(jobType);

/** Types that start as soon as there is one, without waiting for the scheduler. */
const immediate = new Set([
  "METADATA_IMPORT",
  "TRACKER_IMPORT_JOB",
  "DATA_INTEGRITY",
  "DATA_INTEGRITY_DETAILS",
  "SMS_INBOUND_PROCESSING",
  "GEOJSON_IMPORT",
]);

/** Whether a job of a type starts as soon as it is asked for. */
export const startsAtOnce = (jobType: string): boolean => immediate.has(jobType);

/** Types whose jobs run in somebody's name: by default of who made them. */
const personal = new Set([
  "HTML_PUSH_ANALYTICS",
  "AGGREGATE_DATA_EXCHANGE",
  "META_DATA_SYNC",
  "SINGLE_EVENT_DATA_SYNC",
  "TRACKED_ENTITY_DATA_SYNC",
]);

/** Whether the jobs of a type run in the name of a user. */
export const needsUser = (jobType: string): boolean => personal.has(jobType);

/** What `/api/jobConfigurations/jobTypes` lists. */
export const describeTypes = (schemas: Schemas): JsonObject[] =>
  userDefined(schemas).map((jobType) => ({
    name: `${jobType.charAt(0)}${jobType.slice(1).replaceAll("_", " ").toLowerCase()}`,
    jobType,
    schedulingType: jobType === "CONTINUOUS_ANALYTICS_TABLE" ? "FIXED_DELAY" : "CRON",
    jobParameters: describeParameters(jobType, schemas),
  }));

/** The same parameters by type and name, as `/api/jobConfigurations/jobTypesExtended` has them. */
export const parametersByTypeAndName = (schemas: Schemas): JsonObject =>
  Object.fromEntries(
    userDefined(schemas).map((jobType) => [
      jobType,
      Object.fromEntries(describeParameters(jobType, schemas).map((one) => [one.name, one])),
    ]),
  );
