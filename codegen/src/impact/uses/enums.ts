import { ts } from "ts-morph";
import type { Search } from "../search.ts";

/** Members of enums that are gone, by their text; and code that lists all members of an enum that has new ones. */
export function enumUses(node: ts.Node, search: Search): void {
  if (ts.isStringLiteralLike(node)) memberText(node, search);
  else if (ts.isPropertyAssignment(node)) memberKey(node, search);
  else if (ts.isSwitchStatement(node)) switchUse(node, search);
  else if (ts.isTypeReferenceNode(node) || ts.isMappedTypeNode(node)) mappingUse(node, search);
}

/** `"TRACKER_ASSOCIATE"` where a member of an enum is expected, or is compared with one. */
function memberText(node: ts.StringLiteralLike, search: Search): void {
  const { changes, standIn, report } = search;
  if (!changes.goneMembers.has(node.text) || !ts.isExpression(node)) return;
  const name = standIn.enumOf(comparedType(node, search));
  if (name === undefined) return;
  const place = { file: node.getSourceFile(), position: node.getStart() + 1 };
  report(changes.ofEnumMember(name, node.text), `${name}.${node.text}`, place);
}

function comparedType(node: ts.StringLiteralLike, { checker }: Search): ts.Type | undefined {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && isComparison(parent.operatorToken.kind))
    return checker.getTypeAtLocation(parent.left === node ? parent.right : parent.left);
  if (ts.isCaseClause(parent)) return checker.getTypeAtLocation(parent.parent.parent.expression);
  return checker.getContextualType(node);
}

const isComparison = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
  kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
  kind === ts.SyntaxKind.EqualsEqualsToken ||
  kind === ts.SyntaxKind.ExclamationEqualsToken;

/** A key of a mapping from members of an enum: `{ TRACKER_ASSOCIATE: "…" }`. */
function memberKey({ name, parent }: ts.PropertyAssignment, search: Search): void {
  const { checker, changes, report } = search;
  if (!(ts.isIdentifier(name) || ts.isStringLiteralLike(name)) || !changes.goneMembers.has(name.text)) return;
  if (!ts.isObjectLiteralExpression(parent)) return;
  const mapped = keyEnum(checker.getContextualType(parent), search);
  if (mapped !== undefined) report(changes.ofEnumMember(mapped, name.text), `${mapped}.${name.text}`, name);
}

/** The enum whose members are the keys of a type: `Record<ValueType, string>`. */
function keyEnum(type: ts.Type | undefined, search: Search): string | undefined {
  const { checker, standIn } = search;
  if (type === undefined) return undefined;
  const [first] = type.aliasTypeArguments ?? [];
  if (first !== undefined) return standIn.enumOf(first) ?? keyEnum(first, search);
  const mapping = type.symbol?.declarations?.find(ts.isMappedTypeNode);
  const { constraint } = mapping?.typeParameter ?? {};
  return constraint && standIn.enumOf(checker.getTypeAtLocation(constraint));
}

/** A `switch` that a new member falls through, or that proves that there is none. */
function switchUse(node: ts.SwitchStatement, search: Search): void {
  const { checker, standIn, changes, report } = search;
  const name = standIn.enumOf(checker.getTypeAtLocation(node.expression));
  if (name === undefined) return;
  const rest = node.caseBlock.clauses.find(ts.isDefaultClause);
  if (rest !== undefined && !provesNever(rest, search)) return;
  for (const { member, change } of changes.newMembers(name))
    report([change], `${name}.${member}`, node.expression);
}

/** Whether a default clause says that nothing is left: `const rest: never = type`, `assertNever(type)`. */
function provesNever(clause: ts.DefaultClause, { checker }: Search): boolean {
  const isNever = (node: ts.Node): boolean => {
    if (node.kind === ts.SyntaxKind.NeverKeyword) return true;
    if (!ts.isCallExpression(node)) return ts.forEachChild(node, isNever) ?? false;
    const parameters = checker.getResolvedSignature(node)?.parameters ?? [];
    return parameters.some(
      (parameter) => checker.getTypeOfSymbolAtLocation(parameter, node).flags & ts.TypeFlags.Never,
    );
  };
  return clause.statements.some(isNever);
}

/** `Record<ValueType, …>` and `{ [Type in ValueType]: … }`, which the new members are missing from. */
function mappingUse(node: ts.TypeReferenceNode | ts.MappedTypeNode, search: Search): void {
  const { checker, standIn, changes, report } = search;
  const keys = ts.isMappedTypeNode(node)
    ? node.questionToken === undefined && node.typeParameter.constraint
    : node.typeName.getText() === "Record" && node.typeArguments?.[0];
  if (!keys || isPartial(node.parent)) return;
  const name = standIn.enumOf(checker.getTypeAtLocation(keys));
  if (name === undefined) return;
  for (const { member, change } of changes.newMembers(name)) report([change], `${name}.${member}`, node);
}

const isPartial = (node: ts.Node): boolean =>
  ts.isTypeReferenceNode(node) && node.typeName.getText() === "Partial";
