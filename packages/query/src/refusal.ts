/**
 * The type of an argument that is refused: the reason as a literal type, which the compiler's message then shows;
 * where the text is unfinished, what it may become as well, for the editor to offer.
 *
 * The reason is given and so made first, and stands first in messages; as a template it goes without the name of the
 * type that found it: `Refusal<Because<`${Problem & string}`>, Completions>`.
 */
export type Refusal<Reason, Completion> =
  // `infer` keeps the compiler from looking for the argument's type in these two, at forty times the cost.
  [Reason, Completion] extends [infer Told extends Because<string>, infer Offered]
    ? [Offered] extends [never]
      ? Told["reason"]
      : Told | Offered
    : never;

/** Carries a reason beside completions, where an editor does not offer it. */
export interface Because<out Reason extends string> {
  reason: Reason;
}
