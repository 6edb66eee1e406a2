import { listParameters, viewParameters, writeParameters } from "../http/parameters.ts";
import type { Handler, Route } from "../http/routes.ts";
import { merge } from "../merge/merge.ts";
import { patchSharingOfType } from "../metadata/bulk-sharing.ts";
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
  {
    method: "GET",
    path: "/:resource",
    handler: list,
    parameters: listParameters,
    produces: ["application/json", "text/csv", "application/json+geojson"],
  },
  { method: "POST", path: "/:resource", handler: create, parameters: writeParameters },
  { method: "POST", path: "/:resource/merge", handler: merge },
  { method: "PATCH", path: "/:resource/sharing", handler: patchSharingOfType, parameters: writeParameters },
  { method: "GET", path: "/:resource/:uid", handler: get, parameters: viewParameters },
  { method: "PUT", path: "/:resource/:uid", handler: replace, parameters: writeParameters },
  { method: "PATCH", path: "/:resource/:uid", handler: patch, parameters: writeParameters },
  { method: "DELETE", path: "/:resource/:uid", handler: remove, parameters: writeParameters },
  {
    method: "GET",
    path: "/:resource/:uid/metadata",
    handler: exportDependencies,
    parameters: viewParameters,
  },
  {
    method: "GET",
    path: "/:resource/:uid/translations",
    handler: getTranslations,
    parameters: viewParameters,
  },
  {
    method: "PUT",
    path: "/:resource/:uid/translations",
    handler: putTranslations,
    parameters: writeParameters,
  },
  { method: "GET", path: "/:resource/:uid/sharing", handler: getSharing, parameters: viewParameters },
  { method: "PUT", path: "/:resource/:uid/sharing", handler: replaceSharing, parameters: writeParameters },
  { method: "POST", path: "/:resource/:uid/favorite", handler: favorite, parameters: writeParameters },
  { method: "DELETE", path: "/:resource/:uid/favorite", handler: favorite, parameters: writeParameters },
  { method: "POST", path: "/:resource/:uid/subscriber", handler: subscriber, parameters: writeParameters },
  { method: "DELETE", path: "/:resource/:uid/subscriber", handler: subscriber, parameters: writeParameters },
  { method: "GET", path: "/:resource/:uid/:property", handler: getProperty, parameters: viewParameters },
  { method: "POST", path: "/:resource/:uid/:property", handler: changeItems, parameters: writeParameters },
  { method: "PUT", path: "/:resource/:uid/:property", handler: replaceItems, parameters: writeParameters },
  { method: "DELETE", path: "/:resource/:uid/:property", handler: removeItems, parameters: writeParameters },
  { method: "POST", path: "/:resource/:uid/:property/:item", handler: addItem, parameters: writeParameters },
  {
    method: "DELETE",
    path: "/:resource/:uid/:property/:item",
    handler: removeItem,
    parameters: writeParameters,
  },
  { method: "GET", path: "/identifiableObjects/:uid", handler: getIdentifiable },
];
