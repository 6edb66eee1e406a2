import { canCreate, canDelete, canWrite } from "../access/access.ts";
import { laidOut } from "../analytical-objects/layout.ts";
import { tokenHooks } from "../auth/token-hooks.ts";
import { userHooks } from "../auth/user-hooks.ts";
import { checkCreatable, ignoredWrite, isGenerated, updatableOnly } from "../category-model/rules.ts";
import { checkDataStaysInReach } from "../data-values/deletion.ts";
import { type Answer, webMessage } from "../http/answer.ts";
import { conflict, Refusal } from "../http/refusal.ts";
import { hasMediaType } from "../http/request.ts";
import type { Handler } from "../http/routes.ts";
import type { BundleEntry, EntryAction } from "../import/bundle.ts";
import { importContext } from "../import/context.ts";
import { deserialise } from "../import/deserialise.ts";
import { importOne, type Outcome } from "../import/importer.ts";
import { errorReport, objectReportJson } from "../import/reports.ts";
import { checkJobCreatable, checkJobModifiable } from "../jobs/job-rules.ts";
import type { LocatedJson } from "../json/located-json.ts";
import { checkValueType } from "../option-sets/value-type.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { isUid } from "../store/uid.ts";
import { type DraftValues, draftOf, textOf } from "../store/values.ts";
import { readBody } from "./body.ts";
import { deletionConflict, removeOne } from "./deletion.ts";
import { checkStrictly } from "./strict.ts";
import { modelOf, objectOf } from "./targets.ts";

const failed = "One or more errors occurred, please see full details in import report.";

/** POST of one object. */
export const create: Handler = (exchange) => {
  const model = modelOf(exchange);
  if (!canCreate(exchange.caller, model))
    throw new Refusal(403, "You don't have the proper permissions to create this object.", {
      errorCode: "E1006",
    });
  requireJson(exchange);
  checkCreatable(model, exchange.server.schemas);
  const document = readBody(exchange);
  const values = read(exchange, model, document);
  const givenUid = textOf(values, "id");
  if (exchange.request.query.get("importMode") === "VALIDATE")
    throw new Refusal(
      500,
      'Cannot invoke "org.hisp.dhis.feedback.ObjectReport.isEmpty()" because "objectReport" is null',
    );
  const { schemas, strict } = exchange.server;
  checkJobCreatable(model, values, schemas, strict);
  tokenHooks.beforeCreate(model, values, exchange);
  checkValueType(model, values, exchange.server.store);
  const uid = givenUid ?? exchange.server.makeUid();
  const outcome = importOne(
    entryOf(exchange, model, values, uid, givenUid, "create"),
    importContext(exchange),
  );
  if (outcome.stored === undefined) return refusedReport(outcome);
  userHooks.afterWrite(outcome.stored, values, exchange);
  return webMessage(
    201,
    "OK",
    { response: { ...objectReportJson(outcome.report), ...tokenHooks.onCreated(outcome.stored, exchange) } },
    { Location: `${exchange.request.baseUrl}/api/${model.path ?? ""}/${uid}` },
  );
};

/** PUT of one object: what the body leaves out is cleared. */
export const replace: Handler = (exchange) => {
  const model = modelOf(exchange);
  const row = objectOf(exchange, model);
  checkWritable(row, exchange);
  requireJson(exchange);
  const ignored = ignoredWrite(row);
  if (ignored !== undefined) return ignored;
  const values = read(exchange, model, readBody(exchange));
  checkJobModifiable(row, exchange.server.schemas, "modified");
  if (isGenerated(model)) return replaceGenerated(row, values, exchange);
  checkDataStaysInReach(row, values, exchange.server);
  const answer = update(exchange, row, userHooks.completed(row, values));
  if (model.name === "Map" && answer.status === 200) return webMessage(200, "OK");
  return (answer.status === 200 ? userHooks.replacedAnswer(row) : undefined) ?? answer;
};

function replaceGenerated(row: Stored, values: DraftValues, exchange: Exchange): Answer {
  exchange.server.store.put(row.model, row.uid, {
    ...updatableOnly(row.values, values),
    lastUpdated: exchange.server.now(),
  });
  return webMessage(200, "OK");
}

/** Stores new values of an object and answers as PUT and PATCH do. */
export function update(exchange: Exchange, row: Stored, values: DraftValues, single = true): Answer {
  const entry = entryOf(exchange, row.model, values, row.uid, row.uid, "update");
  const outcome = importOne(entry, importContext(exchange, { single }));
  if (outcome.stored === undefined) return refusedReport(outcome);
  userHooks.afterWrite(outcome.stored, values, exchange);
  return webMessage(200, "OK", { response: objectReportJson(outcome.report) });
}

