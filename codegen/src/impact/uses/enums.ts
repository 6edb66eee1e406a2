import { ts } from "ts-morph";
import { givenKeys } from "../object-literal.ts";
import { resolvedSymbol } from "../resolved-symbol.ts";
import type { Search } from "../search.ts";
import type { StaticText } from "../static-text.ts";

/** Members of enums that are gone, by their text; and code that lists all members of an enum that has new ones. */
export function enumUses(node: ts.Node, search: Search): void {
  if (ts.isStringLiteralLike(node)) memberText(node, search);
  else if (ts.isPropertyAssignment(node)) memberKey(node, search);
  else if (ts.isBinaryExpression(node)) comparison(node, search);
  else if (ts.isCallExpression(node)) listed(node, search);
  else if (ts.isElementAccessExpression(node)) lookup(node, search);
  else if (ts.isLiteralTypeNode(node)) memberType(node, search);
  else if (ts.isSwitchStatement(node)) switchUse(node, search);
  else if (ts.isTypeReferenceNode(node) || ts.isMappedTypeNode(node)) mappingUse(node, search);
}

/** `"TRACKER_ASSOCIATE"` where a member of an enum is expected. */
function memberText(node: ts.StringLiteralLike, search: Search): void {
  const { checker, changes, standIn } = search;
  if (!changes.goneMembers.has(node.text) || !ts.isExpression(node)) return;
  const type = ts.isCaseClause(node.parent)
    ? checker.getTypeAtLocation(node.parent.parent.parent.expression)
    : checker.getContextualType(node);
  const name = standIn.enumOf(type);
  if (name !== undefined) gone(name, [textAt(node)], search);
}

/** `element.valueType === "TRACKER_ASSOCIATE"`, or a constant of that text. */
function comparison({ left, right, operatorToken }: ts.BinaryExpression, search: Search): void {
  if (!comparisons.has(operatorToken.kind)) return;
  const { checker, standIn, reader } = search;
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const name = standIn.enumOf(checker.getTypeAtLocation(one));
    if (name !== undefined) gone(name, reader.texts(other), search);
  }
}

const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/** `["TRACKER_ASSOCIATE"].includes(element.valueType)`, `hidden.has(element.valueType)` */
function listed({ expression: callee, arguments: [asked] }: ts.CallExpression, search: Search): void {
  if (asked === undefined || !ts.isPropertyAccessExpression(callee) || !asking.has(callee.name.text)) return;
  const name = search.standIn.enumOf(search.checker.getTypeAtLocation(asked));
  if (name !== undefined) gone(name, search.reader.listedTexts(callee.expression), search);
}

const asking: ReadonlySet<string> = new Set(["includes", "has", "indexOf"]);

/** `labels[element.valueType]` of `const labels = { TRACKER_ASSOCIATE: "…" }`. */
function lookup({ expression, argumentExpression }: ts.ElementAccessExpression, search: Search): void {
  const { checker, standIn, changes, reader, report } = search;
  const name = standIn.enumOf(checker.getTypeAtLocation(argumentExpression));
  if (name === undefined) return;
  for (const literal of reader.objects(expression))
    for (const key of givenKeys(literal, reader))
      report(changes.ofEnumMember(name, key.name), `${name}.${key.name}`, key.node);
}

/** `Extract<JobType, "PUSH_ANALYSIS">`, `JobConfigurationOf<"PUSH_ANALYSIS">` */
function memberType({ literal, parent }: ts.LiteralTypeNode, search: Search): void {
  const { checker, standIn, changes } = search;
  if (!ts.isStringLiteralLike(literal) || !changes.goneMembers.has(literal.text)) return;
  const reference = ts.isUnionTypeNode(parent) ? parent.parent : parent;
  if (!ts.isTypeReferenceNode(reference)) return;
  const member = standIn.member(resolvedSymbol(reference.typeName, checker));
  const name =
    member?.startsWith("JobConfiguration") === true
      ? "JobType"
      : reference.typeArguments
          ?.map((one) => standIn.enumOf(checker.getTypeAtLocation(one)))
          .find((one) => one !== undefined);
  if (name !== undefined) gone(name, [textAt(literal)], search);
}

/** Reports texts that were members of an enum. */
function gone(name: string, texts: readonly StaticText[], { changes, report }: Search): void {
  for (const text of texts)
    if (changes.goneMembers.has(text.value))
      report(changes.ofEnumMember(name, text.value), `${name}.${text.value}`, text.placeOf(0));
}

const textAt = (node: ts.StringLiteralLike): StaticText => ({
  value: node.text,
  placeOf: (offset) => ({ file: node.getSourceFile(), position: node.getStart() + 1 + offset }),
});

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
