type Lower =
  | "a"
  | "b"
  | "c"
  | "d"
  | "e"
  | "f"
  | "g"
  | "h"
  | "i"
  | "j"
  | "k"
  | "l"
  | "m"
  | "n"
  | "o"
  | "p"
  | "q"
  | "r"
  | "s"
  | "t"
  | "u"
  | "v"
  | "w"
  | "x"
  | "y"
  | "z";
type Upper = Uppercase<Lower>;
type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type Letter = Lower | Upper;
type Sign = Letter | Digit;

/**
 * Whether a name is an attribute's UID: a letter and ten letters or digits.
 *
 * A misspelt property of eleven letters has that form too (`displayNmae`), so what reads as one word in
 * camelCase is none: it starts with a small letter, has no digit and no two capitals in a row. One in eighty of
 * the UIDs that DHIS2 makes reads so. It passes as a `string`: `` `id,${uid}` ``, `where(uid, "eq", value)`
 * (decisions/0096).
 */
export type IsUid<Name> =
  Name extends `${infer A}${infer B}${infer C}${infer D}${infer E}${infer F}${infer G}${infer H}${infer I}${infer J}${infer K}`
    ? [A, B, C, D, E, F, G, H, I, J, K] extends [
        Letter,
        Sign,
        Sign,
        Sign,
        Sign,
        Sign,
        Sign,
        Sign,
        Sign,
        Sign,
        Sign,
      ]
      ? A extends Upper
        ? true
        : [B | C | D | E | F | G | H | I | J | K] extends [Letter]
          ? [B, C] | [C, D] | [D, E] | [E, F] | [F, G] | [G, H] | [H, I] | [I, J] | [J, K] extends infer Pair
            ? [Extract<Pair, [Upper, Upper]>] extends [never]
              ? false
              : true
            : never
          : true
      : false
    : false;
