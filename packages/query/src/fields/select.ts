import type { PresetsOf } from "../presets.ts";
import type { InnerOf, Level, ParseFields, SomeBlock } from "./grammar.ts";
import type { ChangedName, Marked, WithSteps } from "./items.ts";
import type { Target, TargetOf } from "./target.ts";

/**
 * The shape of an answer to `fields`: exactly the selected keys, under their new names.
 *
 * A text that is known at run time only gives the model with every property optional.
 *
 * @typeParam Models - The core's registry of read models.
 * @typeParam Name - Name of the model, a key of `Models`.
 * @typeParam Fields - The text of `fields` as a literal type.
 */
export type Selected<Models, Name extends keyof Models, Fields extends string> =
  // The compiler puts `any` for `Fields` where it compares a resource with what all releases share.
  unknown extends Fields
    ? Models[Name]
    : Fields extends string
      ? SelectLevel<Models, Models[Name], Name, ParseFields<Fields>>
      : never;

/** The selection inside the brackets after a value; collections stay collections, and users come as they do. */
type Inside<Models, Value, Inner> = Value extends undefined
  ? never
  : Value extends readonly (infer Item)[]
    ? Inside<Models, Item, Inner>[]
    : TargetOf<Models, Value> extends Target<infer Model, infer Name>
      ? Value extends Models["UserSummary" & keyof Models]
        ? Value
        : SelectLevel<Models, Model, Name, Inner>
      : Value;

/** A level of a text that cannot be read or is not known gives the model with every property optional. */
type SelectLevel<Models, Model, Name, Tree> =
  Tree extends Level<infer Names, "", infer Blocks>
    ? Names | Blocks["opener"] extends infer Keys extends keyof Model
      ? {
          [Key in Keys]: Key extends Blocks["opener"]
            ? Inside<Models, Model[Key], InnerOf<Blocks, Key>>
            : Model[Key];
        }
      : Names | Blocks["opener"] extends "*" | ":all"
        ? Model
        : SelectMixed<
            Models,
            Model,
            Name,
            Names | Blocks["opener"],
            Blocks,
            ChangedName<(Names | Blocks["opener"]) & WithSteps>
          >
    : Partial<Model>;

/**
 * A level with presets, exclusions, transformers or attribute UIDs. `All` are its items and openers, `Changed` the
 * properties that have transformers.
 */
type SelectMixed<Models, Model, Name, All, Blocks extends SomeBlock, Changed> = All | Changed extends
  | keyof Model
  | WithSteps
  ? SelectKeys<Models, Model, (All & keyof Model) | Changed, All, Blocks, Changed>
  : SelectMarked<Models, Model, Name, All, Blocks, Changed, Exclude<All | Changed, keyof Model | WithSteps>>;

/** `Other` is what is no property: presets, exclusions, attribute UIDs. */
type SelectMarked<Models, Model, Name, All, Blocks extends SomeBlock, Changed, Other> = [Other] extends [
  Marked,
]
  ? SelectKeys<
      Models,
      Model,
      Exclude<(All & keyof Model) | Changed | PresetKeys<Models, Model, Name, Other>, ExcludedBy<Other>>,
      All,
      Blocks,
      Changed
    >
  : SelectMarked<
      Models,
      Model & Attributes<Exclude<Other, Marked> & string>,
      Name,
      All | Exclude<Other, Marked>,
      Blocks,
      Changed,
      Extract<Other, Marked>
    >;

/** An attribute's value under its UID: text, or what the text of a JSON attribute says; absent where unset. */
type Attributes<Uid extends string> = { [Key in Uid]?: unknown };

type SelectKeys<Models, Model, Wanted, All, Blocks extends SomeBlock, Changed> = [Wanted] extends [
  infer Keys extends keyof Model,
]
  ? {
      [Key in Keys as [Key] extends [Changed]
        ? All & `${Key & string}~${string}` extends `${string}rename<${infer Title}>${string}`
          ? Title
          : Key
        : Key]: Key extends Changed
        ? ChangedValue<Models, Model[Key], All & `${Key & string}~${string}`, Blocks>
        : Key extends Blocks["opener"]
          ? Inside<Models, Model[Key], InnerOf<Blocks, Key>>
          : Model[Key];
    }
  : never;

type ExcludedBy<Item> = Item extends `!${infer Name}` ? Name : never;

/** The keys that one preset gives; distributes over the items. */
type PresetKeys<Models, Model, Name, Item> = Item extends "*" | ":all"
  ? keyof Model
  : Item extends ":owner" | ":persisted"
    ? PresetsOf<Models, Name, "both" | Item> & keyof Model
    : Item extends ":simple"
      ? { [Key in keyof Model]-?: Model[Key] extends Simple ? Key : never }[keyof Model]
      : Item extends ":identifiable"
        ? Identifying & keyof Model
        : Item extends ":nameable"
          ? Naming & keyof Model
          : never;

type Simple = string | number | boolean | undefined;
type Identifying = "id" | "name" | "code" | "created" | "lastUpdated" | "lastUpdatedBy";
type Naming = "id" | "name" | "shortName" | "description" | "code" | "created" | "lastUpdated";

type ChangedValue<Models, Value, Item, Blocks extends SomeBlock> = Item extends `${string}~${infer Steps}`
  ? Transformed<Item extends Blocks["opener"] ? Inside<Models, Value, InnerOf<Blocks, Item>> : Value, Steps>
  : never;

/** What transformers make of a value; `rename` changes the key only. */
type Transformed<Original, Steps> = Steps extends `rename<${string}>~${infer Rest}`
  ? Transformed<Original, Rest>
  : Steps extends `rename<${string}>`
    ? Original
    : Original extends undefined
      ? never
      : Steps extends `size${string}`
        ? number
        : Steps extends `is${string}`
          ? boolean
          : Original extends readonly (infer Item)[]
            ? Steps extends `pluck${infer Argument}`
              ? Plucked<Item, ArgumentOf<Argument>>[]
              : Steps extends `keyBy${infer Argument}`
                ? { [key: string]: Keyed<Item, ArgumentOf<Argument>> }
                : Original
            : Original;

type ArgumentOf<Text> = Text extends `<${infer Name}>${string}` ? Name : "id";

/** An item that lacks the property stays as it is. */
type Plucked<Item, Name> = Name extends keyof Item
  ? undefined extends Item[Name]
    ? Exclude<Item[Name], undefined> | Item
    : Item[Name]
  : Item;

/** Items that share a key stand in an array; UIDs are unique. */
type Keyed<Item, Name> = Name extends "id" ? Item : Item | Item[];
