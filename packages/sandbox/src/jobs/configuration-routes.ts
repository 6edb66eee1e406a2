import { hasAny } from "../access/access.ts";
import { type Answer, empty, json } from "../http/answer.ts";
import { missingParameter } from "../http/container.ts";
import { conflict, notSupported, objectNotFound, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { type DraftValues, draftOf, type Json, type JsonObject, textOf } from "../store/values.ts";
import { jobStatusOf } from "./computed.ts";
import type { JobKey } from "./job-log.ts";
import { checkJobModifiable } from "./job-rules.ts";
import { describeTypes, parametersByTypeAndName } from "./job-types.ts";
import { isRunOnce, timeOf } from "./schedule.ts";

const modelName = "JobConfiguration";

function jobOf({ server, parameters }: Exchange): Stored {
  const { uid = "" } = parameters;
  const row = server.store.get(server.schemas.model(modelName), uid);
  if (row === undefined) throw objectNotFound(modelName, uid);
  return row;
}

const keyOf = ({ uid, values }: Stored): JobKey => ({ type: textOf(values, "jobType") ?? "", id: uid });

/** Stores a job with something else about it. */
function change(row: Stored, { server }: Exchange, changes: JsonObject): void {
  const values: DraftValues = Object.assign(draftOf(row.values), changes);
  server.store.put(row.model, row.uid, { ...values, lastUpdated: server.now() });
}

/** `POST …/{uid}/execute`: the next time the scheduler looks, or at once. */
const execute: Handler = (exchange): Answer => {
  const row = jobOf(exchange);
  const { server } = exchange;
  const { type } = keyOf(row);
  if (row.values["enabled"] !== true)
    throw conflict("Failed to transition job into ONCE_ASAP state.", "E1004");
  if (row.values["schedulingType"] === "ONCE_ASAP" && row.values["lastFinished"] !== undefined)
    throw conflict("Job did already run once.", "E1004");
  if (!server.runs(type)) throw notSupported(`running jobs of type ${type}`);
  server.store.put(row.model, row.uid, {
    ...row.values,
    schedulingType: "ONCE_ASAP",
    jobStatus: "SCHEDULED",
  });
  server.startNow(row.uid);
  return json({ klass: row.model.klass, index: 0, errorReports: [] });
};

/** Takes back what was to be executed; a job that does not wait stays as it is. */
const cancel: Handler = (exchange) => {
  const row = jobOf(exchange);
  checkMayWatch(row, exchange, "F_PERFORM_MAINTENANCE");
  const { values } = row;
  if (values["jobStatus"] !== "SCHEDULED" || values["schedulingType"] !== "ONCE_ASAP") return empty(204);
  const isTimed = textOf(values, "cronExpression") !== undefined;
  change(row, exchange, {
    lastExecutedStatus: "STOPPED",
    ...(isRunOnce(values) ? { enabled: false } : { schedulingType: isTimed ? "CRON" : "FIXED_DELAY" }),
  });
  return empty(204);
};

/** Jobs run in no time here: none is running that could be given up. */
const revert: Handler = (exchange) => {
  const row = jobOf(exchange);
  checkMayWatch(row, exchange, "F_PERFORM_MAINTENANCE");
  throw conflict("Job is not running", "E1004");
};

const enable: Handler = (exchange) => {
  const row = jobOf(exchange);
  checkJobModifiable(row, exchange.server.schemas, "modified");
  if (row.values["enabled"] !== true)
    change(row, exchange, { enabled: true, jobStatus: jobStatusOf(row.values["jobStatus"], true) });
  return empty(204);
};

const disable: Handler = (exchange) => {
  const row = jobOf(exchange);
  checkJobModifiable(row, exchange.server.schemas, "modified");
  if (row.values["enabled"] === true) change(row, exchange, { enabled: false });
  return empty(204);
};

/** What a job does is for who let it run, and for who has an authority. */
function checkMayWatch(row: Stored, { caller }: Exchange, authority: string): void {
  if (row.values["executedBy"] === caller.user.uid || hasAny(caller, [authority])) return;
  const message = `User has no access to JobConfiguration with id ${row.uid}`;
  throw new Refusal(403, message, { errorCode: "E1006" });
}

const progress: Handler = (exchange) => {
  const row = jobOf(exchange);
  checkMayWatch(row, exchange, "F_JOB_LOG_READ");
  const told = exchange.server.jobs.record(keyOf(row)).progress;
  return told === undefined ? empty(200) : json(told);
};

const errorsOfOne: Handler = (exchange) => {
  const row = jobOf(exchange);
  checkMayWatch(row, exchange, "F_JOB_LOG_READ");
  return json(errorsOf(row, exchange) ?? {});
};

const errorsOfProgress: Handler = (exchange) => {
  const row = jobOf(exchange);
  checkMayWatch(row, exchange, "F_JOB_LOG_READ");
  return json(exchange.server.jobs.record(keyOf(row)).errors.map(({ message: _, ...error }) => error));
};

/** Errors of all jobs that had some, the last one first. */
const errorsOfAll: Handler = (exchange) => {
  const { server, request } = exchange;
  const [filter] = request.query.keys();
  if (filter !== undefined) throw notSupported(`'${filter}' of ${request.path}`);
  const rows = [...server.store.all(server.schemas.model(modelName))];
  const executed = ({ values }: Stored): number => timeOf(textOf(values, "lastExecuted")) ?? 0;
  const found = rows
    .sort((one, other) => executed(other) - executed(one))
    .map((row) => errorsOf(row, exchange))
    .filter((one) => one !== undefined);
  return json(found);
};

/** The database keeps microseconds where the sandbox's clock has none. */
const microseconds = (date: Json | undefined): Json => (typeof date === "string" ? `${date}001` : null);

function errorsOf(row: Stored, { server }: Exchange): JsonObject | undefined {
  const key = keyOf(row);
  const { errors, input } = server.jobs.record(key);
  if (errors.length === 0) return undefined;
  const { values } = row;
  const type = input?.request.headers.get("content-type")?.split(";")[0] ?? "application/json";
  return {
    id: row.uid,
    type: key.type,
    user: values["executedBy"] ?? null,
    created: values["created"] ?? null,
    executed: microseconds(values["lastExecuted"]),
    finished: microseconds(values["lastFinished"]),
    file: input === undefined ? null : row.uid,
    filesize: input === undefined ? null : new TextEncoder().encode(input.request.text).length,
    filetype: input === undefined ? null : type,
    errors,
    codes: "ErrorCode",
    input: null,
  };
}

function secondsOf({ request, server }: Exchange, name: string): number {
  const given = request.query.get(name);
  if (given === null) throw missingParameter(name, "int", request, server.schemas);
  if (!/^-?\d{1,9}$/.test(given))
    throw new Refusal(
      400,
      `Value '${given}' is not valid for parameter ${name}. For input string: "${given}"`,
    );
  return Number(given);
}

const due: Handler = (exchange) => {
  secondsOf(exchange, "seconds");
  throw notSupported(`${exchange.request.method} ${exchange.request.path}`);
};

/** Nothing hangs where everything runs in no time. */
const stale: Handler = (exchange) => {
  secondsOf(exchange, "seconds");
  return json([]);
};

/** `POST …/clean`: forgets the jobs that ran once, some time ago. */
const clean: Handler = (exchange) => {
  const { server } = exchange;
  const minutes = secondsOf(exchange, "minutes");
  const kept = minutes > 0 ? minutes : Number(server.settings.text("jobsCleanupAfterMinutes"));
  const model = server.schemas.model(modelName);
  for (const row of [...server.store.all(model)]) {
    const finished = timeOf(textOf(row.values, "lastFinished"));
    if (finished === undefined || !isRunOnce(row.values)) continue;
    if (server.clock() > finished + Math.max(1, kept) * 60_000) server.store.remove(row);
  }
  return empty(204);
};

/** What job configurations have beside what every resource has. */
export const jobRoutes: readonly Route[] = [
  { method: "GET", path: "jobConfigurations/errors", handler: errorsOfAll, authorities: ["F_JOB_LOG_READ"] },
  { method: "GET", path: "jobConfigurations/due", handler: due, parameters: ["seconds", "includeWaiting"] },
  { method: "GET", path: "jobConfigurations/stale", handler: stale, parameters: ["seconds"] },
  {
    method: "GET",
    path: "jobConfigurations/jobTypes",
    handler: ({ server }) => json({ jobTypes: describeTypes(server.schemas) }),
    parameters: [],
  },
  {
    method: "GET",
    path: "jobConfigurations/jobTypesExtended",
    handler: ({ server }) => json(parametersByTypeAndName(server.schemas)),
    parameters: [],
  },
  {
    method: "POST",
    path: "jobConfigurations/clean",
    handler: clean,
    authorities: ["F_PERFORM_MAINTENANCE"],
    parameters: ["minutes"],
  },
  { method: "POST", path: "jobConfigurations/:uid/execute", handler: execute, parameters: [] },
  { method: "POST", path: "jobConfigurations/:uid/cancel", handler: cancel, parameters: [] },
  { method: "POST", path: "jobConfigurations/:uid/revert", handler: revert, parameters: [] },
  { method: "POST", path: "jobConfigurations/:uid/enable", handler: enable, parameters: [] },
  { method: "POST", path: "jobConfigurations/:uid/disable", handler: disable, parameters: [] },
  { method: "GET", path: "jobConfigurations/:uid/progress", handler: progress, parameters: [] },
  {
    method: "GET",
    path: "jobConfigurations/:uid/progress/errors",
    handler: errorsOfProgress,
    parameters: [],
  },
  { method: "GET", path: "jobConfigurations/:uid/errors", handler: errorsOfOne, parameters: [] },
];
