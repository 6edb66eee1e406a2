import { canWrite } from "../access/access.ts";
import { type Answer, webMessage } from "../http/answer.ts";
import { notSupported, objectNotFound } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { geometryTypes } from "../json/geometry-types.ts";
import { readBody } from "../resources/body.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { emptyValues, isList, isObject, type Json, type JsonObject, textOf } from "../store/values.ts";

/** What becomes of one feature. */
type Fate = "imported" | "updated" | "ignored" | "deleted";

/** Why a feature is ignored. */
interface Conflict {
  readonly errorCode: string;
  readonly message: string;
  readonly property: string;
}

interface Outcome {
  readonly fate: Fate;
  readonly conflict?: Conflict;
}

/** POST of a collection of features, each for the unit that it names. */
const importFeatures: Handler = (exchange) => {
  const { query } = exchange.request;
  if (query.has("attributeId")) throw notSupported("GeoJSON as values of an attribute");
  if (query.get("async") === "true") throw notSupported("an asynchronous import of GeoJSON");
  const { value } = readBody(exchange);
  const features = isObject(value) ? value["features"] : undefined;
  if (!isList(features)) throw notSupported("what is no FeatureCollection as an import of GeoJSON");
  return report(
    features.map((feature) => importFeature(isObject(feature) ? feature : emptyValues(), exchange)),
    exchange,
  );
};

/** POST of the geometry of one unit. */
const setGeometry: Handler = (exchange) => {
  const row = unitOf(exchange);
  const { value } = readBody(exchange);
  return report([storeGeometry(row, value, exchange)], exchange);
};

/** DELETE of the geometry of one unit. */
const removeGeometry: Handler = (exchange) => {
  const row = unitOf(exchange);
  if (row.values["geometry"] === undefined) throw notSupported("the removal of a geometry that is not there");
  const { geometry: _removed, ...values } = row.values;
  exchange.server.store.put(row.model, row.uid, values);
  return report([{ fate: "deleted" }], exchange);
};

const removeAll: Handler = ({ request }) => {
  throw notSupported(`${request.method} ${request.path}`);
};

function unitOf({ server, parameters }: Exchange): Stored {
  const model = server.schemas.model("OrganisationUnit");
  const uid = parameters["uid"] ?? "";
  const row = server.store.get(model, uid);
  if (row === undefined) throw objectNotFound(model.simpleName, uid);
  return row;
}

/** Which property of a unit a feature names it by. */
const identifiers: Readonly<Record<string, string>> = { id: "id", uid: "id", code: "code", name: "name" };

function importFeature(feature: JsonObject, exchange: Exchange): Outcome {
  const { query } = exchange.request;
  const { schemas, store } = exchange.server;
  const source = query.get("geoJsonId") === "false" ? (query.get("geoJsonProperty") ?? "id") : undefined;
  const properties = feature["properties"];
  const from = source === undefined ? feature : isObject(properties) ? properties : emptyValues();
  const name = textOf(from, source ?? "id");
  if (name === undefined)
    return ignored("E7705", `GeoJSON feature lacks identifier property: \`${source ?? "id"}\``, "feature");
  const { geometry } = feature;
  if (geometry === undefined || geometry === null)
    return ignored("E7706", "GeoJSON feature lacks geometry property", "feature");
  const by = identifiers[query.get("orgUnitProperty") ?? "id"];
  if (by === undefined) throw notSupported(`units by '${query.get("orgUnitProperty") ?? ""}'`);
  const model = schemas.model("OrganisationUnit");
  const row =
    by === "id"
      ? store.get(model, name)
      : [...store.all(model)].find(({ values }) => textOf(values, by) === name);
  return row === undefined
    ? ignored("E7708", "GeoJSON target organisation unit does not exist", "")
    : storeGeometry(row, geometry, exchange);
}

const ignored = (errorCode: string, message: string, property: string): Outcome => ({
  fate: "ignored",
  conflict: { errorCode, message, property },
});

function storeGeometry(row: Stored, geometry: Json, { request, server, caller }: Exchange): Outcome {
  if (!canWrite(caller, row))
    return ignored("E7710", "User is not allowed to update the target organisation unit", "");
  if (!isObject(geometry) || !geometryTypes.has(textOf(geometry, "type") ?? ""))
    return ignored("E7707", "GeoJSON geometry is not valid", "geometry");
  const fate = row.values["geometry"] === undefined ? "imported" : "updated";
  if (request.query.get("dryRun") !== "true")
    server.store.put(row.model, row.uid, { ...row.values, geometry, lastUpdated: server.now() });
  return { fate };
}

/** Outcomes as a report, which tells each conflict once with the places of its features. */
function report(outcomes: readonly Outcome[], { server }: Exchange): Answer {
  const count = (fate: Fate): number => outcomes.filter((outcome) => outcome.fate === fate).length;
  const importCount = {
    imported: count("imported"),
    updated: count("updated"),
    ignored: count("ignored"),
    deleted: count("deleted"),
  };
  const places = new Map<string, { readonly conflict: Conflict; readonly indexes: number[] }>();
  for (const [index, { conflict }] of outcomes.entries()) {
    if (conflict === undefined) continue;
    const known = places.get(conflict.message) ?? { conflict, indexes: [] };
    known.indexes.push(index);
    places.set(conflict.message, known);
  }
  const isPartial = importCount.ignored > 0;
  if (isPartial && importCount.ignored === outcomes.length)
    throw notSupported("an import of GeoJSON of which nothing can be imported");
  return webMessage(200, isPartial ? "WARNING" : "OK", {
    message: isPartial ? "Import partially successful." : "Import successful.",
    response: {
      importCount,
      totalConflictOccurrenceCount: importCount.ignored,
      conflicts: [...places.values()].map(({ conflict, indexes }) => ({
        objects: {},
        value: conflict.message,
        errorCode: conflict.errorCode,
        property: conflict.property,
        indexes,
      })),
      status: isPartial ? "WARNING" : "SUCCESS",
      ...(server.schemas.has("geoJsonReportTyped") ? { responseType: "GeoJsonImportReport" } : {}),
    },
  });
}

/** Geometries of organisation units as GeoJSON. */
export const geometryRoutes: readonly Route[] = [
  { method: "POST", path: "organisationUnits/geometry", handler: importFeatures },
  { method: "DELETE", path: "organisationUnits/geometry", handler: removeAll },
  { method: "POST", path: "organisationUnits/:uid/geometry", handler: setGeometry },
  { method: "DELETE", path: "organisationUnits/:uid/geometry", handler: removeGeometry },
];
