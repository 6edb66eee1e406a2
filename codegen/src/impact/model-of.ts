import { Node, type SourceFile, SyntaxKind } from "ts-morph";
import type { BreakingChanges } from "./breaking-changes.ts";

/** Which model an expression holds: one of it, a list, a page or a promise of such are all the same here. */
export type ModelOf = (expression: Node) => string | undefined;

/** Names of the client's read and write methods, whose results are objects of the resource. */
const resourceMethods: ReadonlySet<string> = new Set([
  "get",
  "list",
  "page",
  "pages",
  "iterate",
  "create",
  "patch",
  "replace",
]);
/** Methods of arrays that hand items to a function, or give items back. */
const handsItems: ReadonlySet<string> = new Set([
  "map",
  "forEach",
  "filter",
  "find",
  "some",
  "every",
  "flatMap",
  "sort",
  "toSorted",
]);
const givesItems: ReadonlySet<string> = new Set([
  "filter",
  "find",
  "at",
  "slice",
  "sort",
  "toSorted",
  "concat",
  "reverse",
]);

/** `options` of `dhis2.resources.options`, where an expression is that. */
export function resourceNamed(node: Node): string | undefined {
  if (!Node.isPropertyAccessExpression(node)) return undefined;
  const owner = node.getExpression();
  return Node.isPropertyAccessExpression(owner) && owner.getName() === "resources"
    ? node.getName()
    : undefined;
}

/** Follows names to where they come from, within a file and across its imports. */
export function modelFinder(
  changes: BreakingChanges,
  isClientImport: (file: SourceFile, name: string) => boolean,
): ModelOf {
  const cache = new Map<Node, string | undefined>();
  return find;

  function find(node: Node): string | undefined {
    if (cache.has(node)) return cache.get(node);
    cache.set(node, undefined); // a name that comes from itself has no model
    const found = compute(node);
    cache.set(node, found);
    return found;
  }

  function compute(node: Node): string | undefined {
    if (
      Node.isAwaitExpression(node) ||
      Node.isParenthesizedExpression(node) ||
      Node.isNonNullExpression(node)
    )
      return find(node.getExpression());
    if (Node.isAsExpression(node) || Node.isSatisfiesExpression(node))
      return modelOfType(node.getTypeNode()) ?? find(node.getExpression());
    if (Node.isElementAccessExpression(node)) return find(node.getExpression());
    if (Node.isPropertyAccessExpression(node)) return ofAccess(node.getExpression(), node.getName());
    if (Node.isCallExpression(node)) return ofCall(node.getExpression());
    if (Node.isIdentifier(node)) return ofName(node);
    return undefined;
  }

  function ofAccess(owner: Node, name: string): string | undefined {
    const model = find(owner);
    if (model === undefined) return undefined;
    return name === "items" ? model : propertyModel(model, name);
  }

  function propertyModel(model: string, name: string): string | undefined {
    const type = changes.model(model)?.properties.find((property) => property.name === name)?.type;
    const item = type?.kind === "array" ? type.item : type;
    return item?.kind === "ref" || item?.kind === "embedded" ? item.model : undefined;
  }

  function ofCall(callee: Node): string | undefined {
    if (!Node.isPropertyAccessExpression(callee)) return undefined;
    const resource = resourceNamed(callee.getExpression());
    if (resource !== undefined)
      return resourceMethods.has(callee.getName()) ? changes.resourceModel(resource) : undefined;
    return givesItems.has(callee.getName()) ? find(callee.getExpression()) : undefined;
  }

  function ofName(node: Node): string | undefined {
    for (const declaration of node.getSymbol()?.getDeclarations() ?? []) {
      const found = ofDeclaration(declaration);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function ofDeclaration(declaration: Node): string | undefined {
    if (Node.isBindingElement(declaration)) {
      const owner = declaration.getParent()?.getParent();
      const model = owner === undefined ? undefined : ofDeclaration(owner);
      const name = declaration.getPropertyNameNode()?.getText() ?? declaration.getName();
      if (model === undefined || Node.isArrayBindingPattern(declaration.getParent())) return model;
      return name === "items" ? model : propertyModel(model, name);
    }
    if (Node.isVariableDeclaration(declaration)) {
      const annotated = modelOfType(declaration.getTypeNode());
      if (annotated !== undefined) return annotated;
      const initializer = declaration.getInitializer();
      if (initializer !== undefined) return find(initializer);
      const loop = declaration.getFirstAncestorByKind(SyntaxKind.ForOfStatement);
      return loop?.getInitializer() === declaration.getParent() ? find(loop.getExpression()) : undefined;
    }
    if (Node.isParameterDeclaration(declaration))
      return modelOfType(declaration.getTypeNode()) ?? ofCallback(declaration);
    if (Node.isImportSpecifier(declaration)) {
      const target = declaration.getNameNode().getSymbol()?.getAliasedSymbol();
      for (const original of target?.getDeclarations() ?? []) {
        const found = ofDeclaration(original);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** The item that a method of arrays hands to a function. */
  function ofCallback(parameter: Node): string | undefined {
    const call = parameter.getParent()?.getParent();
    if (!Node.isCallExpression(call)) return undefined;
    const callee = call.getExpression();
    if (!Node.isPropertyAccessExpression(callee) || !handsItems.has(callee.getName())) return undefined;
    return find(callee.getExpression());
  }

  /** `DataElement` of `DataElement`, `DataElement[]`, `readonly DataElement[]`, `DataElementCreate`. */
  function modelOfType(type: Node | undefined): string | undefined {
    if (type === undefined) return undefined;
    if (Node.isArrayTypeNode(type)) return modelOfType(type.getElementTypeNode());
    if (Node.isTypeOperatorTypeNode(type)) return modelOfType(type.getTypeNode());
    if (!Node.isTypeReference(type)) return undefined;
    const name = type.getTypeName().getText();
    const [inner] = type.getTypeArguments();
    if (inner !== undefined) return modelOfType(inner);
    if (!isClientImport(type.getSourceFile(), name)) return undefined;
    return [name, name.replace(/(?:Create|Update)$/, "")].find(
      (candidate) => changes.model(candidate) !== undefined,
    );
  }
}
