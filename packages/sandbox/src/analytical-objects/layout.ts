import { notSupported } from "../http/refusal.ts";
import type { Model } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Store } from "../store/store.ts";
import { type DraftValues, idOf, idsOf, isList, isObject, type Json, textOf } from "../store/values.ts";
import { axes, dataItemKinds, dimensionKinds, isAnalytical, userUnits } from "./dimensions.ts";

/** Where the objects are that a layout names. */
interface Objects {
  readonly schemas: Schemas;
  readonly store: Store;
}

/**
 * What POST and PUT of one analytical object make of its `columns`, `rows` and `filters`: everything that depends
 * on the layout comes from these three, and whatever else the body says of it is lost.
 */
export function laidOut(model: Model, values: DraftValues, objects: Objects): DraftValues {
  for (const property of model.properties) {
    const target = objects.schemas.targetOf(property);
    const items = values[property.name];
    if (property.kind === "whole" && target !== undefined && isAnalytical(target) && isList(items))
      values[property.name] = items.map((item) =>
        isObject(item) ? laidOut(target, { ...item }, objects) : item,
      );
  }
  if (isAnalytical(model)) layOut(model, values, objects);
  return values;
}

/** Properties that a layout fills in. */
const filled = [
  "dataDimensionItems",
  "organisationUnits",
  "periods",
  "rawPeriods",
  "organisationUnitLevels",
  "itemOrganisationUnitGroups",
  ...dimensionKinds.map(({ property }) => property),
];

function layOut(model: Model, values: DraftValues, objects: Objects): void {
  const given = Object.keys(axes).map((axis) => values[axis]);
  for (const name of [...filled, ...Object.values(userUnits)]) delete values[name];
  for (const [axis, dimensions] of Object.entries(axes)) {
    const value = values[axis];
    delete values[axis];
    const names = isList(value) ? value.flatMap(dimensionOf) : [];
    if (model.property(dimensions) !== undefined || model.path === undefined) values[dimensions] = names;
  }
  for (const axis of given)
    for (const dimension of isList(axis) ? axis : []) place(dimension, values, objects);
}

function dimensionOf(value: Json): string[] {
  const name = isObject(value) ? (textOf(value, "dimension") ?? textOf(value, "id")) : undefined;
  return name === undefined ? [] : [name];
}

/** Keeps the items of one dimension where the object has them. */
function place(dimension: Json, values: DraftValues, objects: Objects): void {
  const [name] = dimensionOf(dimension);
  const items = isObject(dimension) ? idsOf(dimension["items"]) : [];
  if (name === "dx") values["dataDimensionItems"] = items.flatMap((item) => dataItem(item, objects));
  else if (name === "pe") {
    values["rawPeriods"] = items;
    values["periods"] = items.filter((item) => /^\d/.test(item)).map((id) => ({ id }));
  } else if (name === "ou") placeUnits(items, values, objects);
  else if (name !== undefined) placeDimension(name, items, values, objects);
}

function dataItem(uid: string, { schemas, store }: Objects): Json[] {
  if (uid.includes(".")) throw notSupported(`'${uid}' as a data item`);
  for (const { model, property, type } of dataItemKinds) {
    const target = schemas.find(model);
    if (target !== undefined && store.get(target, uid) !== undefined)
      return [{ dataDimensionItemType: type, [property]: { id: uid } }];
  }
  return [];
}

function placeUnits(items: readonly string[], values: DraftValues, { schemas, store }: Objects): void {
  const units: Json[] = [];
  const levels: Json[] = [];
  const groups: Json[] = [];
  for (const item of items) {
    const [, level] = /^LEVEL-(.+)$/.exec(item) ?? [];
    const [, group] = /^OU_GROUP-(.+)$/.exec(item) ?? [];
    const flag = Object.hasOwn(userUnits, item) ? userUnits[item] : undefined;
    if (flag !== undefined) values[flag] = true;
    else if (level !== undefined) levels.push(...levelNumber(level, { schemas, store }));
    else if (group !== undefined) groups.push({ id: group });
    else if (store.get(schemas.model("OrganisationUnit"), item) !== undefined) units.push({ id: item });
  }
  values["organisationUnits"] = units;
  values["organisationUnitLevels"] = levels;
  values["itemOrganisationUnitGroups"] = groups;
}

function levelNumber(level: string, { schemas, store }: Objects): number[] {
  if (/^\d+$/.test(level)) return [Number(level)];
  const number = store.get(schemas.model("OrganisationUnitLevel"), level)?.values["level"];
  return typeof number === "number" ? [number] : [];
}

function placeDimension(
  uid: string,
  items: readonly string[],
  values: DraftValues,
  { schemas, store }: Objects,
): void {
  for (const kind of dimensionKinds) {
    if (store.get(schemas.model(kind.model), uid) === undefined) continue;
    const known = values[kind.property];
    const value = { [kind.dimension]: { id: uid }, [kind.items]: items.map((id) => ({ id })) };
    values[kind.property] = [...(isList(known) ? known : []), value];
  }
}

/** The dimension of a value of a property that {@link dimensionKinds} names. */
export function itemsOfDimension(
  uid: string,
  values: { readonly [name: string]: Json },
): string[] | undefined {
  for (const kind of dimensionKinds) {
    const all = values[kind.property];
    const found = isList(all)
      ? all.find((one) => isObject(one) && idOf(one[kind.dimension]) === uid)
      : undefined;
    if (isObject(found)) return idsOf(found[kind.items]);
  }
  return undefined;
}
