import type { Equal, Expect } from "../equal.types.ts";
import type { CheckedFields, FieldsProblem } from "./check.ts";
import type { refusedFields } from "./refused-fields.types.ts";
import type { Toy } from "./toy.types.ts";

type Problem<Fields extends string> = FieldsProblem<Toy, "DataElement", Fields>;

/** `true` for each text that the compiler refuses for the reason given; otherwise what it says instead. */
type Refusals<Table extends readonly unknown[]> = {
  [Index in keyof Table]: Table[Index] extends readonly [infer Text extends string, infer Reason, number]
    ? Equal<Problem<Text>, Reason> extends true
      ? true
      : [Text, Problem<Text>]
    : never;
};

/** Every text that the run time refuses is refused by the compiler for the same reason. */
export type Refused = Expect<Equal<Refusals<typeof refusedFields>[number], true>>;

export type Unknown = [
  Expect<Equal<Problem<"id,nmae">, "'nmae' is not a property of DataElement">>,
  Expect<Equal<Problem<"id,categoryCombo[nam]">, "'nam' is not a property of CategoryCombo">>,
  Expect<Equal<Problem<"categoryCombo[categories[nam]]">, "'nam' is not a property of Category">>,
  Expect<Equal<Problem<"style[colr]">, "'colr' is not a property of ObjectStyle">>,
  Expect<Equal<Problem<"nmae~rename(x)">, "'nmae' is not a property of DataElement">>,
  Expect<Equal<Problem<"nmae[id]">, "'nmae' is not a property of DataElement">>,
  Expect<Equal<Problem<"*,!nmae">, "'nmae' is not a property of DataElement">>,
  Expect<Equal<Problem<"id,displayNmae">, "'displayNmae' is not a property of DataElement">>,
  Expect<Equal<Problem<"categoryCombo[AttDeText00]">, "'AttDeText00' is not a property of CategoryCombo">>,
];

export type Misapplied = [
  Expect<Equal<Problem<"name[id]">, "'name' takes no brackets">>,
  Expect<Equal<Problem<"aggregationLevels[id]">, "'aggregationLevels' takes no brackets">>,
  Expect<Equal<Problem<"settings[id]">, "'settings' takes no brackets">>,
  Expect<Equal<Problem<"sharing[users[id]]">, "'users' takes no brackets">>,
  Expect<Equal<Problem<"name~isEmpty">, "'~isEmpty' does not apply to 'name'">>,
  Expect<Equal<Problem<"categoryCombo~size">, "'~size' does not apply to 'categoryCombo'">>,
  Expect<Equal<Problem<"aggregationLevels~pluck">, "'~pluck' does not apply to 'aggregationLevels'">>,
  Expect<Equal<Problem<"style[:owner]">, "':owner' gives nothing of ObjectStyle">>,
];

export type Right = [
  Expect<Equal<Problem<"id,code,categoryCombo[id,categories[name]],optionSet[id],style[color]">, never>>,
  Expect<Equal<Problem<" id ,\n  name , categoryCombo [ id , name ] ">, never>>,
  Expect<Equal<Problem<"id,name,name,id">, never>>,
  Expect<Equal<Problem<":owner,categoryCombo[*],!code">, never>>,
  Expect<Equal<Problem<"AttDeText00,fbfJHSPpUQD~rename(source)">, never>>,
  // A UID that reads as a word is taken for a typo; it passes where its type is not the text itself.
  Expect<Equal<Problem<"id,abcdefghijk">, "'abcdefghijk' is not a property of DataElement">>,
  Expect<Equal<Problem<`id,${string}`>, never>>,
  Expect<Equal<Problem<string>, never>>,
  Expect<Equal<CheckedFields<Toy, "DataElement", "id,name">, "id,name">>,
  Expect<Equal<CheckedFields<Toy, "DataElement", string>, string>>,
];
