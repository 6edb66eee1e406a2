import { ts } from "ts-morph";
import { lazily } from "../lazily.ts";

/** Where something stands in a program. */
export interface Place {
  readonly file: ts.SourceFile;
  readonly position: number;
}

/** A text that a program writes down, perhaps in parts; what is only known at run time is {@link unknownPart}. */
export interface StaticText {
  readonly value: string;
  /** Where a letter of it stands, which may be in another file. */
  placeOf(offset: number): Place;
}

/** Stands for a part of a text that is only known at run time. */
export const unknownPart = "\0";

interface Part extends Place {
  readonly value: string;
}
type Parts = readonly Part[];

/** Where a program's expressions are followed to, to be read without running it. */
export interface StaticReader {
  /** The texts that an expression may be; none where it is known at run time only. */
  texts(node: ts.Expression | undefined): readonly StaticText[];
  /** The texts of a list, or of one text. */
  listedTexts(node: ts.Expression | undefined): readonly StaticText[];
  /** The object literals that an expression may be. */
  objects(node: ts.Expression | undefined): readonly ts.ObjectLiteralExpression[];
  /** The items that an expression lists, itself where it lists none. */
  items(node: ts.Expression): readonly ts.Expression[];
}

const deepest = 12;
const mostAlternatives = 24;

/**
 * Reads texts, lists and objects that a program writes down: literals, templates, sums, `join`, conditions, constants
 * and properties of constants, results of its own functions, and what is handed to their parameters.
 */
