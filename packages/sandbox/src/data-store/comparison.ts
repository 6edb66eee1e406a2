import { Refusal } from "../http/refusal.ts";
import { javaHash, javaSetOrder } from "../schema/java-order.ts";
import { isList, isObject, type Json } from "../store/values.ts";

/** What stands at a path of a value; undefined where nothing does. */
type Compare = (value: Json | undefined) => boolean;

const aliases: Readonly<Record<string, string>> = {
  "!eq": "ne",
  neq: "ne",
  lte: "le",
  gte: "ge",
  startswith: "$ilike",
  "!startswith": "!$ilike",
  endswith: "ilike$",
  "!endswith": "!ilike$",
};

const orderings: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
};

const textTests: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  like: (text, part) => text.includes(part),
  $like: (text, part) => text.startsWith(part),
  like$: (text, part) => text.endsWith(part),
};

const unary: Readonly<Record<string, Compare>> = {
  null: (value) => value === null,
  "!null": (value) => value !== undefined && value !== null,
  empty: isEmpty,
  "!empty": (value) => value !== undefined && value !== null && !isEmpty(value),
};

const names = [
  ...Object.keys(unary),
  ...Object.keys(orderings),
  ...Object.keys(aliases),
  ...["in", "!in", "ieq"],
  ...Object.keys(textTests).flatMap((name) => {
    const ignoringCase = name.replace("like", "ilike");
    return [name, `!${name}`, ignoringCase, `!${ignoringCase}`];
  }),
];

/** Whether an operator stands alone, without a value. */
export function isUnary(operator: string): boolean {
  return Object.hasOwn(unary, operator);
}

/** How the data store compares a part of a value: as a number or truth value where the text is one, else as text. */
export function comparisonOf(operator: string, value: string): Compare {
  if (!names.includes(operator)) {
    const known = javaSetOrder(names, javaHash).join(", ");
    throw new Refusal(409, `Unknown operator: \`${operator.toUpperCase()}\` Use one of [${known}]`);
  }
  const alone = Object.hasOwn(unary, operator) ? unary[operator] : undefined;
  if (alone !== undefined) return alone;
  const name = aliases[operator] ?? operator;
  if (name === "in" || name === "!in") return listComparison(name, value);
  const ordering = orderings[name];
  if (ordering !== undefined) return typedComparison(ordering, value);
  return textComparison(name, value);
}

/** Order of two JSON values as the database has it: by kind first, then by size. */
export function compareJson(one: Json, other: Json): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  const [a, b] = [textOf(one), textOf(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}

function isEmpty(value: Json | undefined): boolean {
  if (isList(value)) return value.length === 0;
  return isObject(value) ? Object.keys(value).length === 0 : value === "";
}

function typedComparison(holds: (order: number) => boolean, text: string): Compare {
  const wanted = literalOf(text);
  return (value) =>
    typeof value === typeof wanted && value !== undefined && holds(compareJson(value, wanted));
}

function listComparison(name: string, text: string): Compare {
  const content = text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
  const wanted = content.split(",").map((item) => typedComparison((order) => order === 0, item));
  const isIn: Compare = (value) => wanted.some((equals) => equals(value));
  return name === "in" ? isIn : (value) => value !== undefined && !isIn(value);
}

function textComparison(name: string, text: string): Compare {
  const negated = name.startsWith("!");
  const positive = negated ? name.slice(1) : name;
  const ignoresCase = positive === "ieq" || positive.includes("ilike");
  const part = ignoresCase ? text.toLowerCase() : text;
  const test =
    positive === "ieq"
      ? (one: string, other: string) => one === other
      : textTests[ignoresCase ? positive.replace("ilike", "like") : positive];
  return (value) => {
    if (value === undefined || value === null || test === undefined) return false;
    const shown = ignoresCase ? textOf(value).toLowerCase() : textOf(value);
    return test(shown, part) !== negated;
  };
}

/** The value that a filter's text means. */
function literalOf(text: string): Json {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (text === "true" || text === "false") return text === "true";
  return /^'.*'$/s.test(text) ? text.slice(1, -1) : text;
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
