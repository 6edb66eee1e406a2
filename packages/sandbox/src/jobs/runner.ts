import { formatDate } from "../query/date.ts";
import type { Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { type DraftValues, draftOf, isObject, type JsonObject, textOf } from "../store/values.ts";
import { startsAtOnce } from "./job-types.ts";
import { JobProgress } from "./progress.ts";
import { isRunOnce, nextExecution } from "./schedule.ts";

/** A job at work. */
export interface JobRun {
  readonly server: Server;
  readonly id: string;
  readonly parameters: JsonObject;
  readonly progress: JobProgress;
}

/** What a job of a type does. */
export type Work = (run: JobRun) => void;

/** How often the scheduler looks for work, in ms; it does so at full minutes, and each third of one. */
const beat = 20_000;

/** Most rounds that are made up for when the clock leaps. */
const mostRounds = 20;

/**
 * Runs what is due by the server's clock: at each beat one job of every type. A job whose type has no work is
 * never run; the system's own jobs have nothing to do here and only note that they ran.
 */
export function runDueJobs(server: Server, works: ReadonlyMap<string, Work>): void {
  const { jobs } = server;
  const now = server.clock();
  const tick = Math.floor(now / beat) * beat;
  const rounds = Math.min(mostRounds, (tick - jobs.lastTick) / beat);
  for (let round = Math.ceil(rounds) - 1; round >= 0; round--) runRound(tick - round * beat, server, works);
  if (tick > jobs.lastTick) jobs.lastTick = tick;
}

function runRound(time: number, server: Server, works: ReadonlyMap<string, Work>): void {
  const { store, schemas } = server;
  const delayHours = Number(server.settings.text("jobsMaxCronDelayHours"));
  const started = new Set<string>();
  for (const row of [...store.all(schemas.model("JobConfiguration"))]) {
    const { values } = row;
    const type = textOf(values, "jobType") ?? "";
    const work = works.get(type);
    if (values["enabled"] !== true) switchOff(row, server);
    else if (work !== undefined && values["jobStatus"] === "SCHEDULED" && !started.has(type)) {
      const next = nextExecution(values, time, delayHours);
      if (next === undefined || next > time) continue;
      started.add(type);
      run(row, time, work, server);
    }
  }
}

/** What is disabled shows as such once the scheduler has seen it. */
function switchOff({ model, uid, values }: Stored, { store }: Server): void {
  if (values["jobStatus"] === "SCHEDULED") store.put(model, uid, { ...values, jobStatus: "DISABLED" });
}

/** Runs a job now if its type does not wait for the scheduler. */
export function runAtOnce(id: string, server: Server, works: ReadonlyMap<string, Work>): void {
  const row = server.store.get(server.schemas.model("JobConfiguration"), id);
  const type = row === undefined ? "" : (textOf(row.values, "jobType") ?? "");
  const work = works.get(type);
  if (row !== undefined && work !== undefined && startsAtOnce(type)) run(row, server.clock(), work, server);
}

function run(row: Stored, time: number, work: Work, server: Server): void {
  const { model, uid, values } = row;
  const type = textOf(values, "jobType") ?? "";
  const user = textOf(values, "executedBy");
  const progress = new JobProgress(server, { type, id: uid }, user);
  const parameters = isObject(values["jobParameters"]) ? values["jobParameters"] : {};
  try {
    work({ server, id: uid, parameters, progress });
  } catch (error) {
    progress.fail(`Process failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  const before = server.store.get(model, uid);
  if (before === undefined) return;
  server.store.put(model, uid, finished(before.values, formatDate(time), progress, server));
}

function finished(
  values: JsonObject,
  started: string,
  { errorCodes, hasFailed }: JobProgress,
  server: Server,
): DraftValues {
  const once = isRunOnce(values);
  const after = draftOf(values);
  after["lastUpdated"] = server.now();
  after["lastExecuted"] = started;
  after["lastFinished"] = server.now();
  after["lastExecutedStatus"] = hasFailed ? "FAILED" : "COMPLETED";
  after["errorCodes"] = errorCodes.join(" ");
  if (once) after["enabled"] = false;
  after["jobStatus"] = after["enabled"] === true ? "SCHEDULED" : "DISABLED";
  if (textOf(values, "cronExpression") !== undefined) after["schedulingType"] = "CRON";
  else if (typeof values["delay"] === "number") after["schedulingType"] = "FIXED_DELAY";
  return after;
}
