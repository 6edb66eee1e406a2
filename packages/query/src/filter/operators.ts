/** Operators of `filter`, by what they take; the server knows no others (`between` and `!startsWith` are 400s). */
export const unaryOperators = ["null", "!null", "empty", "!empty"] as const;
export const listOperators = ["in", "!in"] as const;
/** Operators that look for a part of a text, where a `%` is lost. */
export const patternOperators = [
  "like",
  "!like",
  "$like",
  "!$like",
  "like$",
  "!like$",
  "ilike",
  "!ilike",
  "$ilike",
  "!$ilike",
  "ilike$",
  "!ilike$",
  "startsWith",
  "endsWith",
] as const;
const wholeTextOperators = ["ieq", "token", "!token"] as const;
const equalityOperators = ["eq", "ne", "neq", "!eq"] as const;
const rangeOperators = ["gt", "ge", "gte", "lt", "le", "lte"] as const;

/** `in`, `!in` */
export type ListOperator = (typeof listOperators)[number];
/** Operators without a value. */
export type UnaryOperator = (typeof unaryOperators)[number];
export type EqualityOperator = (typeof equalityOperators)[number];
export type RangeOperator = (typeof rangeOperators)[number];
export type PatternOperator = (typeof patternOperators)[number];
export type TextOperator = PatternOperator | (typeof wholeTextOperators)[number];
/** Operators that take one value. */
export type ValueOperator = EqualityOperator | RangeOperator | TextOperator;
export type FilterOperator = ListOperator | UnaryOperator | ValueOperator;

/** All of them. */
export const filterOperators: readonly FilterOperator[] = [
  ...unaryOperators,
  ...listOperators,
  ...equalityOperators,
  ...rangeOperators,
  ...patternOperators,
  ...wholeTextOperators,
];
