import type { Because, Refusal } from "../refusal.ts";
import type { OrderCompletions } from "./complete.ts";
import type { OrderDirection } from "./parse.ts";

/**
 * The type of an `order`: the text itself where it is right, otherwise what is wrong with it as a literal type. Where
 * the text is unfinished, what it may become comes with it, for the editor to offer.
 *
 * @typeParam Models - The core's registry of read models.
 * @typeParam Name - Name of the model, a key of `Models`.
 * @typeParam Order - The text as a literal type; `string` passes.
 */
export type CheckedOrder<Models, Name extends keyof Models, Order extends string> = string extends Order
  ? Order
  : Order extends string
    ? [OrderProblem<Models, Name, Order>] extends [never]
      ? Order
      : Refusal<Because<`${OrderProblem<Models, Name, Order>}`>, OrderCompletions<Models[Name], Order>>
    : never;

/** What is wrong with an `order`, as literal types; `never` where nothing is. */
export type OrderProblem<Models, Name extends keyof Models, Order> = string extends Order
  ? never
  : TermsProblem<Models[Name], Name, Order>;

type TermsProblem<Model, Name, Terms> = Terms extends `${infer First},${infer Rest}`
  ? TermProblem<Model, Name, First> | TermsProblem<Model, Name, Rest>
  : TermProblem<Model, Name, Terms>;

type TermProblem<Model, Name, Term> = Term extends `${infer Property}:${infer Direction}`
  ? Direction extends OrderDirection
    ? PropertyProblem<Model, Name, Property>
    : [PropertyProblem<Model, Name, Property>] extends [never]
      ? string extends Direction
        ? never
        : `'${Direction}' is not a direction: asc, desc, iasc or idesc`
      : PropertyProblem<Model, Name, Property>
  : PropertyProblem<Model, Name, Term>;

type PropertyProblem<Model, Name, Property> = Property extends keyof Model
  ? [Model[Property]] extends [string | number | boolean | undefined]
    ? never
    : `'${Property & string}' cannot be ordered by: only texts, numbers, dates and booleans can`
  : string extends Property
    ? never
    : Property extends ""
      ? "a property name is missing"
      : Property extends `${string}.${string}`
        ? `'${Property}' cannot be ordered by: paths are ignored`
        : `'${Property & string}' is not a property of ${Name & string}`;
