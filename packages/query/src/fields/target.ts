import type { Ref } from "../ref.ts";

/** What stands inside the brackets after a property: a model, and its name where the property is a `Ref`. */
export interface Target<out Model, out Name> {
  model: Model;
  name: Name;
}

/**
 * Where the brackets after a property of this type lead: to the model a `Ref` names or to an embedded
 * object, through collections; `null` for texts, numbers, maps and open JSON, which take no brackets.
 */
export type TargetOf<Models, Value> = Value extends Ref<infer Name> | readonly Ref<infer Name>[]
  ? Name extends keyof Models
    ? Target<Models[Name], Name>
    : Embedded<Value>
  : Embedded<Value>;

type Embedded<Value> = Value extends readonly (infer Item)[]
  ? Embedded<Item>
  : Value extends object
    ? [keyof Value] extends [never]
      ? null
      : string extends keyof Value
        ? null
        : Target<Value, never>
    : null;
