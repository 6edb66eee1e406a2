import { ts } from "ts-morph";
import type { Search } from "../search.ts";

/**
 * The member of the client that a call calls, `Resource.list`, if it is one of those names: by its owner, or by a
 * variable that it was taken into (`const { GET } = openApi(dhis2)`).
 */
export function calledMember(
  node: ts.Node,
  isWanted: (name: string) => boolean,
  { checker, standIn }: Search,
): { readonly call: ts.CallExpression; readonly member: string } | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = ts.isNonNullExpression(node.expression) ? node.expression.expression : node.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  if (!ts.isIdentifier(name) || !isWanted(name.text)) return undefined;
  const member = ts.isPropertyAccessExpression(callee)
    ? standIn.member(checker.getSymbolAtLocation(name))
    : memberOfSignature(node);
  return member === undefined ? undefined : { call: node, member };

  function memberOfSignature(call: ts.CallExpression): string | undefined {
    const declared = checker.getResolvedSignature(call)?.declaration;
    const isNamed =
      declared !== undefined && (ts.isMethodSignature(declared) || ts.isFunctionDeclaration(declared));
    return isNamed && declared.name ? standIn.member(checker.getSymbolAtLocation(declared.name)) : undefined;
  }
}
