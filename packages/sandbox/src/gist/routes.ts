import { canRead } from "../access/access.ts";
import { type Answer, json, noCache, text } from "../http/answer.ts";
import { gistParameters } from "../http/parameters.ts";
import { objectNotFound, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import { modelOf } from "../resources/targets.ts";
import { viewOf } from "../resources/view.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import type { Json } from "../store/values.ts";
import type { View } from "../wire/view.ts";
import { gistCsv } from "./csv.ts";
import { describeGist } from "./describe.ts";
import { gistEntry } from "./entry.ts";
import { Links } from "./links.ts";
import { gistPager } from "./pager.ts";
import { planFields } from "./plan.ts";
import { type GistQuery, readGistQuery } from "./query.ts";
import { type GistOwner, type GistSelection, selectGist } from "./select.ts";
import { withAncestors } from "./tree.ts";
import { type GistValue, gistValues } from "./value.ts";

/** `/{resource}/gist` */
export const listGist: Handler = (exchange) =>
  listed(modelOf(exchange), readGistQuery(exchange, "S"), undefined, exchange);

/** `/{resource}/{uid}/gist` */
export const objectGist: Handler = (exchange) =>
  single(modelOf(exchange), readGistQuery(exchange, "L"), exchange);

/** `/{resource}/{uid}/{property}/gist`: of the objects of a collection, or of one value. */
const propertyGist: Handler = (exchange) => {
  const model = modelOf(exchange);
  const name = exchange.parameters["property"] ?? "";
  const property = model.property(name);
  if (property === undefined) throw new Refusal(400, `No such property: ${name}`, { errorCode: "E1003" });
  const target = exchange.server.schemas.targetOf(property);
  if (property.shape !== "collection" || target?.identifiable !== true) {
    const query = readGistQuery(exchange, "L");
    const fields = query.fields === "" ? name : `${query.fields},${name}`;
    return single(model, { ...query, fields }, exchange);
  }
  if (!property.persisted)
    throw new Refusal(400, `Property \`${property.reportName}\` is not a persisted collection member.`);
  const row = exchange.server.store.get(model, exchange.parameters["uid"] ?? "");
  if (row !== undefined && !canRead(exchange.caller, row))
    throw new Refusal(403, `User not allowed to view ${model.simpleName} ${row.uid}`);
  return listed(target, readGistQuery(exchange, "M"), { row, property }, exchange);
};

function listed(model: Model, query: GistQuery, owner: GistOwner | undefined, exchange: Exchange): Answer {
  const view = gistView(query, exchange);
  if (describes(query, exchange)) return describeGist(model, query, view);
  const selection = selectGist(model, query, owner, view, exchange.server.clock());
  const values = written(selection, query, view);
  if (wantsCsv(exchange)) return csv(values, selection, query, exchange);
  const entries = values.map((value) => gistEntry(value, view.schemas));
  const list = query.tree ? withAncestors(entries, selection, query, view) : entries;
  if (query.headless) return json(list, 200, noCache);
  const pager =
    query.pageSize === undefined ? {} : { pager: pagerOf(model, selection, query, query.pageSize, exchange) };
  return json({ ...pager, [query.listName ?? model.plural]: list }, 200, noCache);
}

function pagerOf(
  model: Model,
  { rows, total }: GistSelection,
  query: GistQuery,
  pageSize: number,
  { request, server }: Exchange,
): Json {
  const address = new Links(request.baseUrl, query, server.schemas).toType(model);
  const page = { pageSize, entries: rows.length, total: query.total ? total : undefined, address };
  return gistPager(query, page, request, server.schemas);
}

function single(model: Model, query: GistQuery, exchange: Exchange): Answer {
  const view = gistView(query, exchange);
  if (describes(query, exchange)) return describeGist(model, query, view);
  const uid = exchange.parameters["uid"] ?? "";
  const fields = planFields({ model, schemas: view.schemas, caller: view.caller, query });
  const row = exchange.server.store.get(model, uid);
  if (row === undefined || !canRead(exchange.caller, row)) throw objectNotFound(model.simpleName, uid);
  const selection: GistSelection = { fields, rows: [row], total: 1 };
  const [values = []] = written(selection, query, view);
  if (wantsCsv(exchange)) return csv([values], selection, query, exchange);
  return json(gistEntry(values, view.schemas), 200, noCache);
}

function written({ fields, rows }: GistSelection, query: GistQuery, view: View): GistValue[][] {
  const links = new Links(view.baseUrl, query, view.schemas);
  return rows.map((row: Stored) => gistValues(row, fields, view, links));
}

function gistView({ translate }: GistQuery, exchange: Exchange): View {
  const view = viewOf(exchange);
  return translate ? view : { ...view, locale: undefined };
}

const describes = ({ describe }: GistQuery, { server }: Exchange): boolean =>
  describe && server.schemas.has("gistDescribes");

const wantsCsv = ({ request }: Exchange): boolean =>
  request.suffix === "csv" || (request.headers.get("accept") ?? "").startsWith("text/csv");

function csv(
  values: readonly (readonly GistValue[])[],
  { fields }: GistSelection,
  { headless }: GistQuery,
  { server }: Exchange,
): Answer {
  const hasLinks = server.schemas.has("gistCsvHasLinks");
  return text(
    gistCsv(fields, values, { isHeadless: headless, hasLinks }),
    "text/csv;charset=UTF-8",
    200,
    noCache,
  );
}

const produces = ["application/json", "text/csv"];

/** The gist of every resource: flat summaries of its objects, which say how many there are of what they refer to. */
export const gistRoutes: readonly Route[] = [
  { method: "GET", path: "/:resource/gist", handler: listGist, parameters: gistParameters, produces },
  { method: "GET", path: "/:resource/:uid/gist", handler: objectGist, parameters: gistParameters, produces },
  {
    method: "GET",
    path: "/:resource/:uid/:property/gist",
    handler: propertyGist,
    parameters: gistParameters,
    produces,
  },
];
