import { canRead, canWrite } from "../access/access.ts";
import { listGist, objectGist } from "../gist/routes.ts";
import { type Answer, empty, webMessage } from "../http/answer.ts";
import { gistParameters, listParameters, viewParameters } from "../http/parameters.ts";
import { conflict, notSupported, objectNotFound, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { get, list } from "../resources/read.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { idsOf, isList, type Json } from "../store/values.ts";
import { emptySharing } from "../wire/computed.ts";
import { subjects } from "./computed.ts";

const path = "interpretations";

/** Interpretations are read as metadata is. */
const asResource =
  (handler: Handler): Handler =>
  (exchange) =>
    handler({ ...exchange, parameters: { ...exchange.parameters, resource: path } });

/** POST of a text about an object. */
const createAbout =
  (subject: string): Handler =>
  (exchange) => {
    const { server, caller, request, parameters } = exchange;
    const { schemas, store } = server;
    const model = schemas.model("Interpretation");
    const property = model.property(subject);
    const target = property === undefined ? undefined : schemas.targetOf(property);
    const row = target === undefined ? undefined : store.get(target, parameters["uid"] ?? "");
    if (row === undefined || !canRead(caller, row)) throw notSupported(`${request.method} ${request.path}`);
    const uid = server.makeUid();
    const now = server.now();
    store.put(model, uid, {
      text: request.text,
      [subject]: { id: row.uid },
      created: now,
      lastUpdated: now,
      createdBy: { id: caller.user.uid },
      likes: 0,
      likedBy: [],
      comments: [],
      sharing: row.values["sharing"] ?? emptySharing(schemas.find("Sharing")),
    });
    return created("Interpretation created", `${path}/${uid}`, exchange);
  };

/** POST of a comment. */
const comment: Handler = (exchange) => {
  const { server, caller, request } = exchange;
  const row = interpretationOf(exchange);
  const id = server.makeUid();
  const now = server.now();
  const made: Json = {
    id,
    text: request.text,
    created: now,
    lastUpdated: now,
    createdBy: { id: caller.user.uid },
  };
  const { comments } = row.values;
  server.store.put(row.model, row.uid, {
    ...row.values,
    comments: [...(isList(comments) ? comments : []), made],
  });
  return created("Commented created", `${path}/${row.uid}/comments/${id}`, exchange);
};

const like: Handler = (exchange) => {
  const row = interpretationOf(exchange);
  const { uid } = exchange.caller.user;
  const likers = idsOf(row.values["likedBy"]);
  if (likers.includes(uid)) throw conflict("Could not add like, user had already liked interpretation");
  return liked(row, [...likers, uid], "Like added to interpretation", exchange);
};

const unlike: Handler = (exchange) => {
  const row = interpretationOf(exchange);
  const { uid } = exchange.caller.user;
  const likers = idsOf(row.values["likedBy"]);
  if (!likers.includes(uid))
    throw conflict("Could not remove like, user had not previously liked interpretation");
  const others = likers.filter((one) => one !== uid);
  return liked(row, others, "Like removed from interpretation", exchange);
};

function liked(row: Stored, likers: readonly string[], message: string, { server }: Exchange): Answer {
  server.store.put(row.model, row.uid, {
    ...row.values,
    likedBy: likers.map((id) => ({ id })),
    likes: likers.length,
  });
  return webMessage(201, "OK", { message });
}

const remove: Handler = (exchange) => {
  const row = interpretationOf(exchange);
  if (!canWrite(exchange.caller, row))
    throw new Refusal(403, "You don't have the proper permissions to delete this object.");
  exchange.server.store.remove(row);
  return empty(204);
};

function interpretationOf({ server, caller, parameters }: Exchange): Stored {
  const model = server.schemas.model("Interpretation");
  const uid = parameters["uid"] ?? "";
  const row = server.store.get(model, uid);
  if (row === undefined || !canRead(caller, row)) throw objectNotFound(model.simpleName, uid);
  return row;
}

function created(message: string, at: string, { request }: Exchange): Answer {
  return webMessage(201, "OK", { message }, { Location: `${request.baseUrl}/api/${at}` });
}

/** `/api/interpretations` */
export const interpretationRoutes: readonly Route[] = [
  { method: "GET", path, handler: asResource(list), parameters: listParameters },
  { method: "GET", path: `${path}/gist`, handler: asResource(listGist), parameters: gistParameters },
  { method: "GET", path: `${path}/:uid`, handler: asResource(get), parameters: viewParameters },
  { method: "GET", path: `${path}/:uid/gist`, handler: asResource(objectGist), parameters: gistParameters },
  { method: "DELETE", path: `${path}/:uid`, handler: remove },
  ...Object.keys(subjects).map((subject) => ({
    method: "POST",
    path: `${path}/${subject}/:uid`,
    handler: createAbout(subject),
  })),
  { method: "POST", path: `${path}/:uid/comments`, handler: comment },
  { method: "POST", path: `${path}/:uid/like`, handler: like },
  { method: "DELETE", path: `${path}/:uid/like`, handler: unlike },
];
