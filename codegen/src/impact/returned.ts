import { ts } from "ts-morph";

/** The expressions that a function may return; none where it has no body. */
export function returnedBy(
  declaration: ts.Node & { readonly body?: ts.Node | undefined },
): readonly ts.Expression[] {
  const { body } = declaration;
  if (body === undefined) return [];
  if (!ts.isBlock(body)) return ts.isExpression(body) ? [body] : [];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}
