import { notSupported, Refusal } from "../http/refusal.ts";
import { parseDate } from "../query/date.ts";
import { likeTest } from "../query/like.ts";
import type { Property } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Json } from "../store/values.ts";

/** Operators by their symbols; the first of each is the one that messages say. */
const symbols: readonly (readonly string[])[] = [
  ["null"],
  ["!null"],
  ["eq"],
  ["ieq"],
  ["!eq", "ne", "neq"],
  ["lt"],
  ["le", "lte"],
  ["gt"],
  ["ge", "gte"],
  ["in"],
  ["!in"],
  ["empty"],
  ["!empty"],
  ["like"],
  ["!like"],
  ["$like"],
  ["!$like"],
  ["like$"],
  ["!like$"],
  ["ilike"],
  ["!ilike"],
  ["$ilike", "startswith"],
  ["!$ilike", "!startswith"],
  ["ilike$", "endswith"],
  ["!ilike$", "!endswith"],
  ["canread"],
  ["canwrite"],
  ["candataread"],
  ["candatawrite"],
  ["canaccess"],
];
const operators = new Map(symbols.flatMap((names) => names.map((name) => [name, names[0] ?? name])));

/** The operator that a symbol stands for, in any case. */
export function operatorOf(symbol: string): string {
  const operator = operators.get(symbol.toLowerCase());
  if (operator === undefined) throw new Refusal(400, `Not an comparison operator symbol: ${symbol}`);
  return operator;
}

export const isUnary = (operator: string): boolean => /^!?(null|empty)$/.test(operator);
export const isAccessOperator = (operator: string): boolean => operator.startsWith("can");
export const takesList = (operator: string): boolean => /^(!?in|canaccess)$/.test(operator);

/** Whether a filter counts: the items of a collection. */
export function comparesSize(operator: string, { shape }: Property): boolean {
  return /^!?empty$/.test(operator) || (/^[lg][te]$/.test(operator) && shape === "collection");
}

/** Whether a filter measures: a text is compared by its length with a number, also by `eq`. */
export function comparesLength(operator: string, values: readonly string[], property: Property): boolean {
  if (!property.simple || property.shape !== "single" || property.kind !== "text") return false;
  if (/^!?empty$/.test(operator)) return true;
  return /^(i?eq|!eq|[lg][te])$/.test(operator) && values.length === 1 && /^\d+$/.test(values[0] ?? "");
}

/** Whether a number passes. */
export function numberTest(operator: string, value: string | undefined): (number: number) => boolean {
  if (operator === "empty") return (number) => number === 0;
  if (operator === "!empty") return (number) => number > 0;
  const wanted = Number(value);
  if (Number.isNaN(wanted)) throw misfit("class java.lang.Integer", value ?? "");
  return (number) => ordered(operator, number, wanted);
}

/** Whether a value of a property passes; nothing passes only where it is asked for. */
export function valueTest(
  operator: string,
  values: readonly string[],
  property: Property | undefined,
  schemas: Schemas,
  now: number,
): (value: Json | undefined) => boolean {
  if (operator === "null") return (value) => value === undefined || value === null;
  if (operator === "!null") return (value) => value !== undefined && value !== null;
  const isText = property === undefined || property.kind === "text";
  if (operator.includes("like")) {
    if (!isText) throw notSupported(`the gist's '${operator}' on what is no text`);
    return present(textTest(operator, values[0] ?? ""));
  }
  const wanted = values.map((value) => operand(value, property, schemas, now));
  const [first] = wanted;
  const comparable = (value: Json): string | number | boolean => typed(value, property);
  switch (operator) {
    case "in":
      return present((value) => wanted.includes(comparable(value)));
    case "!in":
      return present((value) => !wanted.includes(comparable(value)));
    case "ieq":
      // The server lowers the one side only.
      return present((value) => String(value).toLowerCase() === String(first));
    default:
      return present((value) => first !== undefined && ordered(operator, comparable(value), first));
  }
}

const present =
  (test: (value: Json) => boolean) =>
  (value: Json | undefined): boolean =>
    value !== undefined && value !== null && test(value);

type Operand = string | number | boolean;

function ordered(operator: string, value: Operand, wanted: Operand): boolean {
  switch (operator) {
    case "eq":
    case "ieq":
      return value === wanted;
    case "!eq":
      return value !== wanted;
    case "lt":
      return value < wanted;
    case "le":
      return value <= wanted;
    case "gt":
      return value > wanted;
    case "ge":
      return value >= wanted;
    default:
      return false;
  }
}

/** `*` and `?` make a pattern of a text; without them it may stand anywhere. */
function textTest(operator: string, value: string): (text: Json) => boolean {
  const isNegated = operator.startsWith("!");
  const positive = isNegated ? operator.slice(1) : operator;
  const test = likeTest(patternOf(positive, value), positive.includes("ilike"));
  return (text) => test(String(text)) !== isNegated;
}

function patternOf(operator: string, value: string): string {
  if (operator.startsWith("$")) return `${value}%`;
  if (operator.endsWith("$")) return `%${value}`;
  return /[*?]/.test(value) ? value.replaceAll("*", "%").replaceAll("?", "_") : `%${value}%`;
}

function typed(value: Json, property: Property | undefined): Operand {
  if (property?.kind === "date" && typeof value === "string") return parseDate(value) ?? Number.NaN;
  return typeof value === "object" ? JSON.stringify(value) : value;
}

/** A filter's value as the property's class has it. */
function operand(value: string, property: Property | undefined, schemas: Schemas, now: number): Operand {
  switch (property?.kind) {
    case "integer":
    case "number": {
      const number = Number(value);
      if (value.trim() === "" || Number.isNaN(number))
        throw misfit(`class java.lang.${property.kind === "integer" ? "Integer" : "Double"}`, value);
      return number;
    }
    case "boolean":
      if (value !== "true" && value !== "false") throw misfit("class java.lang.Boolean", value);
      return value === "true";
    case "date": {
      const date = value === "now" ? now : parseDate(value);
      if (date === undefined) throw misfit("class java.util.Date", value);
      return date;
    }
    case "enum": {
      const { klass, members } = schemas.enumOf(property) ?? { klass: "", members: [value] };
      if (!members.includes(value)) throw misfit(`class ${klass}`, value);
      return value;
    }
    case "reference":
    case "user":
    case "whole":
      throw misfit(`class ${schemas.targetOf(property)?.klass ?? ""}`, value);
    default:
      return value;
  }
}

function misfit(type: string, value: string): Refusal {
  return new Refusal(400, `Type ${type} is not compatible with provided filter value: \`${value}\``);
}
