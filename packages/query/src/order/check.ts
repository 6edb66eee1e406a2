import type { NameOf } from "../fields/check.ts";
import type { OrderDirection } from "./parse.ts";

/**
 * The type of an `order`: the text itself where it is right, otherwise what is wrong with it as a literal type.
 *
 * @typeParam Models - The core's registry of read models.
 * @typeParam Name - Name of the model, a key of `Models`.
 * @typeParam Order - The text as a literal type; `string` passes.
 */
export type CheckedOrder<Models, Name extends keyof Models, Order extends string> = unknown extends Order
  ? Order
  : Order extends string
    ? [OrderProblem<Models, Name, Order>] extends [never]
      ? Order
      : [OrderProblem<Models, Name, Order>] extends [infer Problem]
        ? `${Problem & string}`
        : never
    : never;

/** What is wrong with an `order`, as literal types; `never` where nothing is. */
export type OrderProblem<Models, Name extends keyof Models, Terms> = string extends Terms
  ? never
  : Terms extends `${infer First},${infer Rest}`
    ? TermProblem<Models, Models[Name], Name, First> | OrderProblem<Models, Name, Rest>
    : TermProblem<Models, Models[Name], Name, Terms>;

type TermProblem<Models, Model, Name, Term> = Term extends `${infer Property}:${infer Direction}`
  ? PropertyProblem<Models, Model, Name, Property> extends infer Problem
    ? [Problem] extends [never]
      ? string extends Direction
        ? never
        : Direction extends OrderDirection
          ? never
          : `'${Direction}' is not a direction: asc, desc, iasc or idesc`
      : Problem
    : never
  : PropertyProblem<Models, Model, Name, Term>;

type PropertyProblem<Models, Model, Name, Property> = string extends Property
  ? never
  : Property extends keyof Model
    ? [Exclude<Model[Property], undefined>] extends [string | number | boolean]
      ? never
      : `'${Property & string}' cannot be ordered by: only texts, numbers, dates and booleans can`
    : Property extends ""
      ? "a property name is missing"
      : Property extends `${string}.${string}`
        ? `'${Property}' cannot be ordered by: paths are ignored`
        : `'${Property & string}' is not a property of ${NameOf<Models, Model, Name> & string}`;
