import { attributeDeletion } from "../attributes/deletion.ts";
import { categoryDeletion } from "../category-model/deletion.ts";
import { dataConflict } from "../data-values/deletion.ts";
import { optionDeletion } from "../option-sets/hooks.ts";
import { javaSetOrder } from "../schema/java-order.ts";
import type { Property } from "../schema/model.ts";
import type { Referrer } from "../schema/schema.ts";
import type { Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { idOf, isList, isObject, type Json, textOf } from "../store/values.ts";
import { userDeletion } from "../users/deletion.ts";
import { objectHash } from "../wire/read.ts";
import { type Fate, fateOf, nameSeparators, vetoNames } from "./deletion-rules.ts";

/** What stands in the way of a deletion, as the server names it: `Indicator (Rate)`; undefined for nothing. */
export function deletionConflict(row: Stored, server: Server): string | undefined {
  const ofType =
    dataConflict(row, server) ??
    categoryDeletion.conflict(row, server) ??
    attributeDeletion.conflict(row, server) ??
    userDeletion.conflict(row, server) ??
    optionDeletion.conflict(row, server);
  if (ofType !== undefined) return ofType;
  for (const referrer of server.schemas.referrersOf(row.model)) {
    if (categoryDeletion.yields(row, referrer)) continue;
    const veto = vetoOf(row, referrer, server);
    if (veto !== undefined) return veto;
  }
  return indicatorWith(row, server);
}

/** What a reference says against the deletion of what it names. */
function vetoOf(row: Stored, referrer: Referrer, { store }: Server): string | undefined {
  const fate = fateOf(referrer);
  if (fate !== "veto" && fate !== "namedVeto") return undefined;
  const rows = [...store.referring(referrer.path, row.uid)]
    .map((uid) => store.get(referrer.model, uid))
    .filter((one) => one !== undefined);
  const [first] = javaSetOrder(rows, objectHash);
  if (first === undefined) return undefined;
  const { path } = referrer;
  const type = Object.hasOwn(vetoNames, path) ? (vetoNames[path] ?? "") : referrer.model.simpleName;
  if (fate === "veto") return type;
  const separator = Object.hasOwn(nameSeparators, path) ? nameSeparators[path] : undefined;
  const named = separator === undefined ? [first] : javaSetOrder(rows, objectHash);
  const names = named.map(({ values }) => textOf(values, "name")).filter((name) => name !== undefined);
  return names.length === 0 ? type : `${type} (${names.join(separator)})`;
}

/** The first indicator whose expressions name an element; those that name an option combo hold its combo. */
function indicatorWith(row: Stored, { schemas, store }: Server): string | undefined {
  const uids =
    row.model.name === "DataElement"
      ? [row.uid]
      : row.model.name === "CategoryCombo"
        ? [...store.referring("CategoryOptionCombo.categoryCombo", row.uid)]
        : [];
  if (uids.length === 0) return undefined;
  for (const indicator of store.all(schemas.model("Indicator"))) {
    const texts = ["numerator", "denominator"].map((name) => textOf(indicator.values, name) ?? "");
    const isNamed = uids.some((uid) =>
      texts.some((text) => text.includes(`{${uid}`) || text.includes(`.${uid}`)),
    );
    if (isNamed) return `Indicator (${textOf(indicator.values, "name") ?? indicator.uid})`;
  }
  return undefined;
}

/** What DELETE of one object does: on some releases it keeps an option, which a bundle of deletions does not (BUG-020). */
export function removeOne(row: Stored, server: Server): void {
  if (optionDeletion.isIgnored(row, server)) optionDeletion.before(row, server);
  else removeObjects([row], server);
}

/** Takes objects of one type away. */
export function removeObjects(rows: readonly Stored[], server: Server): void {
  const going = new Set(rows.map(({ uid }) => uid));
  for (const { model, uid } of rows) {
    const row = server.store.get(model, uid);
    if (row !== undefined) removeObject(row, server, going);
  }
}

/**
 * Takes an object away, with its parts, and out of what refers to it. Collections lose at once all that is `going`, so
 * that a large one is not written anew for each of its members.
 */
function removeObject(row: Stored, server: Server, going: ReadonlySet<string> = new Set([row.uid])): void {
  categoryDeletion.before(row, server);
  optionDeletion.before(row, server);
  for (const referrer of [...server.store.whoRefers(row)]) {
    const current = server.store.get(referrer.row.model, referrer.row.uid);
    if (current === undefined || (current.model === row.model && current.uid === row.uid)) continue;
    const fate = fateOf(referrer);
    if (fate === "cascade") removeObject(current, server);
    else letGo({ ...referrer, row: current }, row.uid, going, fate, server);
  }
  server.store.remove(row);
}

/** Takes a reference away: the item of a list that holds it or, where it is to be cleared, the reference alone. */
function letGo(
  { row, property, inner }: Referrer & { readonly row: Stored },
  uid: string,
  going: ReadonlySet<string>,
  fate: Fate,
  { store }: Server,
): void {
  const value = row.values[property.name];
  const values: Record<string, Json> = { ...row.values };
  if (inner === undefined) {
    if (isList(value)) values[property.name] = value.filter((item) => !going.has(idOf(item) ?? ""));
    else delete values[property.name];
  } else if (isList(value)) {
    const left = value.flatMap((item) => itemWithout(item, inner, uid, fate));
    values[property.name] = left;
  } else if (value !== undefined) {
    values[property.name] = without(value, inner, uid);
  }
  store.put(row.model, row.uid, values);
}

/** What is left of an item: all of it where it does not hold the reference, nothing where it goes with it. */
function itemWithout(item: Json, inner: Property, uid: string, fate: Fate): Json[] {
  if (!isObject(item)) return [item];
  const value = item[inner.name];
  const holds = isList(value) ? value.some((one) => idOf(one) === uid) : idOf(value) === uid;
  if (!holds) return [item];
  return fate === "clear" || inner.shape === "collection" ? [without(item, inner, uid)] : [];
}

function without(value: Json, inner: Property, uid: string): Json {
  if (!isObject(value)) return value;
  const { [inner.name]: held, ...rest } = value;
  return isList(held) ? { ...rest, [inner.name]: held.filter((one) => idOf(one) !== uid) } : rest;
}
