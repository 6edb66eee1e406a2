import { ts } from "ts-morph";
import type { Search } from "../search.ts";

/** Properties, resources and members of enums by their name: `option.legendSet`, `{ legendSet }`, `["legendSet"]`. */
export function nameUses(node: ts.Node, search: Search): void {
  const { checker, changes } = search;
  if (ts.isPropertyAccessExpression(node)) {
    if (changes.names.has(node.name.text))
      named(checker.getSymbolAtLocation(node.name), node.name, isWrite(node), search);
  } else if (ts.isElementAccessExpression(node)) {
    const { argumentExpression: name } = node;
    if (ts.isStringLiteralLike(name) && changes.names.has(name.text))
      named(checker.getSymbolAtLocation(name), name, isWrite(node), search);
  } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    if (!(ts.isIdentifier(name) || ts.isStringLiteralLike(name)) || !changes.names.has(name.text)) return;
    const owner = checker.getNonNullableType(checker.getTypeAtLocation(node.parent));
    named(checker.getPropertyOfType(owner, name.text), name, false, search);
  } else if (ts.isStringLiteralLike(node) && changes.resourceNames.has(node.text)) {
    if (isResourceName(node, search)) search.report(changes.ofResource(node.text), node.text, node);
  }
}

/** Reports what a symbol is, if it is something of the client. */
export function named(
  symbol: ts.Symbol | undefined,
  place: ts.Node,
  isWritten: boolean,
  search: Search,
): void {
  const { standIn, changes, report } = search;
  const property = standIn.property(symbol);
  if (property !== undefined) {
    const usage = isWritten || property.isWritten ? "write" : "read";
    report(
      changes.ofProperty(property.model, property.name, usage),
      `${property.model}.${property.name}`,
      place,
    );
    return;
  }
  const resource = standIn.resource(symbol);
  if (resource !== undefined) report(changes.ofResource(resource), resource, place);
  const member = standIn.enumMember(symbol);
  if (member !== undefined)
    report(changes.ofEnumMember(member.enum, member.name), `${member.enum}.${member.name}`, place);
}

function isWrite(node: ts.Expression): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/** A text where the name of any resource may stand: an argument of an accessor, a value of `keyof`. */
function isResourceName(node: ts.StringLiteralLike, { checker, changes }: Search): boolean {
  if (!ts.isExpression(node)) return false;
  const expected = checker.getContextualType(node);
  const type = expected && (checker.getBaseConstraintOfType(expected) ?? expected);
  if (type === undefined || !type.isUnion()) return false;
  const names = type.types.filter((one) => one.isStringLiteral());
  return (
    names.length >= changes.server.resources.length &&
    changes.server.resources.every(({ name }) => names.some(({ value }) => value === name))
  );
}
