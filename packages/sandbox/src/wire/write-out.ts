import { attributeField, attributeValuesOf } from "../attributes/read.ts";
import type { Plan, PlanEntry } from "../fields/plan.ts";
import { transform } from "../fields/transform.ts";
import { Refusal } from "../http/refusal.ts";
import type { Property } from "../schema/model.ts";
import { withNames } from "../sharing/names.ts";
import type { Stored } from "../store/store.ts";
import { emptyValues, idOf, isList, isObject, type Json, type JsonObject, textOf } from "../store/values.ts";
import { noteRead, readProperty } from "./read.ts";
import type { View } from "./view.ts";

/** An object as an answer shows it, by what was asked for. */
export function writeOut(row: Stored, plan: Plan, view: View, nested = false): JsonObject {
  spend(view);
  const result = emptyValues();
  for (const entry of plan.entries) {
    const value =
      entry.kind === "attribute"
        ? attributeField(row, entry.uid, view)
        : entryValue(row, entry, view, nested);
    if (value !== undefined) result[entry.key] = value;
  }
  return result;
}

/** Objects that one answer may hold: those inside one another multiply with each bracket of `fields`. */
const mostObjects = 500_000;
const spent = new WeakMap<View, number>();

function spend(view: View): void {
  const count = (spent.get(view) ?? 0) + 1;
  if (count > mostObjects) throw new Refusal(413, `The answer would hold more than ${mostObjects} objects`);
  spent.set(view, count);
}

type PropertyEntry = Extract<PlanEntry, { kind: "property" }>;

function entryValue(row: Stored, entry: PropertyEntry, view: View, nested: boolean): Json | undefined {
  const { property } = entry;
  if (property.name === "attributeValues")
    return row.model.isBase || property.persisted ? attributeValuesOf(row, entry, view) : undefined;
  const value = readProperty(row, property, view, nested);
  if (property.shape === "collection") noteRead(row, property);
  if (value === undefined) return undefined;
  const shown = expand(property.name === "sharing" ? withNames(value, view) : value, entry, view);
  if (shown === undefined) return undefined;
  return entry.transformers.length === 0 ? shown : transform(shown, entry.transformers);
}

/** A stored value with its references replaced by what is to be seen of the objects. */
function expand(value: Json, entry: PropertyEntry, view: View): Json | undefined {
  const { property } = entry;
  if (property.kind === "user")
    return isList(value) ? present(value.map((item) => userSummary(item, view))) : userSummary(value, view);
  if (property.kind === "reference")
    return isList(value)
      ? present(value.map((item) => reference(item, property, entry.inner, view)))
      : reference(value, property, entry.inner, view);
  if (property.kind === "whole" && entry.inner !== undefined) {
    const { inner } = entry;
    return isList(value) ? value.map((item) => whole(item, inner, view)) : whole(value, inner, view);
  }
  return value;
}

const present = (values: readonly (Json | undefined)[]): Json[] =>
  values.filter((value) => value !== undefined);

function reference(value: Json, property: Property, plan: Plan | undefined, view: View): Json | undefined {
  const uid = idOf(value);
  if (uid === undefined) return undefined;
  const model = view.schemas.targetOf(property);
  const row = model === undefined ? undefined : view.store.get(model, uid);
  if (row === undefined && plan !== undefined && isObject(value)) return whole(value, plan, view);
  if (row === undefined || plan === undefined) return { id: uid };
  if (view.hidesDefaults && row.values["name"] === "default") return undefined;
  return writeOut(row, plan, view, true);
}

/** A value that stands whole inside its owner, read by the plan of its own class. */
function whole(value: Json, plan: Plan, view: View): Json {
  if (!isObject(value)) return value;
  const uid = plan.model.identifiable ? idOf(value) : undefined;
  if (uid !== undefined)
    return writeOut({ model: plan.model, uid, values: value, serial: 0 }, plan, view, true);
  const result = emptyValues();
  for (const entry of plan.entries) {
    if (entry.kind === "attribute") continue;
    const { property } = entry;
    const inner = Object.hasOwn(value, property.name) ? value[property.name] : undefined;
    const shown = inner === undefined || inner === null ? wholeDefault(property) : expand(inner, entry, view);
    if (shown !== undefined) result[entry.key] = transform(shown, entry.transformers);
  }
  return result;
}

function wholeDefault(property: Property): Json | undefined {
  if (!property.persisted) return undefined;
  if (property.shape === "collection") return [];
  return property.kind === "boolean" && !property.unsettable ? false : property.initial;
}

function userSummary(value: Json, view: View): Json | undefined {
  const uid = idOf(value);
  if (uid === undefined) return undefined;
  const user = view.store.get(view.schemas.model("User"), uid);
  return user === undefined ? undefined : summaryOfUser(user);
}

/** The five properties by which a user is shown on other objects. */
export function summaryOfUser(user: Stored): JsonObject {
  const name = nameOfUser(user);
  return {
    id: user.uid,
    code: textOf(user.values, "code") ?? null,
    name,
    displayName: name,
    username: textOf(user.values, "username") ?? "",
  };
}

/** First name and surname. */
export function nameOfUser(user: Stored): string {
  return `${textOf(user.values, "firstName") ?? ""} ${textOf(user.values, "surname") ?? ""}`.trim();
}
