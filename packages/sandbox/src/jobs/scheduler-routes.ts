import { empty, json } from "../http/answer.ts";
import { conflict, notSupported, objectNotFound, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { readBody } from "../resources/body.ts";
import { javaHash, javaSetOrder } from "../schema/java-order.ts";
import type { Exchange, Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { draftOf, isList, isObject, type Json, type JsonObject, textOf } from "../store/values.ts";
import { jobStatusOf } from "./computed.ts";
import { parseCron } from "./cron.ts";
import { isUserDefined } from "./job-types.ts";
import { dateOf, isRunOnce, latestExecution, nextExecution } from "./schedule.ts";

const jobsOf = ({ store, schemas }: Server): Stored[] => [...store.all(schemas.model("JobConfiguration"))];

const statusOf = ({ values }: Stored): string => jobStatusOf(values["jobStatus"], values["enabled"]);

const placeOf = ({ values }: Stored): number => Number(values["queuePosition"] ?? 0);

/** Leaves out what has no value. */
const present = (all: Readonly<Record<string, Json | undefined>>): JsonObject => {
  const found: Record<string, Json> = {};
  for (const [name, value] of Object.entries(all))
    if (value !== undefined && value !== null) found[name] = value;
  return found;
};

/** One job, or the jobs of a queue behind the one that starts it. */
function entryOf(queue: readonly Stored[], server: Server): JsonObject {
  const [trigger] = queue;
  if (trigger === undefined) throw new RangeError("A queue has at least one job");
  const { values } = trigger;
  const queueName = textOf(values, "queueName");
  const now = server.clock();
  const delayHours = Number(server.settings.text("jobsMaxCronDelayHours"));
  const next = nextExecution(values, now, delayHours);
  const latest = latestExecution(values, next, delayHours);
  // Between two looks at the clock some time passes: what is due now is a second late.
  const secondsTo = (time: number | undefined): number | undefined =>
    time === undefined ? undefined : time === now ? -1 : Math.floor((time - now) / 1000);
  const type = textOf(values, "jobType") ?? "";
  return present({
    name: queueName ?? textOf(values, "name"),
    type: queueName === undefined ? type : "Sequence",
    cronExpression: values["cronExpression"],
    delay: values["delay"],
    nextExecutionTime: dateOf(next),
    maxDelayedExecutionTime: dateOf(latest),
    secondsToNextExecutionTime: secondsTo(next),
    secondsToMaxDelayedExecutionTime: secondsTo(latest),
    status: statusOf(trigger),
    enabled: values["enabled"] === true,
    configurable: queueName !== undefined || isUserDefined(type, server.schemas),
    sequence: queue.map((row) =>
      present({
        id: row.uid,
        name: row.values["name"],
        type: row.values["jobType"],
        cronExpression: row.values["cronExpression"],
        delay: row.values["delay"],
        nextExecutionTime: dateOf(nextExecution(row.values, now)),
        status: statusOf(row),
      }),
    ),
  });
}

const byName = (one: JsonObject, other: JsonObject): number =>
  (textOf(one, "name") ?? "") < (textOf(other, "name") ?? "") ? -1 : 1;

/** What has no time comes last. */
function byTime(one: JsonObject, other: JsonObject): number {
  const [first, second] = [one, other].map((entry) => textOf(entry, "nextExecutionTime") ?? "~");
  return first === second ? 0 : (first ?? "") < (second ?? "") ? -1 : 1;
}

/** `GET /api/scheduler`: jobs that come again, by their queues, in the order of their times. */
const entries: Handler = ({ server, request }) => {
  const queues = new Map<string, Stored[]>();
  for (const row of jobsOf(server)) {
    if (isRunOnce(row.values)) continue;
    const key = textOf(row.values, "queueName") ?? row.uid;
    queues.set(
      key,
      [...(queues.get(key) ?? []), row].sort((one, other) => placeOf(one) - placeOf(other)),
    );
  }
  const order = request.query.get("order") === "name" ? byName : byTime;
  // What comes at the same time stays in the order of the Java map that the server collects queues in.
  const collected = javaSetOrder([...queues], ([name]) => javaHash(name));
  return json(collected.map(([, queue]) => entryOf(queue, server)).sort(order));
};

/** `GET /api/scheduler/queueable`: what may come into a queue. */
const queueable: Handler = ({ server, request }) => {
  const name = request.query.get("name") ?? "";
  const free = jobsOf(server).filter(
    ({ values }) =>
      isUserDefined(textOf(values, "jobType") ?? "", server.schemas) &&
      values["schedulingType"] === "CRON" &&
      textOf(values, "queueName") === undefined &&
      textOf(values, "name") !== name,
  );
  return json(free.map((row) => entryOf([row], server)).sort(byName));
};

const queueNames: Handler = ({ server }) => {
  const names = jobsOf(server).map(({ values }) => textOf(values, "queueName"));
  return json([...new Set(names.filter((name) => name !== undefined))]);
};

const queueOf = (name: string, server: Server): Stored[] =>
  jobsOf(server)
    .filter(({ values }) => values["queueName"] === name)
    .sort((one, other) => placeOf(one) - placeOf(other));

function existingQueue({ server, parameters }: Exchange): Stored[] {
  const { name = "" } = parameters;
  const queue = queueOf(name, server);
  if (queue.length === 0)
    throw new Refusal(404, `Job queue does not exist: \`${name}\``, { errorCode: "E7020" });
  return queue;
}

const readQueue: Handler = (exchange) => {
  const queue = existingQueue(exchange);
  return json(
    present({
      name: exchange.parameters["name"],
      cronExpression: queue[0]?.values["cronExpression"],
      sequence: queue.map(({ uid }) => uid),
    }),
  );
};

/** What a body says of a queue. */
function givenQueue(exchange: Exchange): {
  name: string | undefined;
  cron: string;
  jobs: Stored[];
  uids: string[];
} {
  const { value } = readBody(exchange);
  const body = isObject(value) ? value : {};
  const given = body["sequence"];
  const uids = isList(given) ? given.filter((uid) => typeof uid === "string") : [];
  const { store, schemas } = exchange.server;
  const jobs = uids.map((uid) => store.get(schemas.model("JobConfiguration"), uid));
  return {
    name: textOf(body, "name"),
    cron: textOf(body, "cronExpression") ?? "",
    jobs: jobs.filter((job) => job !== undefined),
    uids,
  };
}

/** Puts jobs into a queue, one behind the other; the first one has the schedule of all. */
function fill(name: string, { cron, jobs, uids }: ReturnType<typeof givenQueue>, { server }: Exchange): void {
  if (parseCron(cron) === undefined) throw notSupported(`the refusal of '${cron}' for a queue`);
  if (jobs.length < 2) throw conflict("Job queue must have at least two jobs.", "E7024");
  for (const { uid, values } of jobs) {
    const other = textOf(values, "queueName");
    if (other !== undefined && other !== name)
      throw conflict(`Job \`${uid}\` is already used in another queue: \`${other}\``, "E7022");
    if (!isUserDefined(textOf(values, "jobType") ?? "", server.schemas))
      throw conflict(`Job \`${uid}\` is a system job and as such cannot be added to a queue.\``, "E7023");
  }
  const missing = uids.find((uid) => !jobs.some((job) => job.uid === uid));
  if (missing !== undefined) throw objectNotFound("JobConfiguration", missing);
  for (const [place, { model, uid, values }] of jobs.entries()) {
    const queued = draftOf(values);
    queued["queueName"] = name;
    queued["queuePosition"] = place;
    if (place === 0) queued["cronExpression"] = cron;
    else delete queued["cronExpression"];
    server.store.put(model, uid, queued);
  }
}

/** A job that is in no queue any more has no schedule either. */
function release(rows: readonly Stored[], { store }: Server): void {
  for (const { model, uid, values } of rows) {
    const { queueName: _name, queuePosition: _place, cronExpression: _cron, ...rest } = values;
    store.put(model, uid, { ...rest, enabled: false });
  }
}

const createQueue: Handler = (exchange) => {
  const { name = "" } = exchange.parameters;
  if (queueOf(name, exchange.server).length > 0)
    throw conflict(`Job queue already exist: \`${name}\``, "E7021");
  fill(name, givenQueue(exchange), exchange);
  return empty(201);
};

const updateQueue: Handler = (exchange) => {
  const { server, parameters, request } = exchange;
  const { name = "" } = parameters;
  const before = existingQueue(exchange);
  const queue = givenQueue(exchange);
  if (queue.name !== undefined && queue.name !== "" && queue.name !== name)
    throw notSupported(`${request.method} ${request.path} with another name`);
  fill(name, queue, exchange);
  release(
    before.filter(({ uid }) => !queue.uids.includes(uid)),
    server,
  );
  return empty(204);
};

const removeQueue: Handler = (exchange) => {
  release(existingQueue(exchange), exchange.server);
  return empty(204);
};

/** `GET /api/scheduling/completed`: newer releases fail on what 2.41 tells by type. */
const completed: Handler = ({ server, request }) => {
  const hasRun = jobsOf(server).some(({ values }) => values["lastFinished"] !== undefined);
  if (!hasRun) return json({});
  if (server.schemas.has("completedJobsFail")) throw new Refusal(500, "");
  throw notSupported(`${request.method} ${request.path} of jobs that ran`);
};

const queue = "scheduler/queues/:name";

/** `/api/scheduler` and `/api/scheduling`. */
export const schedulerRoutes: readonly Route[] = [
  { method: "GET", path: "scheduler", handler: entries, parameters: ["order"] },
  { method: "GET", path: "scheduler/queueable", handler: queueable, parameters: ["name"] },
  { method: "GET", path: "scheduler/queues", handler: queueNames, parameters: [] },
  { method: "GET", path: queue, handler: readQueue, parameters: [] },
  { method: "POST", path: queue, handler: createQueue, parameters: [] },
  { method: "PUT", path: queue, handler: updateQueue, parameters: [] },
  { method: "DELETE", path: queue, handler: removeQueue, parameters: [] },
  // Jobs run in no time here: none is ever found running.
  { method: "GET", path: "scheduling/running", handler: () => json({}), parameters: [] },
  { method: "GET", path: "scheduling/completed", handler: completed, parameters: [] },
];
