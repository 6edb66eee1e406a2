import type { PresetsOf } from "../presets.ts";
import type { Level, ParseFields } from "./grammar.ts";
import type { Change, ChangesOf, WithSteps } from "./items.ts";
import type { TargetOf } from "./target.ts";
import type { IsUid } from "./uid.ts";

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
  IsKnown<Fields> extends true
    ? ParseFields<Fields> extends infer Tree
      ? Tree extends { message: string }
        ? Partial<Models[Name]>
        : SelectLevel<Models, Models[Name], Name, Tree>
      : never
    : // The compiler puts `any` for `Fields` where it compares a resource with what all releases share.
      unknown extends Fields
      ? Models[Name]
      : Partial<Models[Name]>;

/** `true` for a literal, `false` for `string` and for templates with an unknown part. */
// biome-ignore lint/complexity/noBannedTypes: a record of an unknown text has no required key
export type IsKnown<Text extends string> = {} extends Record<Text, 1> ? false : true;

/** The selection inside the brackets after a value; collections stay collections, and users come as they do. */
type Inside<Models, Owner, Block> = Owner extends undefined
  ? never
  : Owner extends readonly (infer Item)[]
    ? Inside<Models, Item, Block>[]
    : TargetOf<Models, Owner> extends { model: infer Model; name: infer Name }
      ? [Name] extends [never]
        ? Model extends Models["UserSummary" & keyof Models]
          ? Owner
          : SelectLevel<Models, Model, Name, Block>
        : SelectLevel<Models, Model, Name, Block>
      : Owner;

type SelectLevel<Models, Model, Name, Tree> =
  Tree extends Level<infer Names, infer Blocks>
    ? [Names | keyof Blocks] extends [infer Keys extends keyof Model]
      ? { [Key in Keys]: Key extends keyof Blocks ? Inside<Models, Model[Key], Blocks[Key]> : Model[Key] }
      : [Names | keyof Blocks] extends ["*" | ":all"]
        ? Model
        : Exclude<Names | keyof Blocks, keyof Model> extends infer Special
          ? SelectMixed<
              Models,
              Model,
              (Names | keyof Blocks) & keyof Model,
              PresetKeys<Models, Model, Name, Exclude<Special, WithSteps>>,
              Special extends `!${infer Excluded}` ? Excluded : never,
              Blocks,
              ChangesOf<Special, Blocks>
            >
          : never
    : never;

/** A level with presets, exclusions, transformers or attribute UIDs. */
type SelectMixed<Models, Model, Named, Preset, Excluded, Blocks, Changed> =
  Exclude<Named | Preset | keyof Changed, Excluded> extends infer Keys
    ? [Keys] extends [infer Own extends keyof Model]
      ? { [Key in Own as NewName<Key, Changed>]: Value<Models, Model[Key], Key, Blocks, Changed> }
      : WithAttributes<Model, Exclude<Keys, keyof Model>> extends infer Whole
        ? [Extract<Keys, keyof Whole>] extends [infer All extends keyof Whole]
          ? { [Key in All as NewName<Key, Changed>]: Value<Models, Whole[Key], Key, Blocks, Changed> }
          : never
        : never
    : never;

/** The keys that one item other than a property gives; distributes over the items. */
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
          : IsUid<Item> extends true
            ? Item
            : never;

type Simple = string | number | boolean | undefined;
type Identifying = "id" | "name" | "code" | "created" | "lastUpdated" | "lastUpdatedBy";
type Naming = "id" | "name" | "shortName" | "description" | "code" | "created" | "lastUpdated";

/** An attribute's value under its UID: text, or what the text of a JSON attribute says; absent where unset. */
type WithAttributes<Model, Uids> = Model & { [Uid in Uids & string]?: unknown };

/** The key of an item in the answer. */
export type NewName<Key, Changed> = Key extends keyof Changed
  ? Changed[Key] extends { steps: `${string}rename<${infer Name}>${string}` }
    ? Name
    : Key
  : Key;

type Value<Models, Original, Key, Blocks, Changed> = Key extends keyof Changed
  ? Changed[Key] extends Change<infer Steps, infer Block>
    ? Transformed<[Block] extends [null] ? Original : Inside<Models, Original, Block>, Steps>
    : never
  : Key extends keyof Blocks
    ? Inside<Models, Original, Blocks[Key]>
    : Original;

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
