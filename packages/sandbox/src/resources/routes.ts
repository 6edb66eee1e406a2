import type { Handler, Route } from "../http/routes.ts";
import { merge } from "../merge/merge.ts";
import { exportDependencies } from "../metadata/dependencies.ts";
import { replaceSharing } from "../sharing/routes.ts";
import { addItem, changeItems, removeItem, removeItems, replaceItems } from "./collections.ts";
import { patch } from "./patch.ts";
import { get, getIdentifiable, getProperty, list } from "./read.ts";
import { getTranslations, putTranslations } from "./translations.ts";
import { create, favorite, remove, replace, subscriber } from "./write.ts";

const getSharing: Handler = (exchange) =>
  getProperty({ ...exchange, parameters: { ...exchange.parameters, property: "sharing" } });

/** What every metadata resource answers. */
export const resourceRoutes: readonly Route[] = [
  { method: "GET", path: "/:resource", handler: list, produces: ["application/json", "text/csv"] },
  { method: "POST", path: "/:resource", handler: create },
  { method: "POST", path: "/:resource/merge", handler: merge },
  { method: "GET", path: "/:resource/:uid", handler: get },
  { method: "PUT", path: "/:resource/:uid", handler: replace },
  { method: "PATCH", path: "/:resource/:uid", handler: patch },
  { method: "DELETE", path: "/:resource/:uid", handler: remove },
  { method: "GET", path: "/:resource/:uid/metadata", handler: exportDependencies },
  { method: "GET", path: "/:resource/:uid/translations", handler: getTranslations },
  { method: "PUT", path: "/:resource/:uid/translations", handler: putTranslations },
  { method: "GET", path: "/:resource/:uid/sharing", handler: getSharing },
  { method: "PUT", path: "/:resource/:uid/sharing", handler: replaceSharing },
  { method: "POST", path: "/:resource/:uid/favorite", handler: favorite },
  { method: "DELETE", path: "/:resource/:uid/favorite", handler: favorite },
  { method: "POST", path: "/:resource/:uid/subscriber", handler: subscriber },
  { method: "DELETE", path: "/:resource/:uid/subscriber", handler: subscriber },
  { method: "GET", path: "/:resource/:uid/:property", handler: getProperty },
  { method: "POST", path: "/:resource/:uid/:property", handler: changeItems },
  { method: "PUT", path: "/:resource/:uid/:property", handler: replaceItems },
  { method: "DELETE", path: "/:resource/:uid/:property", handler: removeItems },
  { method: "POST", path: "/:resource/:uid/:property/:item", handler: addItem },
  { method: "DELETE", path: "/:resource/:uid/:property/:item", handler: removeItem },
  { method: "GET", path: "/identifiableObjects/:uid", handler: getIdentifiable },
];
