import { type Answer, webMessage } from "../http/answer.ts";
import { conflict, notSupported } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { redirect } from "../merge/redirect.ts";
import { readBody } from "../resources/body.ts";
import { removeObjects } from "../resources/deletion.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { emptyValues, isList, isObject, type JsonObject, textOf } from "../store/values.ts";
import { ancestorsOf, childrenOf, storePlace } from "../wire/hierarchy.ts";

/** POST of `{ source, targets, primaryTarget, deleteSource }`: several units take the place of one. */
const split: Handler = (exchange) => {
  const body = bodyOf(exchange);
  const targets = textsOf(body, "targets").map((uid) => existing(uid, "E1515", "Target", exchange));
  const primaryUid = textOf(body, "primaryTarget");
  const source = find(textOf(body, "source"), exchange);
  if (source === undefined) throw conflict("Source org unit must be specified", "E1510");
  if (targets.length < 2) throw conflict("At least two target org units must be specified", "E1511");
  const isTarget = (uid: string | undefined): boolean => targets.some((target) => target.uid === uid);
  if (isTarget(source.uid)) throw conflict("Source org unit cannot be a target org unit", "E1512");
  const primary = primaryUid === undefined ? targets[0] : find(primaryUid, exchange);
  if (primary === undefined) throw conflict("Primary target must be specified", "E1513");
  if (!isTarget(primary.uid)) throw conflict("Primary target must be a target org unit", "E1514");
  for (const target of targets)
    if (isBelow(target, source, exchange))
      throw conflict(
        `Target org unit cannot be a descendant of the source org unit: \`${target.uid}\``,
        "E1516",
      );
  const others = targets.filter(({ uid }) => uid !== primary.uid);
  return replaced([source], [primary, ...others], body["deleteSource"] !== false, "split", exchange);
};

/** POST of `{ sources, target, deleteSources }`: one unit takes the place of several. */
const merge: Handler = (exchange) => {
  const body = bodyOf(exchange);
  const sources = textsOf(body, "sources").map((uid) => existing(uid, "E1503", "Source", exchange));
  const target = find(textOf(body, "target"), exchange);
  if (sources.length < 2) throw conflict("At least two source orgs unit must be specified", "E1500");
  if (target === undefined) throw conflict("Target org unit must be specified", "E1501");
  if (sources.some(({ uid }) => uid === target.uid))
    throw conflict("Target org unit cannot be a source org unit", "E1502");
  if (sources.some((source) => isBelow(target, source, exchange)))
    throw conflict("Target org unit cannot be a descendant of a source org unit", "E1504");
  return replaced(sources, [target], body["deleteSources"] !== false, "merged", exchange);
};

function bodyOf(exchange: Exchange): JsonObject {
  const { value } = readBody(exchange);
  return isObject(value) ? value : emptyValues();
}

function textsOf(body: JsonObject, name: string): string[] {
  const value = body[name];
  return isList(value) ? [...new Set(value.filter((item) => typeof item === "string"))] : [];
}

function find(uid: string | undefined, { server: { schemas, store } }: Exchange): Stored | undefined {
  return uid === undefined ? undefined : store.get(schemas.model("OrganisationUnit"), uid);
}

function existing(uid: string, errorCode: string, role: string, exchange: Exchange): Stored {
  const unit = find(uid, exchange);
  if (unit === undefined) throw conflict(`${role} org unit does not exist: \`${uid}\``, errorCode);
  return unit;
}

const isBelow = (unit: Stored, other: Stored, { server: { store } }: Exchange): boolean =>
  ancestorsOf(store, unit).some(({ uid }) => uid === other.uid);

/** What refers to the sources refers to the targets; what stood below them stands below the first target. */
function replaced(
  sources: readonly Stored[],
  targets: readonly Stored[],
  deletesSources: boolean,
  done: string,
  { server }: Exchange,
): Answer {
  const { store } = server;
  if (sources.some(({ uid }) => server.dataValues.hold(uid)))
    throw notSupported("split and merge of organisation units that have data");
  for (const source of sources) {
    const children = childrenOf(store, source);
    redirect(source, targets, store);
    for (const { model, uid } of children) {
      const moved = store.get(model, uid);
      if (moved !== undefined) storePlace(store, moved);
    }
  }
  if (deletesSources) {
    const gone = sources.flatMap(({ model, uid }) => store.get(model, uid) ?? []);
    removeObjects(gone, server);
  }
  const what = sources.length === 1 ? "Organisation unit" : "Organisation units";
  return webMessage(200, "OK", { message: `${what} ${done}` });
}

const authorities = {
  split: ["F_ORGANISATION_UNIT_SPLIT"],
  merge: ["F_ORGANISATION_UNIT_MERGE"],
} as const;

/** Units made of others. */
export const splitAndMergeRoutes: readonly Route[] = [
  { method: "POST", path: "organisationUnits/split", handler: split, authorities: authorities.split },
  { method: "POST", path: "organisationUnits/merge", handler: merge, authorities: authorities.merge },
];
