import { hasAny } from "../access/access.ts";
import { type Answer, json, noCache } from "../http/answer.ts";
import { notSupported } from "../http/refusal.ts";
import type { Model } from "../schema/model.ts";
import type { Json, JsonObject } from "../store/values.ts";
import type { View } from "../wire/view.ts";
import { type GistField, parseGistFields } from "./field.ts";
import { parseGistFilters } from "./filter.ts";
import { fetchQuery } from "./hql.ts";
import { type GistOrder, parseGistOrder } from "./order.ts";
import { type PlannedField, planFields } from "./plan.ts";
import type { GistQuery } from "./query.ts";

/** `describe=true`: the query as it was asked and as it is planned, and what the database layer is asked. */
export function describeGist(model: Model, query: GistQuery, view: View): Answer {
  if (parseGistFilters(query.filter).length > 0 || query.total)
    throw notSupported("`describe` of a gist with filters or a total");
  const orders = parseGistOrder(query.order);
  const asked = query.fields === "" ? [] : parseGistFields(query.fields);
  const planned = planFields({ model, schemas: view.schemas, caller: view.caller, query });
  const fields = planned.map(plannedJson);
  const mayRead = hasAny(view.caller, ["F_METADATA_EXPORT"]);
  return json(
    {
      unplanned: queryJson(query, asked.map(askedJson), orders),
      planned: { summary: planned.map(({ name }) => name), ...queryJson(query, fields, orders) },
      ...(mayRead ? { hql: fetchQuery(model, planned, orders, query, view.schemas) } : {}),
      status: "ok",
    },
    200,
    noCache,
  );
}

function queryJson(query: GistQuery, fields: readonly Json[], orders: readonly GistOrder[]): JsonObject {
  const { pageSize = 0, page, total, inverse, translate, absoluteUrls, headless, anyFilter } = query;
  return {
    pageOffset: (page - 1) * pageSize,
    pageSize,
    total,
    inverse,
    translate,
    absoluteUrls,
    headless,
    anyFilter,
    references: query.references,
    fields,
    filters: [],
    orders: orders.map(({ path, isDescending }) => ({
      propertyPath: path,
      direction: isDescending ? "DESC" : "ASC",
    })),
    auto: query.size,
  };
}

const askedJson = ({ path, transform, argument, name }: GistField): Json =>
  fieldJson(path, transform, argument, name);

function plannedJson(field: PlannedField): Json {
  switch (field.kind) {
    case "attribute":
      return { ...fieldJson(field.uid, "NONE", undefined, field.name), attribute: true };
    case "links":
      return fieldJson("__refs__", "NONE", undefined, field.name);
    case "property": {
      const { path, transform, argument, name } = field;
      const isTranslated = /(^|\.)display(Short)?Name$/.test(name);
      return { ...fieldJson(path.text, transform, argument, name), translate: isTranslated };
    }
  }
}

function fieldJson(path: string, transform: string, argument: string | undefined, name: string): JsonObject {
  return {
    propertyPath: path,
    transformation: transform,
    alias: name === path ? "" : name,
    ...(argument === undefined ? {} : { transformationArgument: argument }),
    translate: false,
    attribute: false,
    name,
  };
}
