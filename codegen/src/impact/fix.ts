import { Node, type SourceFile, SyntaxKind } from "ts-morph";
import type { Use } from "./find-uses.ts";

/**
 * Makes the changes that need no thought: imports of the other release's packages, and members of enums that have
 * another name. Everything else is left to a person.
 *
 * @returns whether the file was changed
 */
export function fixFile(file: SourceFile, uses: readonly Use[], before: string, after: string): boolean {
  const text = file.getFullText();
  renameMembers(file, uses);
  const declarations = [...file.getImportDeclarations(), ...file.getExportDeclarations()];
  for (const declaration of declarations) {
    const specifier = declaration.getModuleSpecifierValue();
    const [, name, rest = ""] =
      new RegExp(`^@dhis2w/(client|core)-${before}(/.*)?$`).exec(specifier ?? "") ?? [];
    if (name !== undefined) declaration.setModuleSpecifier(`@dhis2w/${name}-${after}${rest}`);
  }
  return file.getFullText() !== text;
}

/** From the end of the file to its beginning, so that places stay right. */
function renameMembers(file: SourceFile, uses: readonly Use[]): void {
  const renames = uses.filter(
    ({ change }) => change.rule === "enum-member-removed" && change.renamedTo !== undefined,
  );
  for (const { change, what, position } of [...renames].sort((a, b) => b.position - a.position)) {
    const old = what.slice(what.lastIndexOf(".") + 1);
    const found = file.getDescendantAtPos(position);
    if (found === undefined || change.renamedTo === undefined) continue;
    if (found.getText() === old) found.replaceWithText(change.renamedTo);
    else replaceText(found, old, change.renamedTo);
  }
}

/** In the text of a property's value or of a filter. */
function replaceText(node: Node, old: string, renamed: string): void {
  const owner = node.getFirstAncestorByKind(SyntaxKind.PropertyAssignment)?.getInitializer();
  const literal = [node, owner].find((candidate) => Node.isStringLiteral(candidate));
  if (!Node.isStringLiteral(literal)) return;
  literal.setLiteralValue(literal.getLiteralValue().replace(new RegExp(`\\b${old}\\b`), renamed));
}
