import { ts } from "ts-morph";
import { literalName } from "./literal-name.ts";
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
    const { name: key } = member;
    if (key === undefined) return [];
    return keyNames(key, reader).flatMap((name): readonly GivenKey[] => {
      if (ts.isPropertyAssignment(member)) return [{ name, node: key, value: member.initializer }];
      return ts.isShorthandPropertyAssignment(member) ? [{ name, node: key, value: member.name }] : [];
    });
  });
}

/** `{ a: 1 }`, `{ "a": 1 }`, `{ [name]: 1 }` */
function keyNames(key: ts.PropertyName, reader: StaticReader): readonly string[] {
  const name = literalName(key);
  if (name !== undefined) return [name];
  return ts.isComputedPropertyName(key) ? reader.texts(key.expression).map(({ value }) => value) : [];
}

/** Whether all keys of an object literal are known: nothing is spread into it but other literals. */
export const isWhole = (literal: ts.ObjectLiteralExpression, reader: StaticReader): boolean =>
  literal.properties.every(
    (member) => !ts.isSpreadAssignment(member) || reader.objects(member.expression).length > 0,
  );
