import type { PresetsOf } from "../presets.ts";
import type { Completions } from "./complete.ts";
import type { Level, Malformed, ParseFields, Twice } from "./grammar.ts";
import type { Change, ChangesOf, WithSteps } from "./items.ts";
import type { IsKnown, NewName } from "./select.ts";
import type { TargetOf } from "./target.ts";
import type { IsUid } from "./uid.ts";

/**
 * The type of a `fields` argument: the text itself where it is right; otherwise what is wrong with it, as a
 * literal type, so that the compiler's message reads `'nmae' is not a property of CategoryCombo`. Where the
 * text is unfinished, its completions come first, for the editor to offer.
 *
 * @typeParam Models - The core's registry of read models.
 * @typeParam Name - Name of the model, a key of `Models`.
 * @typeParam Fields - The text as a literal type; `string` passes.
 */
export type CheckedFields<Models, Name extends keyof Models, Fields extends string> = [
  FieldsProblem<Models, Name, Fields>,
] extends [never]
  ? Fields
  : // `infer` keeps the compiler from inferring `Fields` through these two, at forty times the cost. The reason is
    // made first, and so stands first in messages; as a template it goes without the name of the type that found it.
    [Because<`${FieldsProblem<Models, Name, Fields> & string}`>, Completions<Models, Name, Fields>] extends [
        infer Reason extends Because<string>,
        infer Completion,
      ]
    ? [Completion] extends [never]
      ? Reason["reason"]
      : Reason | Completion
    : never;

/** Carries a reason beside completions, where an editor does not offer it. */
export interface Because<Reason extends string> {
  reason: Reason;
}

/** What is wrong with a `fields` text, as literal types; `never` where nothing is. */
export type FieldsProblem<Models, Name extends keyof Models, Fields extends string> =
  IsKnown<Fields> extends true ? LevelProblem<Models, Models[Name], Name, ParseFields<Fields>, true> : never;

/** `Root` is `true` for the level that no bracket encloses: attribute UIDs stand there only. */
type LevelProblem<Models, Model, Name, Tree, Root> =
  Tree extends Level<infer Names, infer Blocks>
    ? [Names | keyof Blocks] extends [keyof Model]
      ? [keyof Blocks] extends [never]
        ? never
        : Repeated<Names & keyof Blocks> | BlockProblems<Models, Model, Blocks>
      : Exclude<Names | keyof Blocks, keyof Model> extends infer Special
        ? MixedProblem<Models, Model, Name, Names, Blocks, Special, ChangesOf<Special, Blocks>, Root>
        : never
    : Tree extends Malformed<infer Message>
      ? Message
      : never;

/** A level with presets, exclusions, transformers, attribute UIDs or mistakes; `Special` are no properties. */
type MixedProblem<Models, Model, Name, Names, Blocks, Special, Changed, Root> =
  | ItemProblem<Models, Model, Name, Exclude<Special & Names, WithSteps>, Root>
  | OpenerProblem<Models, Model, Name, Exclude<Special & keyof Blocks, WithSteps>>
  | ([Names | keyof Blocks] extends [`!${string}`] ? "exclusions alone leave nothing: begin with '*'" : never)
  | BlockProblems<Models, Model, Blocks>
  | ([keyof Changed] extends [never]
      ? Repeated<Names & keyof Blocks>
      :
          | ChangedNameProblem<Models, Model, Name, Exclude<keyof Changed, keyof Model>, Root>
          | Repeated<(Names & (keyof Blocks | keyof Changed)) | (keyof Blocks & keyof Changed)>
          | ChangeProblems<Models, Model, Names, Blocks, Changed>);

type Repeated<Name> = Name extends string ? Twice<Name> : never;

type MissingName = "a property name is missing";

type Unknown<Models, Model, Name, Property> = Property extends ""
  ? MissingName
  : Property extends `${infer First}.${infer Rest}`
    ? `'${Property}' is no path here: write ${First}[${Rest}]`
    : `'${Property & string}' is not a property of ${NameOf<Models, Model, Name> & string}`;

/**
 * The name of a model. That of an embedded one is searched by its properties, which costs more; it happens on
 * mistakes only.
 */
