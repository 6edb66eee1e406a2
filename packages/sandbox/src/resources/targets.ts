import { canRead, canReadType } from "../access/access.ts";
import { methodNotAllowed, notFound, objectNotFound, Refusal } from "../http/refusal.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { isUid } from "../store/uid.ts";

/** The type that a request's path names. */
export function modelOf(exchange: Exchange): Model {
  const name = exchange.parameters["resource"] ?? "";
  const model = exchange.server.schemas.resource(name);
  if (model === undefined) throw notFound(`Unknown resource ${name}`);
  return model;
}

/** The object that a request's path names; refuses a UID that is malformed, unknown, or not to be seen. */
export function objectOf(exchange: Exchange, model: Model): Stored {
  const uid = exchange.parameters["uid"] ?? "";
  checkUid(uid, exchange);
  checkReadable(model, exchange);
  const row = exchange.server.store.get(model, uid);
  if (row === undefined || !canRead(exchange.caller, row)) throw objectNotFound(model.simpleName, uid);
  return row;
}

/** Refuses those who may not see objects of the type at all. */
export function checkReadable(model: Model, { caller }: Exchange): void {
  if (canReadType(caller, model)) return;
  throw new Refusal(403, "You don't have the proper permissions to read objects of this type.", {
    errorCode: "E1006",
  });
}

function checkUid(uid: string, { request, server }: Exchange): void {
  if (isUid(uid)) return;
  const isRead = request.method === "GET" || request.method === "HEAD";
  const looksLikeUid = /^[a-zA-Z0-9]{11}$/.test(uid);
  const quirk = isRead && !looksLikeUid ? "malformedUidGetStatus" : "malformedUidWriteStatus";
  const status = Number(server.schemas.quirk(quirk));
  if (status === 404) return;
  if (status === 405) throw methodNotAllowed(request.method, server.schemas);
  throw new Refusal(
    status,
    `Value '${uid}' is not valid for path parameter uid. UID must be an alphanumeric string of 11 characters starting with a letter, but was: ${uid}`,
  );
}
