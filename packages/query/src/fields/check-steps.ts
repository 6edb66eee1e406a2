import type { InnerOf, Level, SomeBlock } from "./grammar.ts";
import type { WithSteps } from "./items.ts";

/** What is wrong with the transformers of one item, whose property has the type `Value`; `All` stand beside it. */
export type StepsProblem<Steps, Value, Key, Item, All, Blocks> =
  Steps extends `${infer First}~${infer Second}`
    ? Second extends WithSteps
      ? TwoOfOneKind<Key>
      : First extends `rename<${infer Title}>`
        ? Second extends `rename${string}`
          ? TwoOfOneKind<Key>
          : TitleProblem<Title, Item, All> | ValueProblem<Second, Value, Key, Item, Blocks>
        : Second extends `rename<${infer Title}>`
          ? ValueProblem<First, Value, Key, Item, Blocks> | TitleProblem<Title, Item, All>
          : [ValueProblem<First | Second, Value, Key, Item, Blocks>] extends [never]
            ? TwoOfOneKind<Key>
            : ValueProblem<First | Second, Value, Key, Item, Blocks>
    : Steps extends `rename<${infer Title}>`
      ? TitleProblem<Title, Item, All>
      : ValueProblem<Steps, Value, Key, Item, Blocks>;

type TwoOfOneKind<Key> = `'${Key & string}' has two transformers of one kind: the last one wins`;

/** A new name that is none, or that another item has already. */
type TitleProblem<Title extends string, Item, All> = Title extends ""
  ? RenameNeedsName
  : Title extends `${string}${Dropped}${string}`
    ? `'${Title}' is no name`
    : Title extends All
      ? TwoValues<Title>
      : [All & `${string}rename<${Title}>${string}`] extends [Item]
        ? [All & `${Title}~${string}`] extends [`${string}rename<${string}`]
          ? never
          : TwoValues<Title>
        : TwoValues<Title>;

type TwoValues<Title extends string> = `two values for '${Title}'`;

/** A transformer other than `rename`; distributes over several. */
type ValueProblem<Step, Value, Key, Item, Blocks> = Step extends "size"
  ? unknown extends Value
    ? never
    : Value extends string | number | readonly unknown[]
      ? never
      : DoesNotApply<Step, Key>
  : Step extends "isEmpty" | "isNotEmpty"
    ? Value extends readonly unknown[]
      ? never
      : DoesNotApply<Step, Key>
    : Step extends `pluck${infer Argument}`
      ? ItemStepProblem<"pluck", Step, Argument, InnerOf<Blocks, Item>, Value, Key>
      : Step extends `keyBy${infer Argument}`
        ? ItemStepProblem<"keyBy", Step, Argument, InnerOf<Blocks, Item>, Value, Key>
        : Step extends "rename" | "rename<>"
          ? RenameNeedsName
          : NoTransformer<Step>;

type RenameNeedsName = "'~rename' needs a name: ~rename(name)";

export type AttributeValuesMessage =
  "attributeValues come whole: write attributeValues or attributeValues[attribute[id,name],value]";

/** `pluck` and `keyBy`: collections of objects only. */
type ItemStepProblem<Which extends string, Step, Argument, Inner, Value, Key> = Argument extends "<>"
  ? `'~${Which}' needs a name in its parentheses`
  : Argument extends "" | `<${string}>`
    ? Value extends readonly (infer Item)[]
      ? Item extends object
        ? ItemKeyProblem<Which, Argument extends `<${infer Name}>` ? Name : "id", Argument, Inner>
        : DoesNotApply<Which, Key>
      : DoesNotApply<Which, Key>
    : NoTransformer<Step>;

/** Signs with which names are joined elsewhere; servers drop them, and others that the run time knows, without a word. */
type Dropped = "-" | "_" | "." | "/" | ":" | "'" | '"';

type NoTransformer<Step> = `'~${Step & string}' is not a transformer: the server ignores it`;
type DoesNotApply<Step, Key> = `'~${Step & string}' does not apply to '${Key & string}'`;

/** What is plucked or keyed by must be selected. */
type ItemKeyProblem<Which extends string, Name extends string, Argument, Inner> = [Inner] extends [never]
  ? Name extends "id"
    ? never
    : NotSelected<Which, Name, Argument>
  : Inner extends Level<infer Names, "", SomeBlock>
    ? Name extends Names
      ? never
      : [Extract<Names, "*" | `:${string}`>] extends [never]
        ? NotSelected<Which, Name, Argument>
        : never
    : never;

type NotSelected<Which extends string, Name extends string, Argument> = Argument extends ""
  ? `'~${Which}' needs 'id' in its brackets`
  : `'~${Which}(${Name})' needs '${Name}' in brackets after it: ~${Which}(${Name})[${Name}]`;
