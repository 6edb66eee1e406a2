import { callerOf } from "../access/access.ts";
import type { Answer } from "../http/answer.ts";
import { notSupported, Refusal } from "../http/refusal.ts";
import { hasMediaType } from "../http/request.ts";
import type { JobProgress } from "../jobs/progress.ts";
import type { Work } from "../jobs/runner.ts";
import { startJob } from "../jobs/start-job.ts";
import type { Exchange } from "../server.ts";
import { isObject, type Json, type JsonObject, textOf } from "../store/values.ts";
import { type ImportedType, importBody } from "./import.ts";

const type = "METADATA_IMPORT";

/** An import that is done by a job: the answer says where to ask for it. */
export function importLater(exchange: Exchange): Answer {
  const { request, caller } = exchange;
  if (hasMediaType(request, "application/csv")) throw notSupported("the import of CSV by a job");
  const input = { request, user: caller.user.uid };
  return startJob({ type, parameters: parametersOf(exchange), input }, exchange);
}

/** What an import was asked for with, as the job keeps it. */
function parametersOf({ request }: Exchange): JsonObject {
  const { query } = request;
  const text = (name: string, otherwise: string): string => query.get(name) ?? otherwise;
  const flag = (name: string): boolean => query.get(name) === "true";
  return {
    importMode: text("importMode", "COMMIT"),
    identifier: text("identifier", "UID"),
    preheatMode: text("preheatMode", "REFERENCE"),
    importStrategy: text("importStrategy", "CREATE_AND_UPDATE"),
    atomicMode: text("atomicMode", "ALL"),
    flushMode: text("flushMode", "AUTO"),
    importReportMode: text("importReportMode", "ERRORS"),
    skipSharing: flag("skipSharing"),
    skipTranslation: flag("skipTranslation"),
    skipValidation: flag("skipValidation"),
    metadataSyncImport: flag("metadataSyncImport"),
    async: true,
    firstRowIsHeader: query.get("firstRowIsHeader") !== "false",
  };
}

/** Parameters that nobody gave are null where a job tells of its start, and absent elsewhere. */
const withNulls = (parameters: JsonObject): JsonObject => ({
  user: null,
  ...parameters,
  filename: null,
  csvImportClass: null,
});

/** Imports what a request brought, in the name of who sent it. */
export const importMetadataJob: Work = ({ server, id, parameters, progress }) => {
  const { input } = server.jobs.record({ type, id });
  const user = input === undefined ? undefined : server.store.get(server.schemas.model("User"), input.user);
  if (input === undefined || user === undefined) throw new Refusal(500, "Nothing to import");
  const exchange: Exchange = {
    request: input.request,
    server,
    caller: callerOf(server.store, user),
    parameters: {},
  };
  progress.start("Metadata import started", withNulls(parameters));
  progress.stage("Loading file resource");
  progress.stage("Loading file content");
  const { report, types } = importBody(exchange);
  for (const stage of [
    "Running preCreateBundle",
    "Creating bundle",
    "Running postCreateBundle",
    "Validating bundle",
  ])
    progress.stage(stage);
  const username = textOf(user.values, "username") ?? "";
  for (const one of types) tellOf(one, username, progress);
  addErrors(report, progress);
  const { responseType: _, ...summary } = report;
  server.jobs.update({ type, id }, { summary: { importParams: parameters, ...summary } });
  const status = String(report["status"]);
  const message = `Import complete with status ${status}, ${countsOf(report)}`;
  if (status === "ERROR") progress.fail(message);
  else progress.complete(message);
};

/** The stages in which the objects of one type are stored. */
function tellOf(
  { simpleName, created, updated, deleted }: ImportedType,
  username: string,
  progress: JobProgress,
): void {
  const stored = (doing: string, names: readonly string[]): void =>
    progress.stageOf(`${doing} ${names.length} ${simpleName} object(s) as ${username}`, names);
  if (created.length > 0) {
    progress.stageOf(`Running preCreate ${simpleName} bundle hooks`, created);
    stored("Creating", created);
    progress.stageOf(`Running postCreate ${simpleName} bundle hooks`, created, 0);
  }
  if (updated.length > 0) {
    progress.stageOf(`Running preUpdate ${simpleName} bundle hooks`, updated);
    stored("Updating", updated);
    progress.stageOf(`Running postUpdate ${simpleName} bundle hooks`, updated);
  }
  if (deleted.length === 0) return;
  stored("Deleting", deleted);
  progress.stage(`Publish deletion event for ${deleted.length} objects`);
}

function countsOf(report: JsonObject): string {
  const stats = isObject(report["stats"]) ? report["stats"] : {};
  return ["created", "updated", "deleted", "ignored"]
    .map((name) => `${String(stats[name])} ${name}`)
    .join(", ");
}

/** The errors of a report by object, of which a job keeps a list. */
function addErrors(report: JsonObject, progress: JobProgress): void {
  for (const typeReport of objectsIn(report["typeReports"]))
    for (const objectReport of objectsIn(typeReport["objectReports"]))
      for (const error of objectsIn(objectReport["errorReports"])) {
        const args = error["args"];
        progress.addError({
          code: textOf(error, "errorCode") ?? "",
          id: textOf(error, "mainId") ?? "",
          type: (textOf(error, "mainKlass") ?? "").split(".").at(-1) ?? "",
          args: Array.isArray(args) ? args.map(String) : [],
          message: textOf(error, "message") ?? "",
        });
      }
}

const objectsIn = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter((item: Json) => isObject(item)) : [];
