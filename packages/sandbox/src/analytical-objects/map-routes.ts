import { canRead } from "../access/access.ts";
import { json, noCache } from "../http/answer.ts";
import { listParameters, viewParameters } from "../http/parameters.ts";
import { notSupported, objectNotFound } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { listRows } from "../resources/read.ts";
import { planOf, viewOf } from "../resources/view.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { isUid } from "../store/uid.ts";
import { idOf, isList, isObject } from "../store/values.ts";
import { writeOut } from "../wire/write-out.ts";

/** Layers are written with their map alone; as objects of their own they can be read. */
const list: Handler = (exchange) => listRows(layerModel(exchange), layersOf(exchange), exchange);

const get: Handler = (exchange) => {
  const model = layerModel(exchange);
  const uid = exchange.parameters["uid"] ?? "";
  if (!isUid(uid)) throw notSupported(`${exchange.request.method} ${exchange.request.path}`);
  const layer = layersOf(exchange).find((row) => row.uid === uid);
  if (layer === undefined) throw objectNotFound(model.simpleName, uid);
  return json(writeOut(layer, planOf(exchange, model, "*").plan, viewOf(exchange)), 200, noCache);
};

const plural = "mapViews";

/** Not every release has a schema of layers that says how a list of them is called. */
const layerModel = ({ server }: Exchange): Model => ({
  ...server.schemas.model("MapView"),
  plural,
  path: plural,
});

function layersOf(exchange: Exchange): Stored[] {
  const { server, caller } = exchange;
  const model = layerModel(exchange);
  const maps = [...server.store.all(server.schemas.model("Map"))].filter((map) => canRead(caller, map));
  return maps
    .flatMap(({ values }) => (isList(values[plural]) ? values[plural] : []))
    .filter(isObject)
    .map((values, serial) => ({ model, uid: idOf(values) ?? "", values, serial }));
}

/** `/api/mapViews` */
export const mapRoutes: readonly Route[] = [
  { method: "GET", path: plural, handler: list, parameters: listParameters },
  { method: "GET", path: `${plural}/:uid`, handler: get, parameters: viewParameters },
];
