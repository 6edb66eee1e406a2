import { type Answer, empty, json } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import type { Exchange } from "../server.ts";
import type { Json, JsonObject } from "../store/values.ts";
import type { JobRecord, Notification } from "./job-log.ts";
import { jobTypes } from "./job-types.ts";

const noStoreOnly = { "Cache-Control": "no-store" };

/** `GET /api/system/tasks`: what the jobs of every type told. */
const readAll: Handler = (exchange) => {
  const found: Record<string, Json> = {};
  for (const [type, records] of exchange.server.jobs.all()) {
    const told = notificationsOf(records, exchange);
    if (Object.keys(told).length > 0) found[type] = told;
  }
  return json(found, 200, noStoreOnly);
};

const readType: Handler = (exchange) => {
  const records = exchange.server.jobs.ofType(typeOf(exchange));
  return json(notificationsOf(records, exchange), 200, noStoreOnly);
};

/** What each job of a type told, in short unless everything is asked for: how it began and how it stands. */
function notificationsOf(records: ReadonlyMap<string, JobRecord>, { request, server }: Exchange): JsonObject {
  const gist = request.query.get("gist");
  const isShort = gist === null ? server.settings.flag("notifierGistOverview") : gist === "true";
  const shown = (all: readonly Notification[]): readonly Notification[] => {
    const [last, first] = [all[0], all.at(-1)];
    return isShort && last !== undefined && first !== undefined && all.length > 2 ? [last, first] : all;
  };
  return Object.fromEntries(
    [...records]
      .filter(([, { notifications }]) => notifications.length > 0)
      .map(([id, { notifications }]) => [id, shown(notifications)]),
  );
}

const readJob: Handler = (exchange) => {
  const key = { type: typeOf(exchange), id: exchange.parameters["id"] ?? "" };
  return json(exchange.server.jobs.record(key).notifications, 200, noStoreOnly);
};

const remove: Handler = (exchange) => {
  const { request, server, parameters } = exchange;
  for (const name of ["maxCount", "maxAge"])
    if (request.query.has(name)) throw new Refusal(501, `The sandbox does not support '${name}' of tasks`);
  server.jobs.clear("type" in parameters ? typeOf(exchange) : undefined, parameters["id"]);
  return empty(204);
};

const readSummaries: Handler = (exchange) => {
  const found: Record<string, Json> = {};
  for (const [id, { summary }] of exchange.server.jobs.ofType(typeOf(exchange)))
    if (summary !== undefined) found[id] = summary;
  return json(found, 200, noStoreOnly);
};

/** A summary that is not there is an empty answer. */
const readSummary: Handler = (exchange): Answer => {
  const key = { type: typeOf(exchange), id: exchange.parameters["id"] ?? "" };
  const { summary } = exchange.server.jobs.record(key);
  return summary === undefined ? empty(200, noStoreOnly) : json(summary, 200, noStoreOnly);
};

/** The type of jobs that a path names, in capitals or not. */
function typeOf({ parameters, server }: Exchange): string {
  const { type = "" } = parameters;
  const known = jobTypes(server.schemas);
  if (known.includes(type.toUpperCase())) return type.toUpperCase();
  throw new Refusal(
    400,
    `Value '${type}' is not valid for path parameter jobType. Valid values are: [${known.join(", ")}]`,
  );
}

const ofTasks = ["maxCount", "maxAge"];

/** `/api/system/tasks` and `/api/system/taskSummaries`. */
export const taskRoutes: readonly Route[] = [
  { method: "GET", path: "system/tasks", handler: readAll, parameters: ["gist"] },
  { method: "GET", path: "system/tasks/:type", handler: readType, parameters: ["gist"] },
  { method: "GET", path: "system/tasks/:type/:id", handler: readJob, parameters: [] },
  { method: "DELETE", path: "system/tasks", handler: remove, parameters: ofTasks },
  { method: "DELETE", path: "system/tasks/:type", handler: remove, parameters: ofTasks },
  { method: "DELETE", path: "system/tasks/:type/:id", handler: remove, parameters: [] },
  { method: "GET", path: "system/taskSummaries/:type", handler: readSummaries, parameters: [] },
  { method: "GET", path: "system/taskSummaries/:type/:id", handler: readSummary, parameters: [] },
];
