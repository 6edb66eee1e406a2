import { attributeDeletion } from "../attributes/deletion.ts";
import { categoryDeletion } from "../category-model/deletion.ts";
import { optionDeletion } from "../option-sets/hooks.ts";
import type { Referrer } from "../schema/schema.ts";
import type { Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { idOf, isList, isObject, type Json, textOf } from "../store/values.ts";
import { userDeletion } from "../users/deletion.ts";

/** Texts that hold expressions, in which other objects are named by their UIDs. */
const expressions = ["numerator", "denominator", "expression", "filter", "condition"];

/** What stands in the way of a deletion, as the server names it: `Indicator (Rate)`; undefined for nothing. */
export function deletionConflict(row: Stored, server: Server): string | undefined {
  const ofType =
    categoryDeletion.conflict(row, server) ??
    attributeDeletion.conflict(row, server) ??
    userDeletion.conflict(row, server) ??
    optionDeletion.conflict(row, server);
  if (ofType !== undefined) return ofType;
  for (const referrer of server.store.whoRefers(row)) {
    if (categoryDeletion.yields(row, referrer)) continue;
    if (isHeld(referrer)) return named(referrer.row);
  }
  const user = expressionWith(row, server);
  return user === undefined ? undefined : named(user);
}

/** Whether a reference holds its object: a single one does, membership in a collection does not. */
function isHeld({ property, inner }: Referrer): boolean {
  return inner === undefined ? property.shape === "single" : inner.shape === "single" && inner.required;
}

const named = (row: Stored): string => {
  const name = textOf(row.values, "name");
  return name === undefined ? row.model.simpleName : `${row.model.simpleName} (${name})`;
};

function expressionWith(row: Stored, server: Server): Stored | undefined {
  const marks = [`{${row.uid}`, `.${row.uid}`];
  for (const model of server.schemas.models) {
    if (model.path === undefined || server.store.count(model) === 0) continue;
    const properties = expressions.filter((name) => model.property(name)?.owner === true);
    if (properties.length === 0) continue;
    for (const other of server.store.all(model)) {
      if (other.uid === row.uid) continue;
      for (const name of properties) {
        const value = other.values[name];
        const text = isObject(value)
          ? (textOf(value, "expression") ?? "")
          : typeof value === "string"
            ? value
            : "";
        if (marks.some((mark) => text.includes(mark))) return other;
      }
    }
  }
  return undefined;
}

/** What DELETE of one object does: on some releases it keeps an option, which a bundle of deletions does not (BUG-020). */
export function removeOne(row: Stored, server: Server): void {
  if (optionDeletion.isIgnored(row, server)) optionDeletion.before(row, server);
  else removeObject(row, server);
}

/** Takes an object away, and with it what referred to it by membership. */
export function removeObject(row: Stored, server: Server): void {
  categoryDeletion.before(row, server);
  optionDeletion.before(row, server);
  for (const referrer of [...server.store.whoRefers(row)]) detach(referrer, row.uid, server);
  server.store.remove(row);
}

function detach(
  { row, property, inner }: Referrer & { readonly row: Stored },
  uid: string,
  server: Server,
): void {
  const value = row.values[property.name];
  const names = (item: Json): boolean =>
    inner === undefined ? idOf(item) === uid : isObject(item) && idOf(item[inner.name]) === uid;
  const values: Record<string, Json> = { ...row.values };
  if (isList(value)) values[property.name] = value.filter((item) => !names(item));
  else delete values[property.name];
  const current = server.store.get(row.model, row.uid);
  if (current !== undefined) server.store.put(row.model, row.uid, values);
}
