import { type Answer, webMessage } from "../http/answer.ts";
import type { Exchange } from "../server.ts";
import type { JsonObject } from "../store/values.ts";
import type { JobInput } from "./job-log.ts";

/** A job to be made for one request. */
export interface NewJob {
  readonly type: string;
  readonly parameters?: JsonObject;
  /** What it works on, where that is the body. */
  readonly input?: JobInput;
  /** Path below `/api` that tells of it; its tasks by default. */
  readonly location?: string;
}

/** Makes a job that runs once, and answers with where to ask for it. */
export function startJob({ type, parameters, input, location }: NewJob, exchange: Exchange): Answer {
  const { server, caller, request } = exchange;
  const { schemas, store, jobs } = server;
  const id = server.makeUid();
  const created = server.now();
  const name = `${type} (${jobs.nextNumber(server.clock())})`;
  const jobParameters = parameters === undefined ? {} : { jobParameters: parameters };
  store.put(schemas.model("JobConfiguration"), id, {
    id,
    created,
    lastUpdated: created,
    lastUpdatedBy: { id: caller.user.uid },
    name,
    jobType: type,
    schedulingType: "ONCE_ASAP",
    ...jobParameters,
    enabled: true,
    jobStatus: "SCHEDULED",
    lastExecutedStatus: "NOT_STARTED",
    executedBy: caller.user.uid,
  });
  if (input !== undefined) jobs.update({ type, id }, { input });
  server.startNow(id);
  const response = {
    name,
    id,
    created,
    jobType: type,
    jobStatus: "NOT_STARTED",
    ...jobParameters,
    relativeNotifierEndpoint: `/api/system/tasks/${type}/${id}`,
    ...(schemas.has("jobResponseType") ? { responseType: "JobConfiguration" } : {}),
  };
  const headers = { Location: `${request.baseUrl}/api/${location ?? `system/tasks/${type}`}` };
  return webMessage(200, "OK", { message: `Initiated ${name}`, response }, headers);
}
