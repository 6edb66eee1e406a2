import { canRead } from "../access/access.ts";
import { parseFields } from "../fields/selection.ts";
import { type Answer, empty, json, noCache, text } from "../http/answer.ts";
import { notFound } from "../http/refusal.ts";
import type { Handler } from "../http/routes.ts";
import { geoJsonOf } from "../organisation-units/geojson.ts";
import {
  includedUnits,
  isUnitAskedFor,
  type RelatedUnits,
  relatedUnits,
} from "../organisation-units/list.ts";
import { filterOf, searchOf } from "../query/filter.ts";
import { orderOf } from "../query/order.ts";
import { orderedRows } from "../query/ordered-rows.ts";
import { pagerOf, pagingOf } from "../query/paging.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import type { JsonObject } from "../store/values.ts";
import { refuseUserParameters } from "../users/list.ts";
import type { View } from "../wire/view.ts";
import { writeOut } from "../wire/write-out.ts";
import { csvOf } from "./csv.ts";
import { checkReadable, modelOf, objectOf } from "./targets.ts";
import { planOf, viewOf } from "./view.ts";

/** GET of a collection. */
export const list: Handler = (exchange) => {
  const model = modelOf(exchange);
  checkReadable(model, exchange);
  refuseUserParameters(model, exchange);
  if (exchange.request.suffix === "geojson") return geoJsonOf(model, exchange);
  const view = viewOf(exchange);
  return listed(model, select(model, view, exchange), view, exchange);
};

/** Objects of a type as a list, a page of them. */
function listed(model: Model, found: readonly Stored[], view: View, exchange: Exchange): Answer {
  const { request } = exchange;
  const paging = pagingOf(request.query, view.schemas);
  const start = paging === undefined ? 0 : (paging.page - 1) * paging.pageSize;
  const rows = paging === undefined ? found : found.slice(start, start + paging.pageSize);
  const { plan, broken } = planOf(exchange, model, defaultListFields(model));
  const items = rows.map((row) => writeOut(row, plan, view));
  if (wantsCsv(exchange)) return text(csvOf(items, plan), "text/csv;charset=UTF-8");
  if (broken) return brokenFields();
  const address = `${request.baseUrl}/api/${model.path ?? ""}`;
  const body: JsonObject = {
    ...(paging === undefined ? {} : { pager: pagerOf(paging, found.length, address, request.query) }),
    [model.plural]: items,
  };
  return json(body, 200, noCache);
}

/** Units around one, as a list. */
function listedUnits({ units, inTreeOrder }: RelatedUnits, model: Model, exchange: Exchange): Answer {
  return inTreeOrder
    ? listed(
        model,
        units.filter(filterOf(model, viewOf(exchange), exchange.request.query)),
        viewOf(exchange),
        exchange,
      )
    : listRows(model, units, exchange);
}

/** Some objects of a type as a list, by the filters and in the order of the request. */
export function listRows(model: Model, rows: readonly Stored[], exchange: Exchange): Answer {
  const view = viewOf(exchange);
  const { query } = exchange.request;
  const passing = rows.filter(filterOf(model, view, query)).sort(orderOf(model, view, query));
  return listed(model, passing, view, exchange);
}

/** Without `fields` a list shows the UID and the name of each object, where it has one. */
function defaultListFields(model: Model): string {
  return model.property("displayName") === undefined ? "id" : "id,displayName";
}

/** The objects that a list request is about, in order. */
function select(model: Model, view: View, exchange: Exchange): Stored[] {
  const { query } = exchange.request;
  const searches = searchOf(model, query);
  const ignoresFilters = (query.get("query") ?? "") !== "" && view.schemas.has("queryIgnoresFilters");
  const passes = ignoresFilters ? () => true : filterOf(model, view, query);
  const isAskedFor = isUnitAskedFor(model, exchange);
  const ordered = orderedRows(model, view, query);
  const rows: Stored[] = [];
  for (const row of ordered ?? view.store.all(model))
    if (canRead(view.caller, row) && searches(row) && passes(row) && isAskedFor(row)) rows.push(row);
  return ordered === undefined ? rows.sort(orderOf(model, view, query)) : rows;
}

const wantsCsv = ({ request }: Exchange): boolean =>
  request.suffix === "csv" || (request.headers.get("accept") ?? "").startsWith("text/csv");

/** The server gives up on such `fields` after it has said 200. */
function brokenFields(): Answer {
  return empty(200, { "Content-Type": "application/json;charset=UTF-8", ...noCache });
}

/** GET of one object. */
export const get: Handler = (exchange) => {
  const model = modelOf(exchange);
  const row = objectOf(exchange, model);
  const included = includedUnits(row, exchange);
  if (included !== undefined) return listedUnits(included, model, exchange);
  const { plan, broken } = planOf(exchange, model, "*");
  if (broken) return brokenFields();
  return json(writeOut(row, plan, viewOf(exchange)), 200, noCache);
};

/** GET of one property of an object; what it refers to comes as on its own page. */
export const getProperty: Handler = (exchange) => {
  const model = modelOf(exchange);
  const row = objectOf(exchange, model);
  const name = exchange.parameters["property"] ?? "";
  const related = relatedUnits(row, name, exchange.server.store);
  if (related !== undefined) return listedUnits(related, model, exchange);
  const property = model.property(name);
  if (property === undefined) return json({}, 200, noCache);
  const { query } = exchange.request;
  const inner = query.getAll("fields").join(",");
  const isObject = property.kind === "reference" || property.kind === "whole";
  const fields = isObject ? `${name}[${inner === "" ? "*" : inner}]` : name;
  const view = viewOf(exchange);
  const { plan } = exchange.server.planner.plan(model, fields, parseFields);
  return json(writeOut(row, plan, view), 200, noCache);
};

/** An object by its UID, whatever its type. */
export const getIdentifiable: Handler = (exchange) => {
  const { server, parameters } = exchange;
  const uid = parameters["uid"] ?? "";
  for (const model of server.schemas.models) {
    if (model.path === undefined || !model.identifiable) continue;
    const row = server.store.get(model, uid);
    if (row === undefined) continue;
    const { plan } = planOf(exchange, model, "*");
    return json(writeOut(row, plan, viewOf(exchange)), 200, noCache);
  }
  throw notFound(`No identifiable object with id \`${uid}\` exists`);
};