export function staticReader(checker: ts.TypeChecker, files: readonly ts.SourceFile[]): StaticReader {
  const callsByName = lazily(() => callIndex(files));
  const reader: StaticReader = {
    texts: (node) => partsOf(node, 0).filter(isKnown).map(textOf),
    listedTexts: (node) =>
      node === undefined
        ? []
        : reader.items(node).flatMap((item) => partsOf(item, 0).filter(isKnown).map(textOf)),
    objects: (node) => ends(node, 0).filter(ts.isObjectLiteralExpression),
    items: (node) => itemsOf(node, 0),
  };
  return reader;

  function partsOf(node: ts.Expression | undefined, depth: number): readonly Parts[] {
    return ends(node, depth)
      .slice(0, mostAlternatives)
      .flatMap((end) => partsOfEnd(end, depth + 1));
  }

  function partsOfEnd(node: ts.Expression, depth: number): readonly Parts[] {
    const file = node.getSourceFile();
    const unknown: Parts[] = [[{ value: unknownPart, file, position: node.getStart() }]];
    if (depth > deepest) return unknown;
    if (ts.isStringLiteralLike(node)) return [[literalPart(node, node.text)]];
    if (ts.isTemplateExpression(node))
      return node.templateSpans.reduce<readonly Parts[]>(
        (before, { expression, literal }) =>
          joined(joined(before, partsOf(expression, depth)), [[literalPart(literal, literal.text)]]),
        [[literalPart(node.head, node.head.text)]],
      );
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
      return joined(partsOf(node.left, depth), partsOf(node.right, depth));
    return joinOfList(node, depth) ?? unknown;
  }

  /** `[a, b].join(",")` */
  function joinOfList(node: ts.Expression, depth: number): readonly Parts[] | undefined {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
    if (node.expression.name.text !== "join") return undefined;
    const [separator] = node.arguments;
    if (separator !== undefined && !ts.isStringLiteralLike(separator)) return undefined;
    const between: Parts = [
      { value: separator?.text ?? ",", file: node.getSourceFile(), position: node.getStart() },
    ];
    return itemsOf(node.expression.expression, depth).reduce<readonly Parts[]>(
      (before, item, index) => joined(index === 0 ? before : joined(before, [between]), partsOf(item, depth)),
      [[]],
    );
  }

  function itemsOf(node: ts.Expression, depth: number): readonly ts.Expression[] {
    return ends(node, depth).flatMap((end): readonly ts.Expression[] =>
      ts.isArrayLiteralExpression(end) && depth < deepest
        ? end.elements.flatMap((element) =>
            ts.isSpreadElement(element) ? itemsOf(element.expression, depth + 1) : [element],
          )
        : [end],
    );
  }

  /** The expressions that an expression stands for, names and calls followed. */
  function ends(node: ts.Expression | undefined, depth: number): readonly ts.Expression[] {
    if (node === undefined) return [];
    if (depth > deepest) return [node];
    if (
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isSatisfiesExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isAwaitExpression(node)
    )
      return ends(node.expression, depth);
    if (ts.isConditionalExpression(node))
      return [...ends(node.whenTrue, depth + 1), ...ends(node.whenFalse, depth + 1)];
    if (ts.isBinaryExpression(node) && isChoice(node.operatorToken.kind))
      return [...ends(node.left, depth + 1), ...ends(node.right, depth + 1)];
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const found = sourcesOf(node).flatMap((source) => ends(source, depth + 1));
      return found.length === 0 ? [node] : found;
    }
    if (ts.isCallExpression(node)) {
      const results = resultsOf(node).flatMap((result) => ends(result, depth + 1));
      return results.length === 0 ? [node] : results;
    }
    return [node];
  }

  /** What a name is made from: its initializer, or what calls hand to a parameter. */
  function sourcesOf(node: ts.Expression): readonly ts.Expression[] {
    const at = ts.isPropertyAccessExpression(node)
      ? node.name
      : ts.isElementAccessExpression(node)
        ? node.argumentExpression
        : node;
    let symbol = checker.getSymbolAtLocation(at);
    if (symbol !== undefined && ts.isIdentifier(at) && ts.isShorthandPropertyAssignment(at.parent))
      symbol = checker.getShorthandAssignmentValueSymbol(at.parent);
    if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias)
      symbol = checker.getAliasedSymbol(symbol);
    return (symbol?.declarations ?? []).flatMap((declaration) => sourcesOfDeclaration(declaration));
  }

  function sourcesOfDeclaration(declaration: ts.Declaration): readonly ts.Expression[] {
    if (ts.isParameter(declaration)) {
      const initial = declaration.initializer === undefined ? [] : [declaration.initializer];
      return [...initial, ...handedTo(declaration)];
    }
    if (ts.isShorthandPropertyAssignment(declaration)) return sourcesOf(declaration.name);
    const hasInitializer =
      ts.isVariableDeclaration(declaration) ||
      ts.isPropertyAssignment(declaration) ||
      ts.isPropertyDeclaration(declaration);
    return hasInitializer && declaration.initializer !== undefined ? [declaration.initializer] : [];
  }

  function handedTo(parameter: ts.ParameterDeclaration): readonly ts.Expression[] {
    const callee = parameter.parent;
    const named = ts.isVariableDeclaration(callee.parent) || ts.isPropertyAssignment(callee.parent);
    const name = callee.name ?? (named ? callee.parent.name : undefined);
    if (name === undefined || !ts.isIdentifier(name)) return [];
    const index = callee.parameters.indexOf(parameter);
    return (callsByName().get(name.text) ?? []).flatMap((call) => {
      const argument = call.arguments[index];
      const isCalled = argument && checker.getResolvedSignature(call)?.declaration === callee;
      return isCalled ? [argument] : [];
    });
  }

  /** What a function of the program returns. */
  function resultsOf(call: ts.CallExpression): readonly ts.Expression[] {
    const declaration = checker.getResolvedSignature(call)?.declaration;
    if (declaration === undefined || !("body" in declaration) || declaration.body === undefined) return [];
    if (!ts.isBlock(declaration.body)) return ts.isExpression(declaration.body) ? [declaration.body] : [];
    return declaration.body.statements.flatMap((statement) =>
      ts.isReturnStatement(statement) && statement.expression !== undefined ? [statement.expression] : [],
    );
  }
}

const isChoice = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;

const literalPart = (node: ts.Node, value: string): Part => ({
  value,
  file: node.getSourceFile(),
  position: node.getStart() + 1,
});

const joined = (left: readonly Parts[], right: readonly Parts[]): readonly Parts[] =>
  left.flatMap((one) => right.map((other) => [...one, ...other])).slice(0, mostAlternatives);

const isKnown = (parts: Parts): boolean => parts.some(({ value }) => value !== unknownPart);

function textOf(parts: Parts): StaticText {
  return {
    value: parts.map(({ value }) => value).join(""),
    placeOf(offset) {
      let before = 0;
      for (const { value, file, position } of parts) {
        if (offset < before + value.length) return { file, position: position + offset - before };
        before += value.length;
      }
      const [first] = parts;
      if (first === undefined) throw new RangeError("A text without parts stands nowhere");
      return first;
    },
  };
}

function callIndex(files: readonly ts.SourceFile[]): ReadonlyMap<string, readonly ts.CallExpression[]> {
  const calls = new Map<string, ts.CallExpression[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      if (ts.isIdentifier(callee)) append(calls, callee.text, node);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  return calls;
}

function append(calls: Map<string, ts.CallExpression[]>, name: string, call: ts.CallExpression): void {
  const known = calls.get(name);
  if (known === undefined) calls.set(name, [call]);
  else known.push(call);
}
