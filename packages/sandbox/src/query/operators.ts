import { Refusal } from "../http/refusal.ts";
import type { Property } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Json } from "../store/values.ts";
import { parseDate } from "./date.ts";
import { likeTest } from "./like.ts";

/** What a filter compares: a stored value, or nothing. */
export type Operand = Json | undefined;

type Comparison = (value: Operand) => boolean;

const badRequest = (message: string): Refusal => new Refusal(400, message, { errorCode: "E1003" });

const aliases: Readonly<Record<string, string>> = {
  neq: "ne",
  "!eq": "ne",
  gte: "ge",
  lte: "le",
  startsWith: "$ilike",
  endsWith: "ilike$",
};

const orderings: Readonly<Record<string, (order: number) => boolean>> = {
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

/** How a collection's size is compared: `gt:0`, `eq:2`, `empty`. */
export function sizeComparisonOf(
  operator: string,
  value: string | undefined,
  schemas: Schemas,
): (size: number) => boolean {
  if (operator === "empty") return (size) => size === 0;
  if (operator === "!empty" && schemas.has("emptyFilterOnText")) return (size) => size > 0;
  const name = aliases[operator] ?? operator;
  if (!/^(eq|ne|gt|ge|lt|le|in|!in|like|ilike|token|ieq)$/.test(name))
    throw badRequest(`\`${operator}\` is not a valid operator.`);
  if (value === undefined || !/^-?\d+$/.test(value))
    throw badRequest(`Collection size must be integer \`${value ?? ""}\``);
  const wanted = Number(value);
  if (name === "eq") return (size) => size === wanted;
  if (name === "ne") return (size) => size !== wanted;
  const ordering = orderings[name];
  if (ordering === undefined) throw badRequest(`\`${operator}\` is not a valid operator.`);
  return (size) => ordering(size - wanted);
}

/** How a value is compared; `property` is undefined for the text of an attribute. */
export function comparisonOf(
  operator: string,
  value: string | undefined,
  property: Property | undefined,
  schemas: Schemas,
): Comparison {
  const name = Object.hasOwn(aliases, operator) ? (aliases[operator] ?? operator) : operator;
  if (name === "null") return (operand) => operand === undefined || operand === null;
  if (name === "!null") return (operand) => operand !== undefined && operand !== null;
  if (name === "empty" && !schemas.has("emptyFilterOnText")) throw new Refusal(400, emptyOnText);
  if (name === "empty")
    return (operand) =>
      operand === "" || (property !== undefined && (operand === undefined || operand === null));
  if (!isOperator(name)) throw badRequest(`\`${operator}\` is not a valid operator.`);
  if (name === "in" || name === "!in") return listComparison(name, value, property, schemas);
  if (value === undefined || value === "") throw new Refusal(500, "");
  if (name === "ne" && property === undefined) return (operand) => operand !== value;
  if (name in orderings || name === "eq" || name === "ne")
    return typedComparison(name, parseOperand(value, property, schemas));
  return textComparison(name, value);
}

/** What the older releases pass on from Hibernate. */
const emptyOnText =
  "unknown collection expression type [org.hibernate.query.criteria.internal.path.SingularAttributePath]";

function isOperator(name: string): boolean {
  return /^(eq|ne|gt|ge|lt|le|in|!in|ieq|!?(token|\$?i?like|i?like\$))$/.test(name);
}

function listComparison(
  name: string,
  value: string | undefined,
  property: Property | undefined,
  schemas: Schemas,
): Comparison {
  if (value === undefined || !value.startsWith("[") || !value.endsWith("]"))
    throw badRequest(`Collection size must be integer \`${value ?? ""}\``);
  const content = value.slice(1, -1);
  const items = content === "" ? [] : content.split(",").map((item) => parseOperand(item, property, schemas));
  const comparisons = items.map((item) => typedComparison("eq", item));
  const isIn: Comparison = (operand) => comparisons.some((equals) => equals(operand));
  return name === "in" ? isIn : (operand) => operand !== undefined && operand !== null && !isIn(operand);
}

function typedComparison(name: string, wanted: string | number | boolean): Comparison {
  const order = (operand: Operand): number | undefined => {
    if (operand === undefined || operand === null) return undefined;
    if (typeof wanted === "number") {
      const number = typeof operand === "string" ? (parseDate(operand) ?? Number(operand)) : Number(operand);
      return number - wanted;
    }
    const text = typeof operand === "object" ? JSON.stringify(operand) : String(operand);
    const other = String(wanted);
    return text === other ? 0 : text < other ? -1 : 1;
  };
  if (name === "eq") return (operand) => order(operand) === 0;
  if (name === "ne")
    return (operand) => {
      const difference = order(operand);
      return difference !== undefined && difference !== 0;
    };
  const ordering = orderings[name] ?? (() => false);
  return (operand) => {
    const difference = order(operand);
    return difference !== undefined && !Number.isNaN(difference) && ordering(difference);
  };
}

function textComparison(name: string, value: string): Comparison {
  const negated = name.startsWith("!");
  const positive = negated ? name.slice(1) : name;
  const test = textTest(positive, value);
  return (operand) => {
    if (operand === undefined || operand === null) return false;
    const passes = test(typeof operand === "object" ? JSON.stringify(operand) : String(operand));
    return negated ? !passes : passes;
  };
}

function textTest(name: string, value: string): (text: string) => boolean {
  if (name === "ieq") return (text) => text.toLowerCase() === value.toLowerCase();
  if (name === "token") {
    const words = value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    return (text) => words.every((word) => text.toLowerCase().includes(word));
  }
  const part = value.replaceAll("%", "");
  const start = name.startsWith("$") ? "" : "%";
  const end = name.endsWith("$") ? "" : "%";
  return likeTest(`${start}${part}${end}`, name.includes("ilike"));
}

/** A filter's value as the property's type has it; a text that does not fit is refused. */
function parseOperand(
  value: string,
  property: Property | undefined,
  schemas: Schemas,
): string | number | boolean {
  switch (property?.kind) {
    case "boolean":
      return value.toLowerCase() === "true";
    case "integer":
    case "number": {
      const number = Number(value);
      if (value.trim() === "" || Number.isNaN(number))
        throw badRequest(
          `Unable to parse \`${value}\` as \`${property.kind === "integer" ? "Integer" : "Double"}\`.`,
        );
      return number;
    }
    case "date": {
      const date = parseDate(value);
      if (date === undefined) throw badRequest(`Unable to parse \`${value}\` as \`Date\`.`);
      return date;
    }
    case "enum": {
      const { klass, members } = schemas.enumOf(property) ?? { klass: "", members: [] };
      if (members.length > 0 && !members.includes(value))
        throw new Refusal(
          400,
          `Unable to parse \`${value}\` as \`class ${klass}\`, available values are: [${members.join(", ")}]`,
          { errorCode: "E1003" },
        );
      return value;
    }
    case "reference":
    case "user":
    case "whole":
      throw badRequest(
        `Unable to parse \`${value}\` to \`${schemas.targetOf(property)?.simpleName ?? "Object"}\`.`,
      );
    default:
      return value;
  }
}
