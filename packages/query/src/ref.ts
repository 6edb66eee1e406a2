/** Key under which a {@link Ref} names its target; it exists in types only. */
declare const refersTo: unique symbol;

/**
 * A reference to another metadata object, as the server writes it when nothing more is asked for: `{ id }`.
 *
 * The name of the target lives in the type only, so `{ id: "…" }` is a `Ref` of anything, but a
 * `Ref<"Category">` is not a `Ref<"DataElement">`.
 */
export interface Ref<Model extends string> {
  /** UID of the object referred to: a letter, then ten letters or digits. */
  id: string;
  readonly [refersTo]?: Model;
}

/** The model that a {@link Ref} refers to. */
export type RefTarget<Reference> = Reference extends { readonly [refersTo]?: infer Model }
  ? Extract<Model, string>
  : never;
