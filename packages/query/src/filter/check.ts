import type { Because, Refusal } from "../refusal.ts";
import type { FilterCompletions } from "./complete.ts";
import type { FilterOperator, ListOperator, PatternOperator, UnaryOperator } from "./operators.ts";
import type { PropertyAt, SomeProperty } from "./property.ts";

/**
 * The type of one `filter`: the text itself where it is right, otherwise what is wrong with it as a literal
 * type, so that the compiler's message reads `'gt' does not apply to valueType (enum ValueType)`. Where the text is
 * unfinished, what it may become comes with it, for the editor to offer.
 *
 * @typeParam Models - The core's registry of read models.
 * @typeParam Name - Name of the model, a key of `Models`.
 * @typeParam Filter - The text as a literal type; `string` passes.
 */
export type CheckedFilter<Models, Name extends keyof Models, Filter extends string> = string extends Filter
  ? Filter
  : Filter extends string
    ? [FilterProblem<Models, Name, Filter>] extends [never]
      ? Filter
      : Refusal<Because<`${FilterProblem<Models, Name, Filter>}`>, FilterCompletions<Models, Name, Filter>>
    : never;

/** What is wrong with one filter, as a literal type; `never` where nothing is. */
export type FilterProblem<
  Models,
  Name extends keyof Models,
  Filter,
> = Filter extends `${infer Path}:${infer Rest}`
  ? string extends Path
    ? never
    : PropertyAt<Models, Models[Name], Name, Path, true> extends infer Found extends SomeProperty
      ? Rest extends `${infer Operator}:${infer Operand}`
        ? ConditionProblem<Path, Found, Operator, Operand>
        : ConditionProblem<Path, Found, Rest, null>
      : PropertyAt<Models, Models[Name], Name, Path, true>
  : Filter extends string
    ? string extends Filter
      ? never
      : `'${Filter}' has no operator: write property:operator:value`
    : never;

/** `Operand` is `null` where no colon follows the operator. */
type ConditionProblem<
  Path,
  Found extends SomeProperty,
  Operator,
  Operand,
> = Operator extends Found["operators"]
  ? Operator extends UnaryOperator
    ? Operand extends null
      ? never
      : `'${Operator}' takes no value`
    : Operand extends "" | null
      ? `'${Operator & string}' needs a value`
      : Operator extends ListOperator
        ? ListProblem<Found, Operator, Operand>
        : Operator extends PatternOperator
          ? Operand extends `${string}%${string}`
            ? `'%' is dropped from what '${Operator}' looks for`
            : never
          : ValueProblem<Found, Operand>
  : string extends Operator
    ? never
    : Operator extends FilterOperator
      ? `'${Operator}' does not apply to ${Path & string} (${Found["label"] & string})`
      : `'${Operator & string}' is not an operator`;

type ListProblem<Found extends SomeProperty, Operator extends string, Operand> = string extends Operand
  ? never
  : Operand extends `[${infer Inner}]`
    ? string extends Inner
      ? never
      : Inner extends ""
        ? `'${Operator}' needs at least one value`
        : Inner extends `${string}, ${string}`
          ? "a blank after a comma belongs to the value"
          : Inner extends `${string}${"[" | "]"}${string}`
            ? "brackets cannot stand in a list"
            : ListValues<Inner> extends infer Values
              ? "" extends Values
                ? `a value is missing in the list of '${Operator}'`
                : ValueProblem<Found, Values>
              : never
    : `'${Operator}' needs a list: [a,b]`;

type ListValues<Text, Found = never> = Text extends `${infer First},${infer Rest}`
  ? ListValues<Rest, Found | First>
  : Found | Text;

/** A value of the wrong type; distributes over the values of a list. */
type ValueProblem<Found extends SomeProperty, Operand> = Operand extends Found["value"]
  ? never
  : string extends Operand
    ? never
    : Found["label"] extends `enum ${infer Name}`
      ? `'${Operand & string}' is not a member of ${Name}`
      : `'${Operand & string}' is not a ${Found["label"] extends "collection" ? "number of items" : Found["label"] & string}`;
