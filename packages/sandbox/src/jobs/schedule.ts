import { formatDate } from "../query/date.ts";
import { type JsonObject, textOf } from "../store/values.ts";
import { nextCronTime, parseCron } from "./cron.ts";

const second = 1000;
const hour = 3600 * second;

/** How late a job may still run that was missed; the configurations themselves tell by this many hours. */
export const defaultCronDelayHours = 4;

/** Milliseconds of a stored date. */
export const timeOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(`${text}Z`);

/** How a job is scheduled, from what it says of itself. */
export function schedulingTypeOf(job: JsonObject): string {
  const given = textOf(job, "schedulingType");
  if (given !== undefined) return given;
  if (textOf(job, "cronExpression") !== undefined) return "CRON";
  return typeof job["delay"] === "number" ? "FIXED_DELAY" : "ONCE_ASAP";
}

/** When a job runs next, in ms; undefined where nothing starts it. */
export function nextExecution(
  job: JsonObject,
  now: number,
  cronDelayHours: number = defaultCronDelayHours,
): number | undefined {
  if (typeof job["queuePosition"] === "number" && job["queuePosition"] > 0) return undefined;
  const last = timeOf(textOf(job, "lastExecuted"));
  const since = last === undefined ? now : last + second;
  switch (schedulingTypeOf(job)) {
    case "ONCE_ASAP":
      return since;
    case "FIXED_DELAY": {
      const delay = job["delay"];
      if (typeof delay !== "number" || delay <= 0) return undefined;
      return last === undefined ? now : Math.floor((last + delay * second) / second) * second;
    }
    default: {
      const maxDelay = cronDelayHours * hour;
      return nextByCron(
        textOf(job, "cronExpression"),
        last === undefined ? now - maxDelay : since,
        now,
        maxDelay,
      );
    }
  }
}

/** The first time that is not missed by more than the delay. */
function nextByCron(
  expression: string | undefined,
  since: number,
  now: number,
  maxDelay: number,
): number | undefined {
  const cron = expression === undefined ? undefined : parseCron(expression);
  if (cron === undefined) return undefined;
  const next = nextCronTime(cron, since);
  return next === undefined || next + maxDelay >= now ? next : nextCronTime(cron, now - maxDelay - second);
}

/** Until when a missed run is made up for, in ms; only what goes by the clock has such a time. */
export const latestExecution = (
  job: JsonObject,
  next: number | undefined,
  cronDelayHours: number = defaultCronDelayHours,
): number | undefined =>
  next === undefined || schedulingTypeOf(job) !== "CRON" ? undefined : next + cronDelayHours * hour;

/** A time as the server writes it; none where a delay leads beyond the calendar. */
export const dateOf = (time: number | undefined): string | undefined =>
  time === undefined || Number.isNaN(new Date(time).getTime()) ? undefined : formatDate(time);

/** Whether a job runs once and is then done for good. */
export const isRunOnce = (job: JsonObject): boolean =>
  schedulingTypeOf(job) === "ONCE_ASAP" &&
  textOf(job, "cronExpression") === undefined &&
  typeof job["delay"] !== "number" &&
  textOf(job, "queueName") === undefined;
