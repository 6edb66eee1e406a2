import { canWrite } from "../access/access.ts";
import { checkPatchedNames, ignoredWrite, isGenerated, updatableOnly } from "../category-model/rules.ts";
import { checkDashboardPatch } from "../dashboards/check.ts";
import { checkDataStaysInReach } from "../data-values/deletion.ts";
import { webMessage } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";
import { hasMediaType } from "../http/request.ts";
import type { Handler } from "../http/routes.ts";
import { deserialise } from "../import/deserialise.ts";
import { checkJobModifiable } from "../jobs/job-rules.ts";
import { MalformedJson, unlocated } from "../json/located-json.ts";
import { applyPatch } from "../json-patch/apply.ts";
import { type Operation, readPatch } from "../json-patch/read.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange, Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import type { DraftValues, Json } from "../store/values.ts";
import { draftOf, isObject } from "../store/values.ts";
import { readInverse } from "../wire/read.ts";
import { checkStrictly } from "./strict.ts";
import { modelOf, objectOf } from "./targets.ts";
import { unsupportedMediaType, update } from "./write.ts";

/** PATCH of one object by a JSON Patch document. */
export const patch: Handler = (exchange) => {
  const model = modelOf(exchange);
  const { request, server } = exchange;
  const row = objectOf(exchange, model);
  if (!canWrite(exchange.caller, row))
    throw new Refusal(403, "You don't have the proper permissions to update this object.", {
      errorCode: "E1006",
    });
  if (!hasMediaType(request, "application/json-patch+json"))
    throw unsupportedMediaType(request.headers.get("content-type"), server.schemas.quirk("mediaTypeMessage"));
  const operations = readPatch(request.text, server.schemas);
  checkPatchedNames(
    model,
    operations.map(({ path }) => path[0] ?? ""),
  );
  checkDashboardPatch(model, server.schemas);
  const patched = patchedDocument(row, operations, server);
  if (server.strict) checkStrictly(server.schemas, model, patched);
  const values = readPatched(model, patched, exchange);
  const ignored = ignoredWrite(row);
  if (ignored !== undefined) return ignored;
  if (isGenerated(model)) {
    server.store.put(model, row.uid, { ...updatableOnly(row.values, values), lastUpdated: server.now() });
    return webMessage(200, "OK");
  }
  checkJobModifiable(row, server.schemas, "modified");
  checkDataStaysInReach(row, values, server);
  if (request.query.get("importMode") === "VALIDATE") return webMessage(200, "OK");
  return update(exchange, row, values, false);
};

/** What an object's document is after a patch. */
export function patchedDocument(row: Stored, operations: readonly Operation[], server: Server): Json {
  return opened(applyPatch(documentOf(row, server), operations, row.model), row);
}

/** Stands in a document for attribute values that a patch may replace as a whole and not reach into. */
const closed = "\u0000attributeValues";

/** The object as a document to patch: what it owns, its collections empty rather than absent. */
function documentOf(row: Stored, server: Server): DraftValues {
  const document = draftOf(row.values);
  for (const property of row.model.properties)
    if (property.owner && property.persisted && property.shape === "collection")
      document[property.name] ??= readInverse(row, property, server) ?? [];
  const opensAttributeValues = server.schemas.has("patchAttributeValueItems");
  if (row.model.property("attributeValues") !== undefined && !opensAttributeValues)
    document["attributeValues"] = closed;
  return document;
}

function opened(patched: Json, row: Stored): Json {
  if (!isObject(patched) || patched["attributeValues"] !== closed) return patched;
  return { ...patched, attributeValues: row.values["attributeValues"] ?? null };
}

function readPatched(model: Model, patched: Json, { server }: Exchange): DraftValues {
  try {
    return deserialise(server.schemas, model, unlocated(patched));
  } catch (error) {
    if (error instanceof MalformedJson) throw new Refusal(400, error.message);
    throw error;
  }
}
