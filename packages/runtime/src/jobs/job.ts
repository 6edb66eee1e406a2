import type { Connection } from "../connection.ts";
import type { Dhis2Error } from "../errors/classes.ts";
import type { ImportRow } from "../errors/import-rows.ts";
import type { MetadataReport } from "../metadata/report.ts";
import { misshapen } from "../resource/misshapen.ts";

/** Work that goes on in the background of the server: what its `response` says, plain enough to be stored. */
export interface JobReference<Type extends string = string> {
  readonly id: string;
  /** `METADATA_IMPORT`, `ANALYTICS_TABLE`, … */
  readonly jobType: Type;
}

/** How a job ended. */
export interface JobOutcome<Type extends string = string> {
  /** The last thing that the job said. */
  readonly message: string;
  /** The report of the job as the server has it, read where it is one of metadata; `undefined` for jobs without one. */
  readonly summary: Type extends "METADATA_IMPORT" ? MetadataReport : unknown;
  /** The findings in the report. */
  readonly rows: readonly ImportRow[];
}

/** The error `JOB.FAILED`. */
export interface JobFailure extends Dhis2Error {
  readonly job: JobReference;
  /** The findings in the report. */
  readonly rows: readonly ImportRow[];
  /** The report as far as the job left one; `undefined` for a job that broke. */
  readonly summary: unknown;
}

/** The job that an answer names; 2.41 does not say its `responseType`. */
export function readJobReference<const Type extends string>(
  { baseUrl }: Connection,
  path: string,
  jobType: Type,
  answer: unknown,
): JobReference<Type> {
  const { response } = (answer ?? {}) as { readonly response?: Partial<JobReference> };
  if (typeof response?.id === "string" && response.jobType === jobType) return { id: response.id, jobType };
  throw misshapen(baseUrl, "POST", path, `the answer names no job ${jobType}`, answer);
}
