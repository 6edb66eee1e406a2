import type { Model } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Stored } from "../store/store.ts";
import {
  emptyValues,
  idOf,
  idsOf,
  isList,
  isObject,
  type Json,
  type JsonObject,
  textOf,
} from "../store/values.ts";
import type { Computed } from "../wire/computed.ts";
import { ancestorsOf } from "../wire/hierarchy.ts";
import type { View } from "../wire/view.ts";
import { axes, dataItemKinds, isAnalytical, userUnits } from "./dimensions.ts";
import { itemsOfDimension } from "./layout.ts";

const axis =
  (name: keyof typeof axes): Computed =>
  (row, view) =>
    dimensionsOf(row, name).map((dimension) => ({
      id: dimension,
      dimension,
      items: itemsOf(row, dimension, view),
    }));

/** A layer of a map has its units in the rows. */
function dimensionsOf({ model, values }: Stored, name: keyof typeof axes): string[] {
  if (name === "rows" && model.property(axes.rows) === undefined) return ["ou"];
  const dimensions = values[axes[name]];
  return isList(dimensions) ? dimensions.filter((one) => typeof one === "string") : [];
}

function itemsOf({ values }: Stored, dimension: string, view: View): Json[] {
  if (dimension === "pe") {
    const periods = values["rawPeriods"];
    return isList(periods)
      ? periods.map((id) => ({ id, dimensionItem: id, dimensionItemType: "PERIOD" }))
      : [];
  }
  if (dimension === "dx") {
    const items = values["dataDimensionItems"];
    return isList(items) ? items.filter(isObject).flatMap((item) => dataItem(item, view)) : [];
  }
  if (dimension !== "ou") return (itemsOfDimension(dimension, values) ?? []).map((id) => ({ id }));
  const flags = Object.entries(userUnits).filter(([, flag]) => values[flag] === true);
  const levels = values["organisationUnitLevels"];
  return [
    ...idsOf(values["organisationUnits"]).flatMap((uid) => shown("OrganisationUnit", uid, view)),
    ...flags.map(([id]) => ({ id })),
    ...(isList(levels) ? levels.map((level) => ({ id: `LEVEL-${String(level)}` })) : []),
    ...idsOf(values["itemOrganisationUnitGroups"]).map((uid) => ({ id: `OU_GROUP-${uid}` })),
  ];
}

function dataItem(item: JsonObject, view: View): Json[] {
  const type = textOf(item, "dataDimensionItemType");
  const kind = dataItemKinds.find((one) => one.type === type);
  const uid = kind === undefined ? undefined : idOf(item[kind.property]);
  return kind === undefined || uid === undefined ? [] : shown(kind.model, uid, view);
}

/** An object as an item of a dimension. */
function shown(model: string, uid: string, { schemas, store }: View): Json[] {
  const row = store.get(schemas.model(model), uid);
  if (row === undefined) return [];
  const item: { [key: string]: Json } = { id: uid, dimensionItem: uid };
  for (const name of ["name", "shortName", "code"]) {
    const text = textOf(row.values, name);
    if (text !== undefined) item[name] = text;
  }
  return [{ ...item, displayName: item["name"] ?? null }];
}

/** `last12Months` of `LAST_12_MONTHS`. */
const relativePeriods: Computed = ({ values }, view, property) => {
  const raw = values["rawPeriods"];
  const periods = new Set(isList(raw) ? raw.map((period) => String(period).replaceAll("_", "")) : []);
  const names = view.schemas.targetOf(property)?.properties.map(({ name }) => name) ?? [];
  return Object.fromEntries(names.map((name) => [name, periods.has(name.toUpperCase())]));
};

/** The units above each unit, from the user's own down. */
const parentGraphMap: Computed = ({ values }, view) => {
  const own = new Set(idsOf(view.caller.user.values["organisationUnits"]));
  const model = view.schemas.model("OrganisationUnit");
  const result = emptyValues();
  for (const uid of idsOf(values["organisationUnits"])) {
    const unit = view.store.get(model, uid);
    const above = unit === undefined ? [] : ancestorsOf(view.store, unit).map((one) => one.uid);
    const from = above.findLastIndex((one) => own.has(one));
    result[uid] = above.slice(Math.max(from, 0)).join("/");
  }
  return result;
};

const metaData: Computed = ({ values }, view) => {
  const model = view.schemas.model("OrganisationUnit");
  const result = emptyValues();
  for (const uid of idsOf(values["organisationUnits"])) {
    const unit = view.store.get(model, uid)?.values ?? {};
    const [code, name] = [textOf(unit, "code"), textOf(unit, "name")];
    result[uid] = { uid, ...(code === undefined ? {} : { code }), ...(name === undefined ? {} : { name }) };
  }
  return result;
};

const computed: Readonly<Record<string, Computed>> = {
  columns: axis("columns"),
  rows: axis("rows"),
  filters: axis("filters"),
  relativePeriods,
  parentGraphMap,
  metaData,
};

const layerName: Computed = ({ uid, values }) => textOf(values, "name") ?? uid;
const namesOfLayers = new Set(["name", "displayName", "displayFormName"]);

/** What analytical objects compute from what they keep of their layout. */
export function analyticalComputed(model: Model, property: string, schemas: Schemas): Computed | undefined {
  if (model.name === "MapView" && namesOfLayers.has(property))
    return schemas.has("mapViewNamedByUid") ? layerName : undefined;
  return Object.hasOwn(computed, property) && isAnalytical(model) ? computed[property] : undefined;
}
