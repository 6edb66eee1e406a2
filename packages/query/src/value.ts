/** Key under which a text names what kind of text it is; it exists in types only. */
declare const kind: unique symbol;

/** A text that carries the name of its kind in the type only: every `string` is one. */
type TextOfKind<Kind extends string> = string & { readonly [kind]?: Kind };

/** Date and time as DHIS2 writes it, in the server's own zone and without naming it: `2026-11-22T01:41:49.176`. */
export type DateTime = TextOfKind<"DateTime">;

/**
 * A value of an enum as read: the members this release knows, and any text that a newer one may send.
 * Write shapes take the closed enum.
 */
export type OpenEnum<Name extends string, Member extends string> = Member | TextOfKind<`enum ${Name}`>;

/** The kind of a text property: `"DateTime"`, `"enum ValueType"`, or `never` for plain text. */
export type TextKind<Text> = Text extends { readonly [kind]?: infer Kind } ? Extract<Kind, string> : never;
