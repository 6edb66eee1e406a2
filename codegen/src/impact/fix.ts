import { ts } from "ts-morph";
import type { Use } from "./search.ts";
import { walk } from "./walk.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a fix goes by: the ids of the releases, and which modules are the older client's. */
export interface Upgrade {
  readonly before: string;
  readonly after: string;
  readonly isClient: (specifier: string) => boolean;
}

/**
 * The text of a file after the changes that need no thought: imports of the other release's packages, and names of
 * types and members of enums that are called otherwise there. Everything else is left to a person.
 */
export function fixedText(file: ts.SourceFile, uses: readonly Use[], upgrade: Upgrade): string {
  const edits = [...moduleEdits(file, upgrade), ...uses.flatMap((use) => nameEdits(file.text, use))];
  const unique = new Map(edits.map((edit) => [edit.start, edit]));
  let { text } = file;
  for (const { start, end, text: replacement } of [...unique.values()].sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + replacement + text.slice(end);
  return text;
}

const moduleEdits = (file: ts.SourceFile, { before, after, isClient }: Upgrade): Edit[] =>
  moduleNames(file, isClient).map((node) => {
    const start = node.getStart(file) + 1 + node.text.indexOf(`-${before}`) + 1;
    return { start, end: start + before.length, text: after };
  });

/** Where a file names a module of a client: imports of all kinds, and what replaces the module in tests. */
export function moduleNames(
  file: ts.SourceFile,
  isClient: (specifier: string) => boolean,
): readonly ts.StringLiteralLike[] {
  const names: ts.StringLiteralLike[] = [];
  walk(file, (node) => {
    if (ts.isStringLiteralLike(node) && isClient(node.text) && isModuleName(node)) names.push(node);
  });
  return names;
}

function isModuleName(node: ts.StringLiteralLike): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isExternalModuleReference(parent) || ts.isModuleDeclaration(parent)) return true;
  if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent);
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false;
  return parent.expression.kind === ts.SyntaxKind.ImportKeyword || loading.test(parent.expression.getText());
}

/** `require`, `require.resolve`, `vi.mock`, `jest.requireActual` and their like. */
const loading = /^(?:require(?:\.resolve)?|(?:vi|jest)\.\w*(?:[mM]ock|Actual))$/;

function nameEdits(text: string, { change, what, position }: Use): Edit[] {
  const { rule, renamedTo } = change;
  if (renamedTo === undefined) return [];
  const old = what.slice(what.lastIndexOf(".") + 1);
  const start = [position, position + 1].find((at) => text.startsWith(old, at));
  if (start === undefined) return [];
  const edit = { start, end: start + old.length, text: renamedTo };
  if (rule === "enum-member-removed") return [edit];
  if (rule !== "type-renamed") return [];
  // The rest of the file goes on with the name that it knows.
  const hasAlias = /^\s+as\s/.test(text.slice(edit.end));
  return [hasAlias ? edit : { ...edit, text: `${renamedTo} as ${old}` }];
}
