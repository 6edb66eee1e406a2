import { canRead, hasAny } from "../access/access.ts";
import { parseFields } from "../fields/selection.ts";
import { json } from "../http/answer.ts";
import { conflict, Refusal } from "../http/refusal.ts";
import type { Handler } from "../http/routes.ts";
import { filterOf } from "../query/filter.ts";
import { orderOf } from "../query/order.ts";
import { checkParameters } from "../resources/strict.ts";
import { viewOf } from "../resources/view.ts";
import type { Model } from "../schema/model.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import type { Json, JsonObject } from "../store/values.ts";
import { writeOut } from "../wire/write-out.ts";

/** `GET /api/metadata`: the objects of all types, or of those that the query names. */
export const exportMetadata: Handler = (exchange) => {
  const { server, caller, request } = exchange;
  const named = namedModels(exchange);
  if (server.strict)
    checkParameters(withoutOptions(request.query), [...exportParameters, ...plurals(exchange)]);
  if (named.length === 0 && !hasAny(caller, ["F_METADATA_EXPORT"]))
    throw conflict(
      "Unfiltered access to metadata export requires super user or 'F_METADATA_EXPORT' authority.",
    );
  const models = named.length > 0 ? named : server.schemas.models.filter(isExported);
  const body: Record<string, Json> = { system: systemOf(exchange) };
  for (const model of models) {
    const rows = selected(model, exchange);
    if (rows.length > 0) body[model.plural] = writeRows(model, rows, exchange);
  }
  const download = request.query.get("download") === "true";
  return json(body, 200, download ? { "Content-Disposition": "attachment; filename=metadata.json" } : {});
};

const exportParameters = [
  "fields",
  "filter",
  "order",
  "defaults",
  "translate",
  "locale",
  "skipSharing",
  "download",
  "rootJunction",
  "assumeTrue",
];

const plurals = ({ server }: Exchange): string[] => server.schemas.models.map(({ plural }) => plural);

/** `dataElements:fields` asks about `dataElements`. */
function withoutOptions(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...query].map(([key, value]) => [key.replace(/:(fields|filter|order)$/, ""), value]),
  );
}

/** Types that an export of everything holds. */
function isExported(model: Model): boolean {
  return model.metadata && model.path !== undefined;
}

/** Which server an export comes from. */
export function systemOf({ server }: Exchange): JsonObject {
  const { release, revision } = server.schemas.data;
  return { id: null, rev: revision, version: release, date: `${server.now()}+0000` };
}

/** Types that a parameter names: `dataElements=true`, `dataElements:fields=id`. */
function namedModels({ request, server }: Exchange): Model[] {
  const names = new Set<string>();
  for (const [key, value] of request.query) {
    const [name = "", option] = key.split(":");
    if (option !== undefined || value === "true") names.add(name);
  }
  return [...names].map((name) => server.schemas.byPlural(name)).filter((model) => model !== undefined);
}

/** A parameter for one type, else the one for all. */
function parametersFor(model: Model, name: string, query: URLSearchParams): string[] {
  const own = query.getAll(`${model.plural}:${name}`);
  return own.length > 0 ? own : query.getAll(name);
}

function selected(model: Model, exchange: Exchange): Stored[] {
  const { request, caller, server } = exchange;
  const view = viewOf(exchange);
  const query = new URLSearchParams();
  for (const name of ["filter", "order"])
    for (const value of parametersFor(model, name, request.query)) query.append(name, value);
  const passes = exportFilter(model, query, exchange);
  const rows = [...server.store.all(model)].filter(
    (row) => canRead(caller, row) && passes(row) && !(view.hidesDefaults && row.values["name"] === "default"),
  );
  return rows.sort(orderOf(model, view, query));
}

/** A wrong filter is a conflict here, and without a code. */
function exportFilter(model: Model, query: URLSearchParams, exchange: Exchange): (row: Stored) => boolean {
  try {
    return filterOf(model, viewOf(exchange), query);
  } catch (error) {
    if (error instanceof Refusal && error.status === 400) throw conflict(error.message);
    throw error;
  }
}

/** Objects as an export has them: by default what they own, without sharing where that is to be left out. */
function writeRows(model: Model, rows: readonly Stored[], exchange: Exchange): Json {
  const { request, server } = exchange;
  const asked = parametersFor(model, "fields", request.query);
  const fields = asked.length === 0 ? ":owner" : asked.join(",");
  const text = request.query.get("skipSharing") === "true" ? `${fields},${withoutSharing}` : fields;
  const { plan } = server.planner.plan(model, text, parseFields);
  const view = { ...viewOf(exchange), hidesLinks: true };
  return rows.map((row) => writeOut(row, plan, view));
}

/** What `skipSharing` leaves out of an export. */
export const withoutSharing = "!sharing,!publicAccess,!userGroupAccesses,!userAccesses,!externalAccess";
