import { attributeValuesFilter } from "../attributes/filter.ts";
import { attributeValue } from "../attributes/read.ts";
import { Refusal } from "../http/refusal.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import { isUid } from "../store/uid.ts";
import { isList, type Json } from "../store/values.ts";
import type { View } from "../wire/view.ts";
import { comparisonOf, type Operand, sizeComparisonOf } from "./operators.ts";
import { resolvePath, valuesAt } from "./path.ts";
import { typedParameters } from "./typed-parameters.ts";

/** Whether an object passes. */
export type Predicate = (row: Stored) => boolean;

const badRequest = (message: string): Refusal => new Refusal(400, message, { errorCode: "E1003" });

/** One `filter` parameter: property path, operator, value. */
interface FilterText {
  readonly path: string;
  readonly operator: string;
  /** Undefined without a second colon. */
  readonly value: string | undefined;
}

/** All `filter` parameters of a request as one predicate. */
export function filterOf(model: Model, view: View, query: URLSearchParams): Predicate {
  const texts = parametersOf(query, "filter", view).flatMap((text) => splitFilters(text, view));
  const predicates = texts.map((text) => onePredicate(model, view, readFilter(text)));
  if (predicates.length === 0) return () => true;
  return junctionOf(query, view) === "OR"
    ? (row) => predicates.some((passes) => passes(row))
    : (row) => predicates.every((passes) => passes(row));
}

/** Values of a parameter whose name some releases read without regard to case. */
function parametersOf(query: URLSearchParams, name: string, { schemas }: View): string[] {
  if (!schemas.has("parameterNamesIgnoreCase")) return query.getAll(name);
  return [...query].filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
}

function junctionOf(query: URLSearchParams, { schemas }: View): "AND" | "OR" {
  const isLenient = schemas.quirk("malformedParameterStatus") === 200;
  const { member } = typedParameters(query, { isLenient, ignoresCase: !isLenient });
  return member("rootJunction", ["AND", "OR"]) ?? "AND";
}

/** Where the release cuts a value at its first comma, what stands behind begins another filter, if it is one. */
function splitFilters(text: string, view: View): string[] {
  if (text.trim() === "") {
    if (view.schemas.quirk("blankFilterStatus") === 200) return [];
    throw badRequest(`Invalid filter => ${text}`);
  }
  if (!view.schemas.has("commaCutsFilterValue")) return [text];
  const [first = "", ...rest] = splitOutsideBrackets(text);
  return [first, ...rest.filter((part) => /^[^:\s]+:[^:]+/.test(part))];
}

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "[") depth += 1;
    else if (char === "]") depth = 0;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function readFilter(text: string): FilterText {
  const first = text.indexOf(":");
  if (first <= 0) throw badRequest(`Invalid filter => ${text}`);
  const second = text.indexOf(":", first + 1);
  return {
    path: text.slice(0, first),
    operator: second === -1 ? text.slice(first + 1) : text.slice(first + 1, second),
    value: second === -1 ? undefined : text.slice(second + 1),
  };
}

function onePredicate(model: Model, view: View, filter: FilterText): Predicate {
  if (filter.path === "identifiable") return identifiablePredicate(model, view, filter);
  const onValues = attributeValuesFilter(filter, view);
  if (onValues !== undefined) return onValues;
  const path = resolvePath(model, filter.path, view.schemas);
  if (path === undefined) {
    if (isUid(filter.path)) return attributePredicate(view, filter);
    throw badRequest(`Unknown path property: ${filter.path}`);
  }
  const last = path.at(-1);
  if (last === undefined) throw badRequest(`Unknown path property: ${filter.path}`);
  if (last.shape === "collection" && filter.operator === "null")
    throw new Refusal(409, 'ERROR: syntax error at or near "."');
  if (isSizeFilter(last, filter.operator)) {
    const compare = sizeComparisonOf(filter.operator, filter.value, view.schemas);
    return (row) => valuesAt(row, path, view).some((value) => compare(isList(value) ? value.length : 0));
  }
  const compare = comparisonOf(filter.operator, filter.value, last, view.schemas);
  return (row) => {
    const values = valuesAt(row, path, view);
    return values.length === 0 ? compare(undefined) : values.some(compare);
  };
}

/** Whether a filter is about how many items a collection has. */
function isSizeFilter(property: Property, operator: string): boolean {
  return property.shape === "collection" && operator !== "null" && operator !== "!null";
}

/** `identifiable`: one of UID, code and name. */
function identifiablePredicate(model: Model, view: View, filter: FilterText): Predicate {
  if ((filter.operator === "in" || filter.operator === "!in") && !view.schemas.has("identifiableInList"))
    throw new Refusal(
      500,
      'Cannot invoke "org.hisp.dhis.schema.Property.isCollection()" because "property" is null',
    );
  const predicates = ["id", "code", "name"]
    .filter((path) => model.property(path) !== undefined)
    .map((path) => onePredicate(model, view, { ...filter, path }));
  return (row) => predicates.some((passes) => passes(row));
}

/** A name that is no property and has the form of a UID is taken for an attribute's, whether it is one or not. */
function attributePredicate(view: View, filter: FilterText): Predicate {
  if ((filter.operator === "in" || filter.operator === "!in") && !view.schemas.has("attributeFilterInList"))
    throw new Refusal(
      500,
      'Cannot invoke "org.hisp.dhis.schema.Property.isCollection()" because "property" is null',
    );
  if (filter.operator === "empty" && !view.schemas.has("emptyFilterOnText")) return () => false;
  const compare = comparisonOf(filter.operator, filter.value, undefined, view.schemas);
  return (row) => {
    const value: Operand = attributeValue(row, filter.path);
    return compare(value);
  };
}

/** The `query` parameter: a part of the name or short name, a UID, or a code. */
export function searchOf(model: Model, query: URLSearchParams): Predicate {
  const text = query.get("query");
  if (text === null || text === "") return () => true;
  const lower = text.toLowerCase();
  const contains = (value: Json | undefined): boolean =>
    typeof value === "string" && value.toLowerCase().includes(lower);
  const searched = ["name", "username", "firstName", "surname"].filter(
    (name) => model.property(name) !== undefined,
  );
  return ({ uid, values }) =>
    uid === text || searched.some((name) => contains(values[name])) || contains(values["code"]);
}
