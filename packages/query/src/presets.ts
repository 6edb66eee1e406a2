/** Key under which a core's `Models` tells what the presets of `fields` give; it exists in types only. */
export declare const presets: unique symbol;

/**
 * What `:owner` and `:persisted` give of one model: the names that both give, and those that only one does.
 * The other presets need no table.
 */
export interface PresetNames<
  Both extends string = never,
  Owner extends string = never,
  Persisted extends string = never,
> {
  both: Both;
  ":owner": Owner;
  ":persisted": Persisted;
}

/** What the core's table of presets says of a model in the given columns; `never` where it has no row. */
export type PresetsOf<Models, Name, Column> = Models extends { readonly [presets]: infer Table }
  ? Name extends keyof Table
    ? Table[Name][Column & keyof Table[Name]]
    : never
  : never;