/** DELETE of one object. */
export const remove: Handler = (exchange) => {
  const model = modelOf(exchange);
  const row = objectOf(exchange, model);
  if (!canDelete(exchange.caller, row))
    throw new Refusal(403, "You don't have the proper permissions to delete this object.", {
      errorCode: "E1006",
    });
  const ignored = ignoredWrite(row);
  if (ignored !== undefined) return ignored;
  checkJobModifiable(row, exchange.server.schemas, "deleted");
  const report = { model, uid: row.uid, index: 0, displayName: undefined };
  const blocked = deletionConflict(row, exchange.server);
  if (blocked !== undefined) {
    const message = `Object could not be deleted because it is associated with another object: ${blocked}`;
    const errorReports = [errorReport("E4030", model.klass, message, [])];
    return webMessage(409, "WARNING", {
      message: failed,
      response: objectReportJson({ ...report, errorReports }),
    });
  }
  removeOne(row, exchange.server);
  return webMessage(200, "OK", { response: objectReportJson({ ...report, errorReports: [] }) });
};

/** Refuses a body that is not JSON. */
export function requireJson({ request, server }: Exchange): void {
  if (hasMediaType(request, "application/json")) return;
  throw unsupportedMediaType(request.headers.get("content-type"), server.schemas.quirk("mediaTypeMessage"));
}

/** What Fetch sends for a text whose type nobody said. */
const unsaidType = "text/plain;charset=UTF-8";

/** 415 in the words of the release. */
export function unsupportedMediaType(contentType: string | null, words: string | number | boolean): Refusal {
  const said = contentType === unsaidType ? null : contentType;
  if (words === "Content type") return new Refusal(415, `Content type '${said ?? ""}' not supported`);
  return new Refusal(415, `Content-Type${said === null ? "" : ` '${said}'`} is not supported`);
}

function checkWritable(row: Stored, exchange: Exchange): void {
  if (canWrite(exchange.caller, row)) return;
  throw new Refusal(403, "You don't have the proper permissions to update this object.", {
    errorCode: "E1006",
  });
}

function read(exchange: Exchange, model: Model, document: LocatedJson): DraftValues {
  const values = deserialise(exchange.server.schemas, model, document);
  if (exchange.server.strict) checkStrictly(exchange.server.schemas, model, document.value);
  return laidOut(model, draftOf(values), exchange.server);
}

function entryOf(
  exchange: Exchange,
  model: Model,
  values: DraftValues,
  uid: string,
  givenUid: string | undefined,
  action: EntryAction,
): BundleEntry {
  const existing = isUid(uid) ? exchange.server.store.get(model, uid) : undefined;
  return { model, uid, values, existing, action, index: 0, givenUid };
}

/** 409 with the report of one object. */
function refusedReport({ report }: Outcome): Answer {
  return webMessage(409, "ERROR", { message: failed, response: objectReportJson(report) });
}

/** Objects that can be marked as a favourite; nothing else may. */
export const favorite: Handler = (exchange) => {
  const model = modelOf(exchange);
  const row = objectOf(exchange, model);
  if (!model.favoritable) throw conflict("Objects of this class cannot be set as favorite", "E1004");
  return mark(row, "favorites", exchange);
};

/** Objects that can be subscribed to; nothing else may. */
export const subscriber: Handler = (exchange) => {
  const model = modelOf(exchange);
  const row = objectOf(exchange, model);
  if (!model.subscribable) throw conflict("Objects of this class cannot be subscribed to", "E1004");
  return mark(row, "subscribers", exchange);
};

function mark(row: Stored, name: "favorites" | "subscribers", { caller, request, server }: Exchange): Answer {
  const marked = new Set(Array.isArray(row.values[name]) ? row.values[name] : []);
  if (request.method === "DELETE") marked.delete(caller.user.uid);
  else marked.add(caller.user.uid);
  server.store.put(row.model, row.uid, { ...row.values, [name]: [...marked] });
  const username = textOf(caller.user.values, "username") ?? "";
  const what = name === "favorites" ? "favorite" : "subscriber";
  const words =
    request.method === "DELETE"
      ? `Object '${row.uid}' removed as ${what} for user '${username}'`
      : `Object '${row.uid}' set as ${what} for user '${username}'`;
  return webMessage(200, "OK", { message: words });
}
