import type { refersTo } from "../ref.ts";

/** What stands inside the brackets after a property: a model, and its name where the property is a `Ref`. */
export interface Target<Model, Name> {
  model: Model;
  name: Name;
}

/**
 * Where the brackets after a property of this type lead: to the model a `Ref` names or to an embedded
 * object, through collections; `never` for texts, numbers, maps and open JSON, which take no brackets.
 */
export type TargetOf<Models, Value> = Value extends readonly (infer Item)[]
  ? TargetOf<Models, Item>
  : Value extends { readonly [refersTo]?: infer Name }
    ? Name extends keyof Models
      ? Target<Models[Name], Name>
      : never
    : Value extends object
      ? string extends keyof Value
        ? never
        : Target<Value, never>
      : never;
