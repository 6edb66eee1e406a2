import { ts } from "ts-morph";

/** An expression that names a variable or a property. */
export type Name = ts.Identifier | ts.PropertyAccessExpression | ts.ElementAccessExpression;
/** An expression that is as the one in it. */
export type Wrapper = ts.ParenthesizedExpression | ts.AsExpression | ts.SpreadElement; // and others that hold one expression

const handingItems: ReadonlySet<string> = new Set([
  "map",
  "flatMap",
  "filter",
  "forEach",
  "find",
  "some",
  "every",
]);

/** The list whose items a callback is given one by one. */
export function listedBy(
  callback: ts.Node,
): { readonly call: ts.CallExpression; readonly expression: ts.Expression } | undefined {
  const { parent: call } = callback;
  if (!ts.isCallExpression(call) || call.arguments[0] !== callback) return undefined;
  const { expression: callee } = call;
  return ts.isPropertyAccessExpression(callee) && handingItems.has(callee.name.text)
    ? { call, expression: callee.expression }
    : undefined;
}

/** The name of a function that has none itself: of its variable or property, of the class that it makes. */
export function nameOfHolder({ parent }: ts.SignatureDeclaration): ts.Node | undefined {
  const holds =
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isClassDeclaration(parent);
  return holds ? parent.name : undefined;
}

/** Whether an expression names a variable or a property. */
export const isName = (node: ts.Node): node is Name =>
  ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);

/** Whether an expression is as the one in it. */
export const isWrapper = (node: ts.Expression): node is Wrapper =>
  ts.isParenthesizedExpression(node) ||
  ts.isAsExpression(node) ||
  ts.isTypeAssertionExpression(node) ||
  ts.isSatisfiesExpression(node) ||
  ts.isNonNullExpression(node) ||
  ts.isAwaitExpression(node) ||
  ts.isSpreadElement(node);

/** Whether an operator gives one of its sides. */
export const isChoice = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
