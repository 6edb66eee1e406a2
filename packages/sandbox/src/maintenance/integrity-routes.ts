import { type Answer, empty, json } from "../http/answer.ts";
import { ContainerRefusal } from "../http/container.ts";
import { notSupported, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { startJob } from "../jobs/start-job.ts";
import { readBody } from "../resources/body.ts";
import type { Exchange } from "../server.ts";
import { isList, isObject, type JsonObject } from "../store/values.ts";
import { checksMeant } from "./check-names.ts";
import { checkTexts } from "./check-texts.ts";
import { checkDefinitions } from "./checks.ts";
import { type ResultKind, resultName } from "./integrity-jobs.ts";

/** Names that a request asks for: of its query, else of its body. */
function asked({ request }: Exchange): string[] {
  return request.query
    .getAll("checks")
    .flatMap((value) => value.split(","))
    .filter((name) => name !== "");
}

/** The checks that names stand for; refuses those that the release has and the sandbox does not. */
function meant(names: readonly string[], { server, request }: Exchange): string[] {
  const checks = checksMeant(names, server.schemas.data.version);
  const unknown = checks.find((name) => !Object.hasOwn(checkDefinitions, name));
  if (unknown !== undefined) throw notSupported(`the data integrity check '${unknown}'`);
  if (names.length === 0) throw notSupported(`${request.method} ${request.path} of every check`);
  return checks;
}

/** What a release says of a check, with how long it took where it has run. */
function described(check: string, { server }: Exchange): JsonObject {
  const row = checkTexts.find(({ name }) => name === check);
  if (row === undefined) throw new RangeError(`There is no check '${check}'`);
  const { before, ...text } = row;
  const hasRun = (["summary", "details"] as const).some(
    (kind) => server.jobs.result(resultName(kind, check)) !== undefined,
  );
  const words = server.schemas.has("checksNameThemselvesTwice") ? before : undefined;
  return {
    displayName: text.description,
    ...text,
    ...words,
    isSlow: false,
    isProgrammatic: false,
    ...(hasRun ? { averageExecutionTime: 0 } : {}),
  };
}

/** `GET /api/dataIntegrity`: what can be checked. */
const list: Handler = (exchange) => {
  const { query, path } = exchange.request;
  for (const filter of ["section", "slow", "programmatic"])
    if (query.has(filter)) throw notSupported(`'${filter}' of ${path}`);
  return json(meant(asked(exchange), exchange).map((check) => described(check, exchange)));
};

/** A name as it may stand in an address; half a surrogate pair cannot. */
const inAddress = (name: string): string => encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd"));

/** Starts checks, and says where to ask for what they find. */
const run =
  (kind: ResultKind, at: string): Handler =>
  (exchange): Answer => {
    const names = namesToRun(exchange);
    meant(names, exchange);
    const type = kind === "summary" ? { type: typeOfRun(at, exchange) } : {};
    return startJob(
      {
        type: kind === "summary" ? "DATA_INTEGRITY" : "DATA_INTEGRITY_DETAILS",
        parameters: { ...type, checks: names },
        location: `dataIntegrity/${at === "" ? "details" : at}?checks=${names.map(inAddress).join(",")}`,
      },
      exchange,
    );
  };

/** The older way of asking is a report of all on 2.41. */
const typeOfRun = (at: string, { server }: Exchange): string =>
  at === "" && server.schemas.has("integrityReport") ? "REPORT" : "SUMMARY";

/** The body may name the checks; it goes before the query. */
function namesToRun(exchange: Exchange): string[] {
  if (exchange.request.text.trim() === "") return asked(exchange);
  const { value } = readBody(exchange);
  const names = isList(value) ? value.filter((name) => typeof name === "string") : [];
  return names.length > 0 ? names : asked(exchange);
}

function resultOf(kind: ResultKind, check: string, exchange: Exchange): JsonObject | undefined {
  const result = exchange.server.jobs.result(resultName(kind, check));
  return isObject(result) ? { ...described(check, exchange), ...result } : undefined;
}

/** What came of the checks that have run, by their names. */
const readResults =
  (kind: ResultKind): Handler =>
  (exchange) => {
    const names = asked(exchange);
    const { jobs } = exchange.server;
    const checks = names.length === 0 ? jobs.resultNames(resultName(kind)) : meant(names, exchange);
    const found: Record<string, JsonObject> = {};
    for (const check of checks) {
      const result = resultOf(kind, check, exchange);
      if (result !== undefined) found[check] = result;
    }
    return json(found);
  };

/** The same of one check; empty where it has not run. */
const readResult =
  (kind: ResultKind): Handler =>
  (exchange) => {
    const [check] = checksMeant([exchange.parameters["check"] ?? ""], exchange.server.schemas.data.version);
    const result = check === undefined ? undefined : resultOf(kind, check, exchange);
    return result === undefined ? empty(200) : json(result);
  };

const completed =
  (kind: ResultKind): Handler =>
  ({ server }) =>
    json(server.jobs.resultNames(resultName(kind)));

/** What monitoring systems read, as plain text; 2.41 does not have it. */
const metrics: Handler = ({ request, server }) => {
  if (server.schemas.has("integrityReport")) throw new ContainerRefusal(404, request, server.schemas);
  if (request.headers.get("accept")?.includes("text/plain") !== true)
    throw new Refusal(406, "No acceptable representation");
  throw notSupported(`${request.method} ${request.path}`);
};

const authorities = ["F_PERFORM_MAINTENANCE"];
const named = ["checks", "timeout"];

const ofKind = (kind: ResultKind): Route[] => [
  {
    method: "POST",
    path: `dataIntegrity/${kind}`,
    handler: run(kind, kind),
    authorities,
    parameters: ["checks"],
  },
  {
    method: "GET",
    path: `dataIntegrity/${kind}`,
    handler: readResults(kind),
    authorities,
    parameters: named,
  },
  { method: "GET", path: `dataIntegrity/${kind}/completed`, handler: completed(kind), parameters: [] },
  // Checks run in no time here: none is ever found running.
  { method: "GET", path: `dataIntegrity/${kind}/running`, handler: () => json([]), parameters: [] },
  {
    method: "GET",
    path: `dataIntegrity/:check/${kind}`,
    handler: readResult(kind),
    authorities,
    parameters: ["timeout"],
  },
];

/** `/api/dataIntegrity`. */
export const integrityRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "dataIntegrity",
    handler: list,
    parameters: ["checks", "section", "slow", "programmatic"],
  },
  { method: "POST", path: "dataIntegrity", handler: run("summary", ""), authorities, parameters: ["checks"] },
  ...ofKind("summary"),
  ...ofKind("details"),
  {
    method: "GET",
    path: "dataIntegrity/metrics",
    handler: metrics,
    produces: ["application/json", "text/plain"],
  },
];
