/** Key under which a text names what kind of text it is; it exists in types only. */
declare const kind: unique symbol;

/** A text that carries its kind in the type only: every `string` is one. */
type TextOfKind<Kind> = string & { readonly [kind]?: Kind };

/**
 * The kind of an enum's values. A method takes the member, so that an enum of one release passes for that of another
 * which has more or fewer members: both are open.
 */
export interface EnumKind<Name extends string, Member extends string> {
  name: Name;
  has(member: Member): boolean;
}

/** Date and time as DHIS2 writes it, in the server's own zone and without naming it: `2026-11-22T01:41:49.176`. */
export type DateTime = TextOfKind<"DateTime">;

/**
 * A value of an enum as read: the members this release knows, and any text that a newer one may send.
 * Write shapes take the closed enum.
 */
export type OpenEnum<Name extends string, Member extends string> =
  | Member
  | TextOfKind<EnumKind<Name, Member>>;

/** The kind of texts: `"DateTime"`, an {@link EnumKind}, or `unknown` for plain text. */
export type KindOf<Text> = [Text] extends [string | { readonly [kind]?: infer Kind }] ? Kind : never;
