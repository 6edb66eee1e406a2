import { ts } from "ts-morph";
import { resolvedSymbol } from "../resolved-symbol.ts";
import type { Search } from "../search.ts";
import { named } from "./names.ts";
import { fieldsUse } from "./queries.ts";

/** Names in types: imports of what is gone, `CategoryOption["legendSet"]`, `Pick<CategoryOption, "legendSet">`. */
export function typeUses(node: ts.Node, search: Search): void {
  const { changes, report } = search;
  if (ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) {
    const declaration = ts.isImportSpecifier(node) ? node.parent.parent.parent : node.parent.parent;
    const from = declaration.moduleSpecifier;
    const name = node.propertyName ?? node.name;
    if (from !== undefined && ts.isStringLiteralLike(from) && changes.isClient(from.text))
      report(changes.ofType(name.text), name.text, name);
  } else if (ts.isQualifiedName(node)) qualified(node.right, search);
  else if (ts.isImportTypeNode(node)) {
    if (node.qualifier !== undefined && ts.isIdentifier(node.qualifier)) qualified(node.qualifier, search);
  } else if (ts.isIndexedAccessTypeNode(node)) indexed(node, search);
  else if (ts.isTypeReferenceNode(node)) reference(node, search);
}

/** `client.PushAnalysis` of `import type * as client`. */
function qualified(name: ts.Identifier, { checker, standIn, changes, report }: Search): void {
  const found = changes.ofType(name.text);
  if (found.length === 0) return;
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol !== undefined && standIn.isOurs(symbol)) report(found, name.text, name);
}

function indexed({ objectType, indexType }: ts.IndexedAccessTypeNode, search: Search): void {
  const { checker, standIn, changes, report } = search;
  for (const key of literalsIn(indexType)) {
    if (ts.isTypeReferenceNode(objectType)) {
      const shapes = standIn.member(resolvedSymbol(objectType.typeName, checker)) === "Schemas";
      if (shapes) report(changes.ofShape(key.text), `Schemas["${key.text}"]`, key);
    }
    if (!changes.names.has(key.text)) continue;
    named(checker.getPropertyOfType(checker.getTypeAtLocation(objectType), key.text), key, false, search);
  }
}

function reference({ typeName, typeArguments }: ts.TypeReferenceNode, search: Search): void {
  const { checker, standIn, changes, report } = search;
  const [of, keys, fields] = typeArguments ?? [];
  if (of === undefined) return;
  const member = standIn.member(resolvedSymbol(typeName, checker));
  if (member === "Ref") {
    for (const key of literalsIn(of)) report(changes.ofType(key.text), key.text, key);
  } else if (member === "Selected") {
    if (keys === undefined || fields === undefined) return;
    for (const { text: model } of literalsIn(keys))
      for (const text of literalsIn(fields))
        fieldsUse(model, text.text, (at) => at + text.getStart() + 1, text, search);
  } else if (keys !== undefined) {
    for (const key of literalsIn(keys))
      if (changes.names.has(key.text))
        named(checker.getPropertyOfType(checker.getTypeAtLocation(of), key.text), key, false, search);
  }
}

function literalsIn(type: ts.TypeNode): readonly ts.StringLiteralLike[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(literalsIn);
  return ts.isLiteralTypeNode(type) && ts.isStringLiteralLike(type.literal) ? [type.literal] : [];
}
