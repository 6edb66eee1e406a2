import { segment } from "../arguments.ts";
import type { CallOptions, Connection } from "../connection.ts";
import { Dhis2Error, Dhis2TimeoutError } from "../errors/classes.ts";
import { importRows } from "../errors/import-rows.ts";
import { readReport } from "../metadata/report.ts";
import { misshapen } from "../resource/misshapen.ts";
import { timeoutOf } from "../transport/deadline.ts";
import { waitUnlessAborted } from "../unless-aborted.ts";
import type { JobFailure, JobOutcome, JobReference } from "./job.ts";

/** How to wait for a job. */
export interface WaitForJobOptions extends Pick<CallOptions, "signal"> {
  /** Milliseconds until `JOB.TIMEOUT`, which does not end the job; 600,000 by default. */
  readonly timeout?: number;
  /** Milliseconds between two looks; 1,000 by default. */
  readonly pollInterval?: number;
}

/** What a job says on its way. */
interface Notification {
  readonly level?: string;
  readonly message?: string;
  readonly completed?: boolean;
}

/**
 * Waits until a job that an answer named has ended, and gives its report. The server keeps what jobs said for a while
 * only, and answers for a job that it doesn't know as for one that has said nothing yet (BUG-212).
 *
 * @throws Dhis2Error `JOB.FAILED` where the job failed, with `rows` and `summary` where it left a report
 * ({@link JobFailure}). An import that saved a part has not failed: its report says what is missing.
 * @throws Dhis2TimeoutError `JOB.TIMEOUT` when it takes longer than `timeout`.
 *
 * @example
 * ```ts
 * import { startMetadataImport, waitForJob } from "@dhis2w/client-v42";
 *
 * const optionSets = codes.map((code) => ({ code, name: code, valueType: "TEXT" }) as const);
 * const job = await startMetadataImport(dhis2, { optionSets });
 * const { summary } = await waitForJob(dhis2, job, { timeout: 30 * 60_000, signal });
 * console.log(summary.stats.created);
 * ```
 */
export async function waitForJob<const Type extends string>(
  dhis2: Connection,
  job: JobReference<Type>,
  options: WaitForJobOptions = {},
): Promise<JobOutcome<Type>> {
  const { signal, pollInterval = 1_000 } = options;
  const timeout = timeoutOf(options, 600_000);
  if (!(pollInterval > 0)) throw new RangeError(`pollInterval must be above zero, not ${pollInterval}`);
  const place = `${segment("jobType", job.jobType)}/${segment("id", job.id)}`;
  const { clock } = dhis2;
  const start = clock.now();

  /** Asks until there is an answer; `undefined` after so many looks, if that comes first. */
  async function poll<Answer>(look: () => Promise<Answer | undefined>, most = Number.POSITIVE_INFINITY) {
    for (let looks = 1; ; looks++) {
      const answer = await look();
      if (answer !== undefined || looks === most) return answer;
      const left = timeout - (clock.now() - start);
      if (left <= 0)
        throw new Dhis2TimeoutError(
          `${job.jobType} ${job.id} did not end in ${timeout} ms`,
          { job, timeout },
          "JOB.TIMEOUT",
        );
      const pause = clock.sleep(Math.min(pollInterval, left), signal);
      await waitUnlessAborted(pause, signal, "The wait for the job was aborted");
    }
  }

  const ended = await poll(() => lastWord(dhis2, place, signal));
  const summaryPath = `/api/system/taskSummaries/${place}`;
  // The report comes a moment after the last word, and for some kinds of jobs never.
  const body = await poll(() => dhis2.request("GET", summaryPath, { signal }), 2);
  const message = ended?.message ?? "";
  const rows = importRows(body);
  const report = job.jobType === "METADATA_IMPORT" ? readReport(body) : undefined;
  const summary = report ?? body;
  if (ended?.level === "ERROR" && report?.status !== "WARNING")
    throw new Dhis2Error("JOB.FAILED", `${job.jobType} ${job.id} failed: ${message}`, {
      job,
      rows,
      summary,
    } satisfies Pick<JobFailure, "job" | "rows" | "summary">);
  if (job.jobType === "METADATA_IMPORT" && report === undefined)
    throw misshapen(dhis2.baseUrl, "GET", summaryPath, "the job left no import report", body);
  // What is no import of metadata has no type.
  return { message, summary, rows } as JobOutcome<Type>;
}

/** The newest notification that says the job has ended, once there is one. */
async function lastWord(
  dhis2: Connection,
  place: string,
  signal: AbortSignal | undefined,
): Promise<Notification | undefined> {
  const path = `/api/system/tasks/${place}`;
  const notifications = await dhis2.request("GET", path, { signal });
  if (!Array.isArray(notifications))
    throw misshapen(dhis2.baseUrl, "GET", path, "there is no list of notifications", notifications);
  return notifications.find((notification: Notification) => notification.completed === true);
}
