import { type Answer, webMessage } from "../http/answer.ts";
import { notSupported } from "../http/refusal.ts";
import type { Handler } from "../http/routes.ts";
import { errorReport, errorReportJson } from "../import/reports.ts";
import { type Operation, readPatch } from "../json-patch/read.ts";
import { readBody } from "../resources/body.ts";
import { patchedDocument } from "../resources/patch.ts";
import { modelOf } from "../resources/targets.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { isList, isObject, type Json, type JsonObject } from "../store/values.ts";
import { runImport } from "./import.ts";
import { readImportOptions } from "./options.ts";

/** One object whose sharing is to be patched. */
interface Order {
  readonly model: Model;
  readonly uid: string;
  readonly patch: Json;
}

/** PATCH of `{ dataElements: { uid: patch } }`: the sharing of objects of any types. */
export const patchSharing: Handler = (exchange) => {
  const body = readBody(exchange).value;
  const orders: Order[] = [];
  for (const [plural, patches] of Object.entries(isObject(body) ? body : {})) {
    const model = exchange.server.schemas.byPlural(plural);
    if (model === undefined || !isObject(patches)) throw unknownCase(exchange);
    for (const [uid, patch] of Object.entries(patches)) orders.push({ model, uid, patch });
  }
  return patchAll(orders, exchange);
};

/** PATCH of `{ dataElements: [uid], patch }`: the sharing of several objects of one type. */
export const patchSharingOfType: Handler = (exchange) => {
  const model = modelOf(exchange);
  const body = readBody(exchange).value;
  const uids = isObject(body) ? body[model.plural ?? model.name] : undefined;
  const patch = isObject(body) ? body["patch"] : undefined;
  if (!isList(uids) || patch === undefined) throw unknownCase(exchange);
  return patchAll(
    uids.map((uid) => ({ model, uid: String(uid), patch })),
    exchange,
  );
};

function patchAll(orders: readonly Order[], exchange: Exchange): Answer {
  const { server } = exchange;
  const found: { readonly row: Stored; readonly operations: readonly Operation[] }[] = [];
  const unknown: Order[] = [];
  for (const order of orders) {
    const row = server.store.get(order.model, order.uid);
    const operations = readPatch(JSON.stringify(order.patch), server.schemas);
    if (!order.model.shareable || operations.some(({ path }) => path[0] !== "sharing"))
      throw unknownCase(exchange);
    if (row === undefined) unknown.push(order);
    else found.push({ row, operations });
  }
  if (found.length === 0) return nobodyFound(unknown);
  if (unknown.length > 0) throw unknownCase(exchange);
  const bundle: Record<string, Json[]> = {};
  for (const { row, operations } of found) {
    const plural = row.model.plural ?? row.model.name;
    bundle[plural] = [...(bundle[plural] ?? []), patchedDocument(row, operations, server)];
  }
  return runImport(bundle, { ...readImportOptions(exchange), strategy: "UPDATE" }, exchange);
}

/** What no recording shows: a mix of known and unknown objects, or a patch of something else. */
function unknownCase({ request }: Exchange): Error {
  return notSupported(`${request.method} ${request.path} with this body`);
}

const noObjects: JsonObject = { created: 0, updated: 0, deleted: 0, ignored: 0, total: 0 };

function nobodyFound(unknown: readonly Order[]): Answer {
  const models = [...new Set(unknown.map(({ model }) => model))];
  const typeReports = models.map((model) => ({
    klass: model.klass,
    stats: noObjects,
    objectReports: unknown.filter((order) => order.model === model).map(unknownObject),
  }));
  return webMessage(409, "WARNING", {
    message: "One or more errors occurred, please see full details in import report.",
    response: { status: "ERROR", typeReports, stats: noObjects, responseType: "ImportReport" },
  });
}

function unknownObject({ model, uid }: Order): JsonObject {
  const property = model.singular ?? model.name;
  const message = `Invalid UID \`${uid}\` for property \`${property}\``;
  return {
    klass: model.klass,
    index: 0,
    uid,
    errorReports: [errorReportJson(errorReport("E4014", model.klass, message, [uid, property]))],
  };
}
