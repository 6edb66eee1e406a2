import { ts } from "ts-morph";
import type { StaticReader } from "./static-text.ts";

/** A key that an object literal gives, by its own name or by what is spread into it. */
export interface GivenKey {
  readonly name: string;
  /** The key itself, where it stands. */
  readonly node: ts.Node;
  readonly value: ts.Expression;
}

/** The keys of an object literal, those of literals that are spread into it too. */
export function givenKeys(literal: ts.ObjectLiteralExpression, reader: StaticReader): readonly GivenKey[] {
  return literal.properties.flatMap((member): readonly GivenKey[] => {
    if (ts.isSpreadAssignment(member))
      return reader
        .objects(member.expression)
        .flatMap((inner) => (inner === literal ? [] : givenKeys(inner, reader)));
    const { name } = member;
    if (name === undefined || !(ts.isIdentifier(name) || ts.isStringLiteralLike(name))) return [];
    if (ts.isPropertyAssignment(member)) return [{ name: name.text, node: name, value: member.initializer }];
    if (ts.isShorthandPropertyAssignment(member))
      return [{ name: name.text, node: name, value: member.name }];
    return [];
  });
}

/** The values that an object literal gives to a key. */
export const propertyValues = (
  literal: ts.ObjectLiteralExpression,
  key: string,
  reader: StaticReader,
): readonly ts.Expression[] =>
  givenKeys(literal, reader).flatMap(({ name, value }) => (name === key ? [value] : []));

/** Whether all keys of an object literal are known: nothing is spread into it but other literals. */
export const isWhole = (literal: ts.ObjectLiteralExpression, reader: StaticReader): boolean =>
  literal.properties.every(
    (member) => !ts.isSpreadAssignment(member) || reader.objects(member.expression).length > 0,
  );
