import type { Equal, Expect } from "../equal.types.ts";
import type { Toy } from "../fields/toy.types.ts";
import type { CheckedFilter, FilterProblem } from "./check.ts";
import type { refusedFilters } from "./refused-filters.types.ts";
import { where } from "./where.ts";

type Problem<Filter> = FilterProblem<Toy, "DataElement", Filter>;

/** `true` for each text that the compiler refuses for the reason given; otherwise what it says instead. */
type Refusals<Table extends readonly unknown[]> = {
  [Index in keyof Table]: Table[Index] extends readonly [infer Text, infer Reason, number]
    ? Equal<Problem<Text>, Reason> extends true
      ? true
      : [Text, Problem<Text>]
    : never;
};
export type Refused = Expect<Equal<Refusals<typeof refusedFilters>[number], true>>;

export type Misapplied = [
  Expect<Equal<Problem<"valueType:gt:NUMBER">, "'gt' does not apply to valueType (enum ValueType)">>,
  Expect<Equal<Problem<"valueType:eq:NOPE">, "'NOPE' is not a member of ValueType">>,
  Expect<Equal<Problem<"valueType:in:[NUMBER,NOPE]">, "'NOPE' is not a member of ValueType">>,
  Expect<Equal<Problem<"zeroIsSignificant:eq:maybe">, "'maybe' is not a boolean">>,
  Expect<Equal<Problem<"zeroIsSignificant:like:t">, "'like' does not apply to zeroIsSignificant (boolean)">>,
  Expect<Equal<Problem<"created:gt:yesterday">, "'yesterday' is not a DateTime">>,
  Expect<Equal<Problem<"dataElementGroups:eq:x">, "'x' is not a number of items">>,
  Expect<Equal<Problem<"dataElementGroups:null">, "'null' does not apply to dataElementGroups (collection)">>,
  Expect<
    Equal<Problem<"categoryCombo:eq:CcSexAge000">, "'eq' does not apply to categoryCombo (CategoryCombo)">
  >,
  Expect<Equal<Problem<"sharing:!null">, "'!null' does not apply to sharing (object)">>,
  Expect<Equal<Problem<"AttDeText00:in:[a,b]">, "'in' does not apply to AttDeText00 (attribute)">>,
  Expect<Equal<Problem<"AttDeInt000:gt:4">, "'gt' does not apply to AttDeInt000 (attribute)">>,
  Expect<
    Equal<Problem<"identifiable:in:[a]">, "'in' does not apply to identifiable (id, name, code or shortName)">
  >,
  Expect<Equal<Problem<"name:empty">, "'empty' does not apply to name (text)">>,
];

export type Unknown = [
  Expect<Equal<Problem<"nmae:eq:x">, "'nmae' is not a property of DataElement">>,
  Expect<Equal<Problem<"displayNmae:eq:x">, "'displayNmae' is not a property of DataElement">>,
  Expect<Equal<Problem<"categoryCombo.nmae:eq:x">, "'nmae' is not a property of CategoryCombo">>,
  Expect<Equal<Problem<"categoryCombo.categories.nmae:eq:x">, "'nmae' is not a property of Category">>,
  Expect<Equal<Problem<"name.first:eq:x">, "'name' has no properties to filter by">>,
  Expect<
    Equal<
      Problem<"attributeValues.value:eq:x">,
      "'attributeValues.value' is understood by 41 only: filter by the attribute's UID"
    >
  >,
];

/** What the recordings show to work. */
export type Right = [
  Expect<Equal<Problem<"name:ilike:malaria">, never>>,
  Expect<Equal<Problem<"name:eq:Colon: yes">, never>>,
  Expect<Equal<Problem<"name:!$ilike:aL">, never>>,
  Expect<Equal<Problem<"code:!null">, never>>,
  Expect<Equal<Problem<"name:gt:Salt">, never>>,
  Expect<Equal<Problem<"valueType:in:[TEXT,NUMBER]">, never>>,
  Expect<Equal<Problem<"zeroIsSignificant:eq:false">, never>>,
  Expect<Equal<Problem<"created:ge:2020-01-01T00:00:00.000">, never>>,
  Expect<Equal<Problem<"dataElementGroups:gt:0">, never>>,
  Expect<Equal<Problem<"dataElementGroups:!empty">, never>>,
  Expect<Equal<Problem<"optionSet:null">, never>>,
  Expect<Equal<Problem<"categoryCombo.categories.categoryCombos.code:eq:M">, never>>,
  Expect<Equal<Problem<"createdBy.username:eq:admin">, never>>,
  Expect<Equal<Problem<"sharing.owner:!null">, never>>,
  Expect<Equal<Problem<"AttDeText00:eq:register">, never>>,
  Expect<Equal<Problem<"attributeValues.attribute.id:eq:AttDeText00">, never>>,
  Expect<Equal<Problem<"identifiable:token:soup">, never>>,
  Expect<Equal<Problem<string>, never>>,
  Expect<Equal<Problem<`name:ilike:${string}`>, never>>,
  Expect<Equal<Problem<`${string}:eq:x`>, never>>,
  // What is literal in a template is checked.
  Expect<Equal<Problem<`nmae:ilike:${string}`>, "'nmae' is not a property of DataElement">>,
  Expect<Equal<Problem<`valueType:like:${string}`>, "'like' does not apply to valueType (enum ValueType)">>,
  Expect<
    Equal<
      CheckedFilter<Toy, "DataElement", "name:eq:x" | "nmae:eq:x">,
      "name:eq:x" | "'nmae' is not a property of DataElement"
    >
  >,
];

declare const codes: string[];
const built = {
  list: where("code", "in", codes),
  enums: where("valueType", "in", ["NUMBER", "TEXT"]),
  value: where("zeroIsSignificant", "eq", true),
  unary: where("code", "!null"),
};
// biome-ignore lint/correctness/noUnusedVariables: it is checked by being there; exported, it would need annotations
type Built = [
  Expect<Equal<typeof built.list, `code:in:[${string}]`>>,
  Expect<Equal<typeof built.enums, "valueType:in:[NUMBER]" | "valueType:in:[TEXT]">>,
  Expect<Equal<typeof built.value, "zeroIsSignificant:eq:true">>,
  Expect<Equal<typeof built.unary, "code:!null">>,
  Expect<Equal<Problem<typeof built.list | typeof built.enums | typeof built.unary>, never>>,
  Expect<Equal<Problem<typeof built.value>, never>>,
];

// @ts-expect-error an operator without a value takes none
where("code", "null", "x");
// @ts-expect-error a list operator takes a list
where("code", "in", "x");
// @ts-expect-error a comparison takes one value
where("code", "eq", ["x"]);
