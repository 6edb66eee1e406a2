/**
 * The property of an attribute that says whether objects of a resource can carry values of it: `categoryAttribute` for
 * `categories`. `objectTypes` says the same, but the server ignores it in writes (BUG-125).
 */
export const flagOf = <Resource extends string>(resource: Resource): FlagOf<Resource> =>
  // The two say the same; the compiler cannot see it.
  `${resource.replace(/ies$/, "y").replace(/s$/, "")}Attribute` as FlagOf<Resource>;

/** {@link flagOf} as a type. */
export type FlagOf<Resource extends string> = Resource extends `${infer Stem}ies`
  ? `${Stem}yAttribute`
  : Resource extends `${infer Stem}s`
    ? `${Stem}Attribute`
    : never;
