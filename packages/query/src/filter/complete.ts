import type { Target } from "../fields/target.ts";
import type { ListOperator } from "./operators.ts";
import type { Beyond, Property, PropertyAt } from "./property.ts";

/**
 * The texts that an unfinished filter may become: with a property for the letters of one, with an operator behind the
 * first colon, with a member of the enum or `true` and `false` behind the second.
 */
export type FilterCompletions<Models, Name extends keyof Models, Filter> = Filter extends string
  ? TextCompletions<Models, Models[Name], Name, Filter>
  : never;

type TextCompletions<
  Models,
  Model,
  Name,
  Filter extends string,
> = Filter extends `${infer Path}:${infer Rest}`
  ? PropertyAt<Models, Model, Name, Path, true> extends Property<
      infer Label,
      infer Operators extends string,
      infer Value extends string
    >
    ? Rest extends `${infer Operator}:${infer Operand}`
      ? OperandCompletions<`${Path}:${Operator}:`, Label, Operator, Value, Operand>
      :
          | `${Path}:${Longer<Operators, Rest>}`
          | (Rest extends Operators ? OperandCompletions<`${Path}:${Rest}:`, Label, Rest, Value, ""> : never)
    : PathCompletions<Models, Model, "", Path, `:${Rest}`>
  :
      | PathCompletions<Models, Model, "", Filter, "">
      | (PropertyAt<Models, Model, Name, Filter, false> extends Property<
          unknown,
          infer Operators extends string,
          unknown
        >
          ? `${Filter}:${Operators}`
          : never);

/** The texts that begin like one and go on. */
type Longer<Texts, Start extends string> = Exclude<Extract<Texts, `${Start}${string}`>, Start>;

/** `Done` is the text to the left, `After` that to the right. */
type PathCompletions<
  Models,
  Model,
  Done extends string,
  Path extends string,
  After extends string,
> = Path extends `${infer First}.${infer Next}`
  ? First extends keyof Model
    ? Beyond<Models, Model[First] & {}> extends Target<infer Inner, unknown>
      ? PathCompletions<Models, Inner, `${Done}${First}.`, Next, After>
      : never
    : `${Done}${Longer<keyof Model & string, First>}.${Next}${After}`
  : `${Done}${Longer<keyof Model & string, Path>}${After}`;

/** Values that can be listed: members of enums, `true` and `false`. */
type OperandCompletions<
  Done extends string,
  Label,
  Operator,
  Value extends string,
  Operand extends string,
> = Label extends "boolean" | `enum ${string}`
  ? Operator extends ListOperator
    ? Operand extends `[${infer Values}`
      ? ListCompletions<`${Done}[`, Value, Values extends `${infer Closed}]` ? Closed : Values>
      : Operand extends ""
        ? `${Done}[${Value}]`
        : never
    : `${Done}${Longer<Value, Operand>}`
  : never;

/** Completes the first value that is none. */
type ListCompletions<
  Done extends string,
  Value extends string,
  Values extends string,
> = Values extends `${infer First},${infer Rest}`
  ? First extends Value
    ? ListCompletions<`${Done}${First},`, Value, Rest>
    : `${Done}${Longer<Value, First>},${Rest}]`
  : `${Done}${Extract<Value, `${Values}${string}`>}]`;
