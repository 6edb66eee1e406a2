import type { Equal, Expect } from "../equal.types.ts";
import type { Toy } from "../fields/toy.types.ts";
import type { CheckedOrder, OrderProblem } from "./check.ts";
import type { refusedOrders } from "./refused-orders.types.ts";

type Problem<Order> = OrderProblem<Toy, "DataElement", Order>;

/** `true` for each text that the compiler refuses for the reason given; otherwise what it says instead. */
type Refusals<Table extends readonly unknown[]> = {
  [Index in keyof Table]: Table[Index] extends readonly [infer Text, infer Reason, number]
    ? Equal<Problem<Text>, Reason> extends true
      ? true
      : [Text, Problem<Text>]
    : never;
};
export type Refused = Expect<Equal<Refusals<typeof refusedOrders>[number], true>>;

export type Misapplied = [
  Expect<Equal<Problem<"nmae:asc">, "'nmae' is not a property of DataElement">>,
  Expect<Equal<Problem<"name,nmae">, "'nmae' is not a property of DataElement">>,
  Expect<
    Equal<
      Problem<"categoryCombo:asc">,
      "'categoryCombo' cannot be ordered by: only texts, numbers, dates and booleans can"
    >
  >,
];

export type Right = [
  Expect<Equal<Problem<"name:asc">, never>>,
  Expect<Equal<Problem<"valueType,name:idesc,created:desc">, never>>,
  Expect<Equal<Problem<string>, never>>,
  Expect<Equal<CheckedOrder<Toy, "DataElement", "name:asc">, "name:asc">>,
  Expect<Equal<CheckedOrder<Toy, "DataElement", "name:asc" | "id">, "name:asc" | "id">>,
];
