import type { NameOf } from "../fields/check.ts";
import type { Target, TargetOf } from "../fields/target.ts";
import type { IsUid } from "../fields/uid.ts";
import type { Ref } from "../ref.ts";
import type { EnumKind, KindOf } from "../value.ts";
import type { EqualityOperator, ListOperator, RangeOperator, TextOperator } from "./operators.ts";

/** What a path leads to: how it is called in messages, which operators apply, and which values. */
export interface Property<out Label, out Operators, out Value> {
  label: Label;
  operators: Operators;
  value: Value;
}

export type SomeProperty = Property<unknown, unknown, unknown>;

/** What the path of a filter leads to, or why it leads nowhere; `Root` is `true` for the resource's own model. */
export type PropertyAt<Models, Model, Name, Path, Root> = Path extends keyof Model
  ? Path extends "attributeValues"
    ? Property<"attribute values", "empty" | "!empty", never>
    : PropertyOf<Models, Model[Path] & {}>
  : Path extends `${infer First}.${infer Next}`
    ? First extends keyof Model
      ? First extends "attributeValues"
        ? Next extends "attribute.id"
          ? Property<"attribute", "eq", string>
          : `'${Path}' is understood by 41 only: filter by the attribute's UID`
        : Beyond<Models, Model[First] & {}> extends Target<infer Inner, infer InnerName>
          ? PropertyAt<Models, Inner, InnerName, Next, false>
          : `'${First}' has no properties to filter by`
      : `'${First}' is not a property of ${NameOf<Models, Model, Name> & string}`
    : Root extends true
      ? Path extends "identifiable"
        ? Property<"id, name, code or shortName", EqualityOperator | TextOperator, string>
        : "attributeValues" extends keyof Model
          ? IsUid<Path> extends true
            ? Property<"attribute", EqualityOperator | TextOperator | NullOperator, string>
            : NoProperty<Models, Model, Name, Path>
          : NoProperty<Models, Model, Name, Path>
      : NoProperty<Models, Model, Name, Path>;

type NoProperty<Models, Model, Name, Path> = Path extends ""
  ? "a property name is missing"
  : `'${Path & string}' is not a property of ${NameOf<Models, Model, Name> & string}`;

/** Where a path goes on. Answers show five properties of a user; filters reach all of them. */
export type Beyond<Models, Value> = "User" extends keyof Models
  ? Value extends Models["UserSummary" & keyof Models]
    ? Target<Models["User"], "User">
    : TargetOf<Models, Value>
  : TargetOf<Models, Value>;

type PropertyOf<Models, Value> = [Value] extends [boolean]
  ? Property<"boolean", ComparisonOperator, "true" | "false">
  : [Value] extends [number]
    ? Property<"number", ComparisonOperator, `${number}`>
    : [Value] extends [string]
      ? TextProperty<KindOf<Value>>
      : [Value] extends [readonly unknown[]]
        ? Property<"collection", EqualityOperator | RangeOperator | "empty" | "!empty", `${number}`>
        : [Value] extends [Ref<infer Target>]
          ? Property<Target extends keyof Models ? Target : "reference", NullOperator, never>
          : Property<"object", never, never>;

type TextProperty<Kind> = Kind extends "DateTime"
  ? Property<"DateTime", ComparisonOperator, `${number}-${number}${string}`>
  : Kind extends EnumKind<infer Name, infer Member>
    ? Property<`enum ${Name}`, EqualityOperator | ListOperator | NullOperator, Member>
    : Property<"text", ComparisonOperator | TextOperator, string>;

type NullOperator = "null" | "!null";
type ComparisonOperator = EqualityOperator | RangeOperator | ListOperator | NullOperator;
