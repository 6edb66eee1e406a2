import { ts } from "ts-morph";
import { literalName } from "../literal-name.ts";
import type { Search } from "../search.ts";
import { calledMember } from "./called-member.ts";

/** Properties, resources and members of enums by their name: `option.legendSet`, `{ legendSet }`, `["legendSet"]`. */
export function nameUses(node: ts.Node, search: Search): void {
  const { checker, changes } = search;
  if (ts.isPropertyAccessExpression(node)) {
    if (changes.names.has(node.name.text))
      named(checker.getSymbolAtLocation(node.name), node.name, isWrite(node), search);
  } else if (ts.isElementAccessExpression(node)) elementUse(node, search);
  else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const place = node.propertyName ?? node.name;
    const name = literalName(place);
    if (name !== undefined) memberUse(checker.getTypeAtLocation(node.parent), name, place, false, search);
  } else if (ts.isBinaryExpression(node)) binaryUse(node, search);
  else if (ts.isStringLiteralLike(node)) textUse(node, search);
  else resourceUse(node, search);
}

/** `dhis2.attributeValues.getValue("pushAnalysis", …)`, and a constant of that text. */
function resourceUse(node: ts.Node, search: Search): void {
  const { reader, changes, report } = search;
  const called = calledMember(node, (name) => takingResource.has(name), search);
  const [owner] = called?.member.split(".") ?? [];
  if (called === undefined || !(owner === "AttributeValues" || owner === "Attributes")) return;
  for (const text of reader.texts(called.call.arguments[0]))
    report(changes.ofResource(text.value), text.value, text.placeOf(0));
}

const takingResource: ReadonlySet<string> = new Set([
  "getValue",
  "setValue",
  "deleteValue",
  "findUidsByValue",
  "findOneUidByValue",
  "listFor",
]);

/** `option["legendSet"]`, `option[name]` where the compiler knows the name. */
function elementUse(node: ts.ElementAccessExpression, search: Search): void {
  const { checker, changes } = search;
  const { argumentExpression: key, expression: owner } = node;
  const type = checker.getTypeAtLocation(key);
  const names = (type.isUnion() ? type.types : [type]).flatMap((one) =>
    one.isStringLiteral() ? [one.value] : [],
  );
  // Whatever property is asked for: `option[key]` of a function that takes any.
  if (type.isUnion() && (changes.modelsOfKeys(names).length > 0 || isAnyResource(names, search))) return;
  for (const name of names) memberUse(checker.getTypeAtLocation(owner), name, key, isWrite(node), search);
}

/** `"legendSet" in option`, and `({ legendSet: set } = option)`. */
function binaryUse({ left, right, operatorToken }: ts.BinaryExpression, search: Search): void {
  const type = (): ts.Type => search.checker.getTypeAtLocation(right);
  if (operatorToken.kind === ts.SyntaxKind.InKeyword && ts.isStringLiteralLike(left))
    memberUse(type(), left.text, left, false, search);
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isObjectLiteralExpression(left)) return;
  for (const { name: key } of left.properties) {
    const name = key && literalName(key);
    if (key !== undefined && name !== undefined) memberUse(type(), name, key, false, search);
  }
}

/** A property of a type, by its name. */
function memberUse(type: ts.Type, name: string, place: ts.Node, isWritten: boolean, search: Search): void {
  const { checker, changes } = search;
  if (!changes.names.has(name)) return;
  named(checker.getPropertyOfType(checker.getNonNullableType(type), name), place, isWritten, search);
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

/** A text where the name of any resource, or of any property of a model, may stand: an argument, a value of `keyof`. */
function textUse(node: ts.StringLiteralLike, search: Search): void {
  const { changes, report } = search;
  const { text } = node;
  if (!(changes.resourceNames.has(text) || changes.names.has(text)) || !ts.isExpression(node)) return;
  const names = expectedTexts(node, search);
  const place = { file: node.getSourceFile(), position: node.getStart() + 1 };
  if (isAnyResource(names, search)) report(changes.ofResource(text), text, place);
  for (const model of changes.modelsOfKeys(names))
    report(changes.ofProperty(model, text, "read"), `${model}.${text}`, place);
}

/** All texts that may stand where one does. */
function expectedTexts(node: ts.StringLiteralLike, { checker }: Search): readonly string[] {
  const expected = checker.getContextualType(node);
  const type = expected && (checker.getBaseConstraintOfType(expected) ?? expected);
  // The compiler has taken the text itself for what the function is generic in.
  const whole = type?.isStringLiteral() === true ? declaredType(node, checker) : type;
  return whole?.isUnion() === true
    ? whole.types.flatMap((one) => (one.isStringLiteral() ? [one.value] : []))
    : [];
}

/** What a function says that it takes where an argument stands. */
function declaredType(node: ts.StringLiteralLike, checker: ts.TypeChecker): ts.Type | undefined {
  const { parent: call } = node;
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return undefined;
  const { declaration } = checker.getResolvedSignature(call) ?? {};
  const parameter = declaration?.parameters[call.arguments?.indexOf(node) ?? -1];
  if (parameter === undefined || !ts.isParameter(parameter)) return undefined;
  return checker.getBaseConstraintOfType(checker.getTypeAtLocation(parameter));
}

function isAnyResource(names: readonly string[], { changes }: Search): boolean {
  const { resources } = changes.server;
  return names.length >= resources.length && resources.every(({ name }) => names.includes(name));
}