export type NameOf<Models, Model, Name> = [Name] extends [never]
  ? {
      [Candidate in keyof Models]: keyof Models[Candidate] extends keyof Model
        ? keyof Model extends keyof Models[Candidate]
          ? Candidate
          : never
        : never;
    }[keyof Models]
  : Name;

/** What is wrong with bare items that are no properties; distributes over them. */
type ItemProblem<Models, Model, Name, Item, Root> = Item extends "*" | `:${string}`
  ? PresetProblem<Models, Model, Name, Item>
  : Item extends `!${infer Excluded}`
    ? Excluded extends keyof Model
      ? never
      : Excluded extends "*" | `:${string}`
        ? `'${Item}' excludes nothing: name the properties`
        : AttributeProblem<Models, Model, Name, Excluded, Root>
    : AttributeProblem<Models, Model, Name, Item, Root>;

type PresetProblem<Models, Model, Name, Preset> = Preset extends
  | "*"
  | ":all"
  | ":simple"
  | ":identifiable"
  | ":nameable"
  ? never
  : Preset extends ":owner" | ":persisted"
    ? [PresetsOf<Models, NameOf<Models, Model, Name>, "both" | Preset>] extends [never]
      ? `'${Preset}' gives nothing of ${NameOf<Models, Model, Name> & string}`
      : never
    : `'${Preset & string}' is not a preset: the server ignores it`;

type AttributeProblem<Models, Model, Name, Property, Root> = Root extends true
  ? "attributeValues" extends keyof Model
    ? IsUid<Property> extends true
      ? never
      : Unknown<Models, Model, Name, Property>
    : Unknown<Models, Model, Name, Property>
  : Unknown<Models, Model, Name, Property>;

type OpenerProblem<Models, Model, Name, Opener> = Opener extends "*" | `${":" | "!"}${string}`
  ? `'${Opener}' takes no brackets`
  : Unknown<Models, Model, Name, Opener>;

type ChangedNameProblem<Models, Model, Name, Item, Root> = Item extends "*" | `${":" | "!"}${string}`
  ? `'${Item}' takes no transformer`
  : AttributeProblem<Models, Model, Name, Item, Root>;

type BlockProblems<Models, Model, Blocks> = {
  [Key in keyof Blocks]: Key extends keyof Model ? BlockProblem<Models, Model[Key], Key, Blocks[Key]> : never;
}[keyof Blocks];

type BlockProblem<Models, Value, Key, Block> = [TargetOf<Models, Value>] extends [never]
  ? `'${Key & string}' takes no brackets`
  : TargetOf<Models, Value> extends { model: infer Model; name: infer Name }
    ? Key extends "attributeValues"
      ? LevelProblem<Models, Model, Name, Block, false> | AttributeValuesProblem<Block>
      : LevelProblem<Models, Model, Name, Block, false>
    : never;

/** On 42 and 43 brackets on `attributeValues` are ignored, but for the one form that all versions answer alike. */
type AttributeValuesProblem<Block> =
  Block extends Level<infer Names, infer Blocks>
    ? [Extract<Names, "*" | ":all">] extends [never]
      ? ["value"] extends [Names]
        ? ["attribute"] extends [Names]
          ? never
          : Blocks extends { attribute: Level<infer Inner, infer Deeper> }
            ? ["id" | keyof Deeper] extends ["id" & Inner]
              ? [Extract<Inner, "*" | `${":" | "!"}${string}` | `${string}~${string}`>] extends [never]
                ? never
                : AttributeValuesMessage
              : AttributeValuesMessage
            : AttributeValuesMessage
        : AttributeValuesMessage
      : never
    : never;

type AttributeValuesMessage =
  "attributeValues come whole: write attributeValues or attributeValues[attribute[id,name],value]";

type ChangeProblems<Models, Model, Names, Blocks, Changed> = {
  [Key in keyof Changed]: Changed[Key] extends Change<infer Steps, infer Block>
    ? IsUnion<Steps> extends true
      ? Twice<Key>
      : StepsProblem<
            Steps,
            Block,
            Key extends keyof Model ? Model[Key] : unknown,
            Key,
            never
          > extends infer Problem
        ? [Problem] extends [never]
          ?
              | (Steps extends `${string}rename<${infer NewName}>${string}`
                  ? NewName extends Names | keyof Blocks | OtherKeys<Changed, Exclude<keyof Changed, Key>>
                    ? `two values for '${NewName}'`
                    : never
                  : never)
              | (Block extends null
                  ? never
                  : Key extends keyof Model
                    ? BlockProblem<Models, Model[Key], Key, Block>
                    : never)
          : Problem
        : never
    : never;
}[keyof Changed];

