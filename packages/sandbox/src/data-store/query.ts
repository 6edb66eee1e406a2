import { Refusal } from "../http/refusal.ts";
import { emptyValues, isObject, type Json, type JsonObject, textOf } from "../store/values.ts";
import { compareJson, comparisonOf, isUnary } from "./comparison.ts";
import type { Entry } from "./entries.ts";
import { nest, pathOf, valueAt } from "./json-path.ts";

/** A part of the value that a query asks for. */
interface Part {
  /** Empty for the whole value. */
  readonly path: readonly string[];
  /** Where it stands in the answer. */
  readonly place: readonly string[];
}

type Filter = (entry: Entry) => boolean;

/** Answers `?fields=…`: entries with the parts of their values that are asked for, filtered, ordered, a page of them. */
export function queryEntries(entries: readonly Entry[], query: URLSearchParams): Json {
  const parts = partsOf(query.get("fields") ?? "");
  const filters = splitTop(query.getAll("filter").join(",")).map(filterOf);
  const isOr = query.get("rootJunction")?.toUpperCase() === "OR";
  const includeAll = query.get("includeAll") === "true";
  const passes: Filter = (entry) =>
    isOr && filters.length > 0
      ? filters.some((filter) => filter(entry))
      : filters.every((filter) => filter(entry));
  const found = entries
    .filter((entry) => passes(entry) && (includeAll || hasAny(entry, parts)))
    .sort(orderOf(query.get("order") ?? "_"));
  const page = Math.max(1, Number(query.get("page") ?? 1) || 1);
  const pageSize = Math.max(1, Number(query.get("pageSize") ?? 50) || 50);
  const shown = found.slice((page - 1) * pageSize, page * pageSize).map((entry) => shownAs(entry, parts));
  return query.get("headless") === "true" ? shown : { pager: { page, pageSize }, entries: shown };
}

/** `name,deep[x,y],size~hoist(amount)` as parts; `.` is the whole value. */
function partsOf(text: string): Part[] {
  return splitTop(text).flatMap((field) => {
    if (field === ".") return [{ path: [], place: ["value"] }];
    const hoisted = /^(.*)~hoist(?:\((.*)\))?$/.exec(field);
    if (hoisted?.[1] !== undefined) {
      const path = pathOf(hoisted[1]);
      return [{ path, place: [hoisted[2] ?? path.at(-1) ?? "value"] }];
    }
    const nested = /^([^[(]*)[[(](.*)[\])]$/.exec(field);
    const outer = pathOf(nested?.[1] ?? field);
    if (nested?.[2] === undefined) return [{ path: outer, place: outer }];
    return partsOf(nested[2]).map(({ path, place }) => ({
      path: [...outer, ...path],
      place: [...outer, ...place],
    }));
  });
}

function filterOf(text: string): Filter {
  const [path = "", operator, ...rest] = text.split(":");
  if (operator === undefined || (rest.length === 0 && !isUnary(operator)))
    throw new Refusal(
      409,
      `Illegal filter expression \`${text}\`: expected expression of pattern: <property>:<operator>[:<value>]`,
      { errorCode: "E7652" },
    );
  const compare = comparisonOf(operator, rest.join(":"));
  return (entry) => compare(operandOf(entry, path));
}

/** `_` is the key, `.` the value, anything else a path in it. */
function operandOf(entry: Entry, path: string): Json | undefined {
  if (path === "_") return textOf(entry.row.values, "key");
  return entry.encrypted ? undefined : valueAt(entry.value, path === "." ? [] : pathOf(path));
}

function orderOf(text: string): (one: Entry, other: Entry) => number {
  const [path = "_", direction = "asc"] = text.split(":");
  const sign = direction.endsWith("desc") ? -1 : 1;
  const byKey = (one: Entry, other: Entry) =>
    compareJson(operandOf(one, "_") ?? "", operandOf(other, "_") ?? "");
  return (one, other) => {
    const [a, b] = [operandOf(one, path), operandOf(other, path)];
    if (a === undefined || b === undefined) return a === b ? byKey(one, other) : a === undefined ? 1 : -1;
    return sign * compareJson(a, b) || byKey(one, other);
  };
}

/** Whether an entry has any of the parts; a query without parts is about keys. */
function hasAny(entry: Entry, parts: readonly Part[]): boolean {
  return parts.length === 0 || parts.some((part) => partOf(entry, part) !== undefined);
}

function partOf(entry: Entry, { path }: Part): Json | undefined {
  return entry.encrypted ? undefined : valueAt(entry.value, path);
}

function shownAs(entry: Entry, parts: readonly Part[]): JsonObject {
  const shown = parts.map((part) => nest(part.place, partOf(entry, part) ?? null));
  return merge([{ key: textOf(entry.row.values, "key") ?? "" }, ...shown]);
}

function merge(objects: readonly Json[]): JsonObject {
  const merged = emptyValues();
  for (const object of objects) {
    if (!isObject(object)) continue;
    for (const [key, value] of Object.entries(object)) {
      const known = merged[key];
      merged[key] = isObject(known) && isObject(value) ? merge([known, value]) : value;
    }
  }
  return merged;
}

/** Cuts at commas outside of brackets. */
function splitTop(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let item = "";
  for (const char of text) {
    if (char === "[" || char === "(") depth += 1;
    if (char === "]" || char === ")") depth -= 1;
    if (char === "," && depth === 0) {
      items.push(item);
      item = "";
    } else item += char;
  }
  return [...items, item].filter((one) => one !== "");
}
