import { ts } from "ts-morph";
import type { Search } from "../search.ts";

/** A resource whose method is called, and a search in which arguments belong to the call that names the resource. */
export interface Receiver {
  readonly model: string;
  readonly search: Search;
}

/** How many wrappers of wrappers are looked through. */
const deepest = 4;

/** The resource, or the resources, whose method a call calls. */
export function receivers(call: ts.CallExpression, search: Search): readonly Receiver[] {
  const callee = ts.isNonNullExpression(call.expression) ? call.expression.expression : call.expression;
  return ts.isPropertyAccessExpression(callee) ? receiversOf(callee.expression, search, 0) : [];
}

/**
 * A function that is handed a resource, or its name, calls as many as its callers name; each with what that caller
 * hands over besides: `load("dashboards", "id,name")`.
 */
function receiversOf(node: ts.Expression, search: Search, depth: number): readonly Receiver[] {
  const { checker, reader, changes } = search;
  const models = modelsOfResource(checker.getTypeAtLocation(node), search);
  const own = models.map((model) => ({ model, search }));
  if (models.length === 1 || depth > deepest) return own;
  const alias = initializerOf(node, checker);
  if (alias !== undefined) return receiversOf(alias, search, depth + 1);
  const named = ts.isElementAccessExpression(node) ? node.argumentExpression : undefined;
  const handed = reader.handed(named ?? node).flatMap(({ call, value }): readonly Receiver[] => {
    const inner = { ...search, reader: reader.within(call) };
    if (named === undefined) return receiversOf(value, inner, depth + 1);
    return inner.reader.texts(value).flatMap((text) => {
      const model = changes.resourceModel(text.value);
      return model === undefined ? [] : [{ model, search: inner }];
    });
  });
  return handed.length > 0 ? handed : own;
}

/** `const resource = dhis2.resources[name]` */
function initializerOf(node: ts.Expression, checker: ts.TypeChecker): ts.Expression | undefined {
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  return declaration !== undefined && ts.isVariableDeclaration(declaration)
    ? declaration.initializer
    : undefined;
}

function modelsOfResource(type: ts.Type, { checker, standIn }: Search): readonly string[] {
  return (type.isUnion() ? type.types : [type]).flatMap((one) => {
    const [, row] = checker.getTypeArguments(one as ts.TypeReference); // gives none for what is no reference
    const model = row && checker.getPropertyOfType(row, "model");
    return model === undefined
      ? []
      : standIn.modelsOf(checker.getTypeOfSymbol(model)).map((shape) => shape.model);
  });
}
