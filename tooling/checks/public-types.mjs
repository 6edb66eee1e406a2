// Every type of ours that a signature of a client names can be imported from that client.
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { versions } from "../examples.mjs";
import { root } from "../steps.mjs";
import { conclude } from "./report.mjs";

/** What cannot be imported by its own name, and how it is named instead. */
const otherwise = [
  { what: /^packages\/core-common\//, how: 'CommonCore["models"]["DataElement"]' },
  { what: /\/openapi\/(all-)?operations\.d\.ts#\w+Paths$/, how: 'OpenApiMaps["get"]' },
  { what: /^packages\/runtime\/dist\/client\.d\.ts#Resources$/, how: 'Dhis2["resources"]' },
  {
    what: /^packages\/query\/dist\/filter\/operators\.d\.ts#(Equality|Pattern|Range|Text)Operator$/,
    how: "ValueOperator",
  },
  {
    what: /^packages\/query\/dist\/value\.d\.ts#EnumKind$/,
    how: "the mark inside OpenEnum; nobody writes one",
  },
  { what: /\/presets\.d\.ts#\w+$/, how: "queries look them up; nobody names one" },
];

/** @type {string[]} */
const problems = [];
for (const version of versions) {
  const entries = entryFiles(join(root, `packages/client-${version}`));
  const program = ts.createProgram(entries, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const exported = new Set(
    entries.flatMap((file) => {
      const source = program.getSourceFile(file);
      const module = source && checker.getSymbolAtLocation(source);
      return module === undefined ? [] : namesOf(checker, module);
    }),
  );
  const seen = new Set(exported);
  const open = [...exported];
  for (let symbol = open.pop(); symbol !== undefined; symbol = open.pop()) {
    const { named, inherited } = namesIn(checker, symbol);
    for (const used of [...named, ...inherited]) {
      if (seen.has(used) || !isOurs(used)) continue;
      seen.add(used);
      open.push(used);
      const from = relative(root, used.declarations?.[0]?.getSourceFile().fileName ?? "");
      if (!named.has(used) || used.declarations?.every(isAbbreviation)) continue;
      if (otherwise.some(({ what }) => what.test(`${from}#${used.name}`))) continue;
      problems.push(
        `client-${version}: '${used.name}' of ${from}, which '${symbol.name}' names, is not exported`,
      );
    }
  }
}
conclude("public types", problems);

/** Declaration files that users of a package import, but for the folders of subpath patterns. @param {string} folder */
function entryFiles(folder) {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.values(exports)
    .map((entry) => (typeof entry === "object" ? join(folder, entry.types) : ""))
    .filter((file) => existsSync(file));
}

/**
 * What a module exports, with what it exports as a namespace.
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} module
 * @returns {ts.Symbol[]}
 */
function namesOf(checker, module) {
  return checker.getExportsOfModule(module).flatMap((one) => {
    const symbol = resolved(checker, one);
    return symbol.flags & ts.SymbolFlags.ValueModule ? namesOf(checker, symbol) : [symbol];
  });
}

/** @param {ts.TypeChecker} checker @param {ts.Symbol} symbol */
function resolved(checker, symbol) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/**
 * Types that the declarations of a symbol name where users see them; what is inherited needs no name, its members do.
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} symbol
 */
function namesIn(checker, symbol) {
  /** @type {Set<ts.Symbol>} */
  const named = new Set();
  /** @type {Set<ts.Symbol>} */
  const inherited = new Set();
  /** @param {ts.Node} node */
  const visit = (node) => {
    // What a type computes with is its own affair; its arguments are named where it is used.
    if (ts.isConditionalTypeNode(node) || ts.isMappedTypeNode(node) || ts.isTypeParameterDeclaration(node))
      return;
    if (isPrivate(node)) return;
    const isHeritage = ts.isExpressionWithTypeArguments(node);
    const name = isHeritage ? node.expression : ts.isTypeReferenceNode(node) ? node.typeName : undefined;
    const used = name && checker.getSymbolAtLocation(name);
    if (used) (isHeritage ? inherited : named).add(resolved(checker, used));
    ts.forEachChild(node, visit);
  };
  for (const declaration of symbol.declarations ?? []) ts.forEachChild(declaration, visit);
  return { named, inherited };
}

/** @param {ts.Node} node */
function isPrivate(node) {
  if (!ts.canHaveModifiers(node)) return false;
  return (
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false) ||
    (ts.isPropertyDeclaration(node) && ts.isPrivateIdentifier(node.name))
  );
}

/** Declared by a package of the workspace, and no type parameter. @param {ts.Symbol} symbol */
function isOurs({ declarations = [], flags }) {
  if (flags & ts.SymbolFlags.TypeParameter) return false;
  return declarations.some((one) => one.getSourceFile().fileName.startsWith(join(root, "packages")));
}

/** An alias that its module keeps to itself: a shorter way to write what could stand in its place. @param {ts.Node} node */
function isAbbreviation(node) {
  return (
    ts.isTypeAliasDeclaration(node) &&
    !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}
