import type { OrderDirection } from "./parse.ts";

/**
 * The texts that an unfinished `order` may become: the first term that is wrong has its property completed, or, behind
 * a colon, its direction.
 */
export type OrderCompletions<Model, Order> = Order extends string
  ? TermsCompletions<Model, Order, "">
  : never;

/** `Done` is the text to the left. */
type TermsCompletions<
  Model,
  Order extends string,
  Done extends string,
> = Order extends `${infer Term},${infer Rest}`
  ? Term extends Ordering<Sortable<Model>>
    ? TermsCompletions<Model, Rest, `${Done}${Term},`>
    : TermCompletions<Model, Term, Done, `,${Rest}`>
  : TermCompletions<Model, Order, Done, "">;

type TermCompletions<
  Model,
  Term extends string,
  Done extends string,
  After extends string,
> = Term extends `${infer Property}:${infer Direction}`
  ? Property extends keyof Model
    ? `${Done}${Property}:${Exclude<Extract<OrderDirection, `${Direction}${string}`>, Direction>}${After}`
    : `${Done}${Extract<Sortable<Model>, `${Property}${string}`>}:${Direction}${After}`
  : `${Done}${Exclude<Extract<Sortable<Model>, `${Term}${string}`>, Term>}${After}`;

type Ordering<Property extends string> = Property | `${Property}:${OrderDirection}`;

/** The properties that can be ordered by. */
type Sortable<Model> = {
  [Key in keyof Model]-?: Model[Key] extends string | number | boolean | undefined ? Key : never;
}[keyof Model] &
  string;
