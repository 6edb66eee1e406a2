/** What a resource's row says: its read model, and what its writes take. */
export type ModelOf<Models, Row> = Row extends { model: infer Name }
  ? Name extends keyof Models
    ? Models[Name]
    : never
  : never;
/** The name of a resource's read model. */
export type ModelName<Models, Row> = Row extends { model: infer Name extends keyof Models } ? Name : never;
/** What `create` takes. */
export type CreateOf<Row> = Row extends { create: infer Create } ? Create : never;
/** What `patch` takes in part. */
export type UpdateOf<Row> = Row extends { update: infer Update } ? Update : never;
/** What `replace` takes: all that a create needs, and `null` for what it may leave out. */
export type ReplacementOf<Row> = Row extends { create: infer Create } ? Replacement<Create> : never;
/** An object that stands in another's place, by what a new one takes. */
export type Replacement<Create> = {
  [Key in keyof Create]: Create[Key] | (undefined extends Create[Key] ? null : never);
};

/** The collections of a model whose members have UIDs: what `addToCollection` and its like change. */
export type CollectionOf<Model> = {
  [Key in keyof Model]-?: NonNullable<Model[Key]> extends readonly { readonly id: string }[] ? Key : never;
}[keyof Model] &
  string;

/** What a list gives when no `fields` are asked for. */
export interface ListItem {
  readonly id: string;
  readonly displayName: string;
}

/** An object as a `fields` that nobody checks selects it: the model with every property optional. */
export type Selected<Models, Row, _Fields extends string> = Partial<ModelOf<Models, Row>>;
/** What `get` gives: the whole object, or what `fields` selects. */
export type One<Models, Row, Fields> = [Fields] extends [string]
  ? Selected<Models, Row, Fields>
  : ModelOf<Models, Row>;
/** What each item of a list is: `{ id, displayName }`, or what `fields` selects. */
export type Item<Models, Row, Fields> = [Fields] extends [string] ? Selected<Models, Row, Fields> : ListItem;
