import type { PresetsOf } from "../presets.ts";
import type { Because, Refusal } from "../refusal.ts";
import type { AttributeValuesMessage, StepsProblem } from "./check-steps.ts";
import type { Completions } from "./complete.ts";
import type { Block, InnerOf, Level, Malformed, ParseFields, SomeBlock, Twice } from "./grammar.ts";
import type { Marked, WithSteps } from "./items.ts";
import type { Target, TargetOf } from "./target.ts";
import type { IsUid } from "./uid.ts";

/**
 * The type of a `fields` argument: the text itself where it is right; otherwise what is wrong with it, as a
 * literal type, so that the compiler's message reads `'nmae' is not a property of CategoryCombo`. Where the
 * text is unfinished, what it may become comes with it, for the editor to offer. Distributes over texts; because
 * it does, the compiler does not take `cond ? "id" : "id,name"` for any `string`.
 *
 * An attribute's UID is a field, too; one in eighty reads as a word in camelCase and is taken for a typo. It
 * passes as a `string`: `` `id,${uid}` ``.
 *
 * @typeParam Models - The core's registry of read models.
 * @typeParam Name - Name of the model, a key of `Models`.
 * @typeParam Fields - The text as a literal type; `string` passes.
 */
export type CheckedFields<Models, Name extends keyof Models, Fields extends string> = Fields extends string
  ? [FieldsProblem<Models, Name, Fields>] extends [never]
    ? Fields
    : Refusal<Because<`${FieldsProblem<Models, Name, Fields>}`>, Completions<Models, Name, Fields>>
  : never;

/** What is wrong with one `fields` text, as literal types; `never` where nothing is. */
export type FieldsProblem<Models, Name extends keyof Models, Fields extends string> = LevelProblem<
  Models,
  Models[Name],
  Name,
  ParseFields<Fields>,
  true
>;

/** `Root` is `true` for the level that no bracket encloses: attribute UIDs stand there only. */
type LevelProblem<Models, Model, Name, Tree, Root> =
  Tree extends Level<infer Names, "", infer Blocks>
    ? Names | Blocks["opener"] extends keyof Model
      ? BlockProblem<Models, Model, Names, Blocks>
      : MixedProblem<Models, Model, Name, Names, Blocks, Names | Blocks["opener"], Root>
    : Tree extends Malformed<infer Message>
      ? Message
      : never;

/** What is wrong with a bracket and what it holds; distributes over the blocks. */
type BlockProblem<Models, Model, Names, One> =
  One extends Block<infer Opener, infer Inner>
    ? Opener extends Names
      ? Twice<Opener>
      : Opener extends keyof Model
        ? InnerProblem<Models, Model[Opener] & {}, Opener, Inner>
        : never
    : never;

/** What is wrong inside the brackets after a property. */
type InnerProblem<Models, Value, Key, Inner> =
  TargetOf<Models, Value> extends Target<infer Model, infer Name>
    ? Key extends "attributeValues"
      ? LevelProblem<Models, Model, Name, Inner, false> | AttributeValuesProblem<Inner>
      : LevelProblem<Models, Model, Name, Inner, false>
    : `'${Key & string}' takes no brackets`;

/** A level with presets, exclusions, transformers, attribute UIDs or mistakes; `All` are its items and openers. */
type MixedProblem<Models, Model, Name, Names, Blocks extends SomeBlock, All, Root> =
  | BlockProblem<Models, Model, Names, Blocks>
  | ChangeProblem<Models, Model, Name, All & WithSteps, All, Blocks, Root>
  | ([All] extends [keyof Model | WithSteps]
      ? never
      :
          | OtherProblem<Models, Model, Name, Exclude<All, keyof Model | WithSteps>, Blocks["opener"], Root>
          | ([All] extends [`!${string}`] ? "exclusions alone leave nothing: begin with '*'" : never));

/** What is wrong with what is neither a property nor has transformers: presets, exclusions, attribute UIDs, mistakes. */
type OtherProblem<Models, Model, Name, Item, Openers, Root> = Item extends Openers
  ? Item extends Marked
    ? `'${Item}' takes no brackets`
    : Unknown<Models, Model, Name, Item>
  : Item extends `!${infer Excluded}`
    ? Excluded extends keyof Model
      ? never
      : Excluded extends Marked
        ? `'${Item}' excludes nothing: name the properties`
        : AttributeProblem<Models, Model, Name, Excluded, Root>
    : Item extends Marked
      ? PresetProblem<Models, Model, Name, Item>
      : AttributeProblem<Models, Model, Name, Item, Root>;

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

/** On 42 and 43 brackets on `attributeValues` are ignored, but for the one form that all versions answer alike. */
type AttributeValuesProblem<Inner> =
  Inner extends Level<infer Names, "", infer Blocks>
    ? [Extract<Names, "*" | ":all">] extends [never]
      ? ["value"] extends [Names]
        ? ["attribute"] extends [Names]
          ? never
          : InnerOf<Blocks, "attribute"> extends Level<infer Plain, "", infer Deeper>
            ? ["id" | Deeper["opener"]] extends ["id" & Plain]
              ? [Extract<Plain, Marked | WithSteps>] extends [never]
                ? never
                : AttributeValuesMessage
              : AttributeValuesMessage
            : AttributeValuesMessage
        : AttributeValuesMessage
      : never
    : never;

/** What is wrong with one item that has transformers; distributes over them. */
type ChangeProblem<
  Models,
  Model,
  Name,
  Item,
  All,
  Blocks extends SomeBlock,
  Root,
> = Item extends `${infer Key}~${infer Steps}`
  ? Key extends "attributeValues"
    ? AttributeValuesMessage
    : Key extends All
      ? Twice<Key>
      : [All & `${Key}~${string}`] extends [Item]
        ? Key extends keyof Model
          ? StepsProblem<Steps, Model[Key] & {}, Key, Item, All, Blocks> extends infer Problem
            ? [Problem] extends [never]
              ? Item extends Blocks["opener"]
                ? InnerProblem<Models, Model[Key] & {}, Key, InnerOf<Blocks, Item>>
                : never
              : Problem
            : never
          : Key extends Marked
            ? `'${Key}' takes no transformer`
            :
                | AttributeProblem<Models, Model, Name, Key, Root>
                | StepsProblem<Steps, unknown, Key, Item, All, Blocks>
        : Twice<Key>
  : never;
