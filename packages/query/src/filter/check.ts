import type { NameOf } from "../fields/check.ts";
import type { TargetOf } from "../fields/target.ts";
import type { IsUid } from "../fields/uid.ts";
import type { refersTo } from "../ref.ts";
import type { TextKind } from "../value.ts";
import type {
  EqualityOperator,
  FilterOperator,
  ListOperator,
  PatternOperator,
  RangeOperator,
  TextOperator,
  UnaryOperator,
} from "./operators.ts";

/**
 * The type of one `filter`: the text itself where it is right, otherwise what is wrong with it as a literal
 * type, so that the compiler's message reads `'gt' does not apply to valueType (enum ValueType)`.
 *
 * @typeParam Models - The core's registry of read models.
 * @typeParam Name - Name of the model, a key of `Models`.
 * @typeParam Filter - The text as a literal type; `string` passes.
 */
export type CheckedFilter<Models, Name extends keyof Models, Filter extends string> = unknown extends Filter
  ? Filter
  : Filter extends string
    ? [FilterProblem<Models, Name, Filter>] extends [never]
      ? Filter
      : [FilterProblem<Models, Name, Filter>] extends [infer Problem]
        ? `${Problem & string}`
        : never
    : never;

/** What is wrong with one filter, as a literal type; `never` where nothing is. */
export type FilterProblem<
  Models,
  Name extends keyof Models,
  Filter,
> = Filter extends `${infer Path}:${infer Rest}`
  ? string extends Path
    ? never
    : PropertyAt<Models, Models[Name], Name, Path, true> extends infer Found
      ? Found extends Property<infer Label, infer Operators, infer Value>
        ? string extends Rest
          ? never
          : Rest extends `${infer Operator}:${infer Operand}`
            ? ConditionProblem<Path, Label, Operators, Value, Operator, Operand>
            : Rest extends UnaryOperator
              ? Rest extends Operators
                ? never
                : NotApplicable<Path, Label, Rest>
              : ConditionProblem<Path, Label, Operators, Value, Rest, "">
        : Found
      : never
  : Filter extends string
    ? string extends Filter
      ? never
      : `'${Filter}' has no operator: write property:operator:value`
    : never;

/** What a path leads to: how it is called in messages, which operators apply, and which values. */
interface Property<Label, Operators, Value> {
  label: Label;
  operators: Operators;
  value: Value;
}

type PropertyAt<Models, Model, Name, Path, Root> = Path extends keyof Model
  ? Path extends "attributeValues"
    ? Property<"attribute values", "empty" | "!empty", never>
    : PropertyOf<Models, Exclude<Model[Path], undefined | null>>
  : Path extends `${infer First}.${infer Next}`
    ? First extends keyof Model
      ? First extends "attributeValues"
        ? Next extends "attribute.id"
          ? Property<"attribute", "eq", string>
          : `'${Path}' is understood by 41 only: filter by the attribute's UID`
        : [Beyond<Models, TargetOf<Models, Model[First]>>] extends [infer Found]
          ? [Found] extends [never]
            ? `'${First}' has no properties to filter by`
            : Found extends { model: infer Inner; name: infer InnerName }
              ? PropertyAt<Models, Inner, InnerName, Next, false>
              : never
          : never
      : `'${First}' is not a property of ${NameOf<Models, Model, Name> & string}`
    : Root extends true
      ? Path extends "identifiable"
        ? Property<"id, name, code or shortName", EqualityOperator | TextOperator, string>
        : "attributeValues" extends keyof Model
          ? IsUid<Path> extends true
            ? Property<"attribute", EqualityOperator | TextOperator | "null" | "!null", string>
            : NoProperty<Models, Model, Name, Path>
          : NoProperty<Models, Model, Name, Path>
      : NoProperty<Models, Model, Name, Path>;

type NoProperty<Models, Model, Name, Path> = Path extends ""
  ? "a property name is missing"
  : `'${Path & string}' is not a property of ${NameOf<Models, Model, Name> & string}`;

/** Answers show five properties of a user; filters reach all of them. */
type Beyond<Models, Found> = Models extends { UserSummary: infer Summary; User: infer User }
  ? Found extends { model: Summary }
    ? { model: User; name: "User" }
    : Found
  : Found;

type PropertyOf<Models, Value> = [Value] extends [boolean]
  ? Property<"boolean", EqualityOperator | RangeOperator | ListOperator | "null" | "!null", "true" | "false">
  : [Value] extends [number]
    ? Property<"number", EqualityOperator | RangeOperator | ListOperator | "null" | "!null", `${number}`>
    : [Value] extends [string]
      ? TextProperty<Value, TextKind<Value>>
      : [Value] extends [readonly unknown[]]
        ? Property<"collection", EqualityOperator | RangeOperator | "empty" | "!empty", `${number}`>
        : [Value] extends [{ readonly [refersTo]?: infer Target }]
          ? Property<Target extends keyof Models ? Target : "reference", "null" | "!null", never>
          : Property<"object", never, never>;

type TextProperty<Value, Kind> = [Kind] extends [never]
  ? Property<"text", Exclude<FilterOperator, "empty" | "!empty">, string>
  : [Kind] extends ["DateTime"]
    ? Property<
        "DateTime",
        EqualityOperator | RangeOperator | ListOperator | "null" | "!null",
        `${number}-${number}${string}`
      >
    : [Kind] extends [`enum ${string}`]
      ? Property<Kind, EqualityOperator | ListOperator | "null" | "!null", MembersOf<Value>>
      : never;

/** The members of an enum that this release knows. */
type MembersOf<Value> = Value extends string ? (string extends Value ? never : Value) : never;

type NotApplicable<Path, Label, Operator> =
  `'${Operator & string}' does not apply to ${Path & string} (${Label & string})`;

type ConditionProblem<Path, Label, Operators, Value, Operator, Operand> = string extends Operator
  ? never
  : Operator extends FilterOperator
    ? Operator extends Operators
      ? Operator extends UnaryOperator
        ? `'${Operator}' takes no value`
        : Operand extends ""
          ? `'${Operator}' needs a value`
          : Operator extends ListOperator
            ? ListProblem<Label, Value, Operator, Operand>
            : Operator extends PatternOperator
              ? Operand extends `${string}%${string}`
                ? `'%' is dropped from what '${Operator}' looks for`
                : never
              : ValueProblem<Label, Value, Operand>
      : NotApplicable<Path, Label, Operator>
    : `'${Operator & string}' is not an operator`;

type ListProblem<Label, Value, Operator extends string, Operand> = string extends Operand
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
            : ListValues<Inner> extends infer Found
              ? "" extends Found
                ? `a value is missing in the list of '${Operator}'`
                : ValueProblem<Label, Value, Found>
              : never
    : `'${Operator}' needs a list: [a,b]`;

type ListValues<Text, Found = never> = Text extends `${infer First},${infer Rest}`
  ? ListValues<Rest, Found | First>
  : Found | Text;

/** A value of the wrong type; distributes over the values of a list. */
type ValueProblem<Label, Value, Operand> = Operand extends Value
  ? never
  : string extends Operand
    ? never
    : Label extends `enum ${infer Name}`
      ? `'${Operand & string}' is not a member of ${Name}`
      : `'${Operand & string}' is not a ${Label extends "collection" ? "number of items" : Label & string}`;