type IsUnion<Type, Member = Type> = Member extends Type ? ([Type] extends [Member] ? false : true) : never;

/** The keys that other changed items take in the answer. */
type OtherKeys<Changed, Others extends keyof Changed> = {
  [Other in Others]: NewName<Other, Changed>;
}[Others];

/** Checks the transformers of one item, first to last; `Done` holds those before. */
type StepsProblem<Steps, Block, Value, Key, Done> = Steps extends `${infer Step}~${infer Rest}`
  ? StepProblem<Step, Block, Value, Key, Done> | StepsProblem<Rest, Block, Value, Key, Done | KindOf<Step>>
  : StepProblem<Steps, Block, Value, Key, Done>;

type KindOf<Step> = Step extends `rename${string}` ? "rename" : "value";

type StepProblem<Step, Block, Value, Key, Done> =
  KindOf<Step> extends Done
    ? `'${Key & string}' has two transformers of one kind: the last one wins`
    : Key extends "attributeValues"
      ? AttributeValuesMessage
      : Step extends `rename${infer Argument}`
        ? Argument extends `<${infer Name}>`
          ? Name extends ""
            ? "'~rename' needs a name: ~rename(name)"
            : BadName<Name>
          : Argument extends ""
            ? "'~rename' needs a name: ~rename(name)"
            : NoTransformer<Step>
        : Step extends "size"
          ? unknown extends Value
            ? never
            : Exclude<Value, undefined> extends string | number | readonly unknown[]
              ? never
              : DoesNotApply<Step, Key>
          : Step extends "isEmpty" | "isNotEmpty"
            ? Exclude<Value, undefined> extends readonly unknown[]
              ? never
              : DoesNotApply<Step, Key>
            : Step extends `pluck${infer Argument}`
              ? ItemStepProblem<"pluck", Step, Argument, Block, Value, Key>
              : Step extends `keyBy${infer Argument}`
                ? ItemStepProblem<"keyBy", Step, Argument, Block, Value, Key>
                : NoTransformer<Step>;

/** `pluck` and `keyBy`: collections of objects only. */
type ItemStepProblem<Which extends string, Step, Argument, Block, Value, Key> = Argument extends "<>"
  ? `'~${Which}' needs a name in its parentheses`
  : Argument extends "" | `<${string}>`
    ? Exclude<Value, undefined> extends readonly (infer Item)[]
      ? Item extends object
        ? ItemKeyProblem<Which, Argument extends `<${infer Name}>` ? Name : "id", Argument, Block>
        : DoesNotApply<Which, Key>
      : DoesNotApply<Which, Key>
    : NoTransformer<Step>;

/** Signs that servers drop from a name without a word. */
type Dropped =
  | "-"
  | "_"
  | "."
  | ";"
  | ","
  | "/"
  | "'"
  | '"'
  | "*"
  | "!"
  | ":"
  | "#"
  | "$"
  | "%"
  | "&"
  | "+"
  | "="
  | "?"
  | "@";
type BadName<Name extends string> = Name extends `${string}${Dropped}${string}`
  ? `'${Name}' is no name`
  : never;

type NoTransformer<Step> = `'~${Step & string}' is not a transformer: the server ignores it`;
type DoesNotApply<Step, Key> = `'~${Step & string}' does not apply to '${Key & string}'`;

/** What is plucked or keyed by must be selected. */
type ItemKeyProblem<Which extends string, Name extends string, Argument, Block> =
  Block extends Level<infer Names, unknown>
    ? Name extends Names
      ? never
      : [Extract<Names, "*" | `:${string}`>] extends [never]
        ? NotSelected<Which, Name, Argument>
        : never
    : Name extends "id"
      ? never
      : NotSelected<Which, Name, Argument>;

type NotSelected<Which extends string, Name extends string, Argument> = Argument extends ""
  ? `'~${Which}' needs 'id' in its brackets`
  : `'~${Which}(${Name})' needs '${Name}' in brackets after it: ~${Which}(${Name})[${Name}]`;
