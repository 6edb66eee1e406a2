import { attributeValue } from "../attributes/read.ts";
import { Refusal } from "../http/refusal.ts";
import { valuesAt } from "../query/path.ts";
import type { Model } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import { isUid } from "../store/uid.ts";
import { idOf, isList, isObject } from "../store/values.ts";
import type { View } from "../wire/view.ts";
import { accessTest } from "./access-filter.ts";
import {
  comparesLength,
  comparesSize,
  isAccessOperator,
  isUnary,
  numberTest,
  operatorOf,
  takesList,
  valueTest,
} from "./comparison.ts";
import { splitOutsideBrackets } from "./field.ts";
import { itemsOf } from "./items.ts";
import { type GistPath, gistPath, isIdentified, isRelatedCollection } from "./path.ts";
import type { GistQuery } from "./query.ts";

/** One filter of a gist: `0:name:eq:Alpha`. */
interface GistFilter {
  /** Filters of a group are joined the other way than groups are; undefined outside groups. */
  readonly group: number | undefined;
  readonly path: string;
  readonly operator: string;
  readonly values: readonly string[];
}

type Test = (row: Stored) => boolean;

const form = /^(?:(\d+)[:~@]{1,2})?([^:~@]+)[:~@]{1,2}([^:~@]+)(?:[:~@]{1,2}(.*))?$/s;

/** Reads `filter`, a list of filters. */
export function parseGistFilters(text: string): GistFilter[] {
  return splitOutsideBrackets(text).map((part) => {
    const match = form.exec(part);
    if (match === null) throw new Refusal(400, `Not a valid filter expression: ${part}`);
    const [, group, path = "", symbol = "", value = ""] = match;
    const isListed = value.startsWith("[") && value.endsWith("]");
    return {
      group: group === undefined ? undefined : Number(group),
      path,
      operator: operatorOf(symbol),
      values: value === "" ? [] : isListed ? value.slice(1, -1).split(",") : [value],
    };
  });
}

/** Whether an object passes the filters of a gist. */
export function gistFilterTest(
  filters: readonly GistFilter[],
  model: Model,
  { anyFilter }: GistQuery,
  view: View,
  now: number,
): Test {
  const tests = filters.map((filter) => ({
    group: filter.group,
    passes: filterTest(filter, model, view, now),
  }));
  const groups = new Map<number | undefined, Test[]>();
  for (const { group, passes } of tests) groups.set(group, [...(groups.get(group) ?? []), passes]);
  const isGrouped = tests.length > 1;
  return junction(
    [...groups].map(([group, members]) =>
      junction(members, group !== undefined && isGrouped ? !anyFilter : anyFilter),
    ),
    anyFilter,
  );
}

function junction(tests: readonly Test[], any: boolean): Test {
  if (tests.length === 0) return () => true;
  return any ? (row) => tests.some((passes) => passes(row)) : (row) => tests.every((passes) => passes(row));
}

function filterTest(filter: GistFilter, model: Model, view: View, now: number): Test {
  const attribute = attributeFilterTest(filter, model, view, now);
  if (attribute !== undefined) return attribute;
  const path = gistPath(model, filter.path, view.schemas);
  const related = isRelatedCollection(path.last) && isIdentified(path.last, view.schemas);
  const isSize = comparesSize(filter.operator, path.last);
  if (related && !isSize && !isAccessOperator(filter.operator))
    return filterTest({ ...filter, path: `${filter.path}.id` }, model, view, now);
  if (!path.last.persisted)
    throw new Refusal(400, `Property \`${path.last.reportName}\` cannot be used as filter property.`);
  checkValues(filter);
  if (isAccessOperator(filter.operator)) return accessFilterTest(filter, path, view);
  const { operator, values } = filter;
  if (comparesLength(operator, values, path.last)) {
    const passes = numberTest(operator, values[0]);
    return anyAt(path, view, (value) => typeof value === "string" && passes(value.length));
  }
  if (isSize) {
    const passes = numberTest(operator, values[0]);
    return anyAt(path, view, (value) => passes(isList(value) ? value.length : 0));
  }
  return anyAt(path, view, valueTest(operator, values, path.last, view.schemas, now));
}

/** Of several values along a path one must pass; an object without a value is asked too, unless a reference lacks. */
function anyAt({ properties }: GistPath, view: View, passes: ReturnType<typeof valueTest>): Test {
  return (row) => {
    const values = valuesAt(row, properties, view);
    return values.length === 0 && properties.length === 1 ? passes(undefined) : values.some(passes);
  };
}

function attributeFilterTest(
  { path, operator, values }: GistFilter,
  model: Model,
  view: View,
  now: number,
): Test | undefined {
  if (isUid(path) && model.property(path) === undefined) {
    const passes = valueTest(operator, values, undefined, view.schemas, now);
    return (row) => passes(attributeValue(row, path));
  }
  const [, name] = /^attributeValues\.attribute\.(\w+)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  const attributes = view.schemas.model("Attribute");
  const { last } = gistPath(attributes, name, view.schemas);
  const passes = valueTest(operator, values, last, view.schemas, now);
  return ({ values: stored }) => {
    const own = stored["attributeValues"];
    return (isList(own) ? own : []).some((one) => {
      const attribute = view.store.get(attributes, isObject(one) ? (idOf(one["attribute"]) ?? "") : "");
      return attribute !== undefined && valuesAt(attribute, [last], view).some(passes);
    });
  };
}

/** Of a collection an item must be accessible; else the object itself, which the newest release does not know. */
function accessFilterTest(filter: GistFilter, { properties, last }: GistPath, view: View): Test {
  const passes = accessTest(filter.operator, filter.values, written(filter), view);
  if (isRelatedCollection(last) && properties.length === 1)
    return (row) => itemsOf(row, last, view).some(passes);
  if (!view.schemas.has("gistAccessFilterOnObject"))
    throw new Refusal(500, 'Cannot invoke "java.lang.Class.getSimpleName()" because "table" is null');
  const isReference = isIdentified(last, view.schemas) && properties.length === 1;
  return isReference ? (row) => itemsOf(row, last, view).some(passes) : passes;
}

const written = ({ path, operator, values }: GistFilter): string =>
  `${path}:${operator}:[${values.join(", ")}]`;

function checkValues(filter: GistFilter): void {
  const refuse = (what: string): never => {
    throw new Refusal(400, `Filter \`${written(filter)}\` ${what}`);
  };
  const { operator, values } = filter;
  if (isUnary(operator) && values.length > 0) refuse("uses an unary operator and does not need an argument.");
  if (!isUnary(operator) && !isAccessOperator(operator) && values.length === 0)
    refuse("uses a binary operator that does need an argument.");
  if (!takesList(operator) && values.length > 1) refuse("can only be used with a single argument.");
}
