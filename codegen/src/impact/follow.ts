import { ts } from "ts-morph";
import { isChoice, isName, isWrapper, listedBy, type Name, nameOfHolder } from "./expression-kinds.ts";
import { literalName } from "./literal-name.ts";
import type { Assignment, Call, ProgramIndex } from "./program-index.ts";
import { resolvedSymbol } from "./resolved-symbol.ts";
import { returnedBy } from "./returned.ts";

/** Follows expressions of a program to what they are made of, without running it. */
export interface Follower {
  /** What is found at the expressions that an expression stands for: names, choices and calls followed. */
  follow<Found>(node: ts.Expression, found: AtEnd<Found>, depth?: number): readonly Found[];
  /** The items that an expression lists, itself where it lists none. */
  items(node: ts.Expression, depth?: number): readonly ts.Expression[];
  /** The values that an expression's objects have for a key. */
  values(node: ts.Expression, key: string, depth?: number): readonly ts.Expression[];
  /** The parameter that decides what an expression is, and the calls that hand something to it. */
  handed(node: ts.Expression): readonly Handed[];
  /** The same where parameters of the called function are what this call hands to them. */
  within(call: Call): Follower;
}

type AtEnd<Found> = (end: ts.Expression, depth: number) => readonly Found[];

/** What a call hands to a parameter. */
export interface Handed {
  readonly call: Call;
  readonly value: ts.Expression;
}

const deepest = 12;

/** Looks for what names stand for in a whole program. */
export function createFollower(
  checker: ts.TypeChecker,
  index: () => ProgramIndex,
  bound: ReadonlyMap<ts.Node, Call> = new Map(),
): Follower {
  /** Names that are being followed: `text = text + x` ends there. */
  const active = new Set<ts.Symbol>();
  const self: Follower = { follow, items, values, handed, within };
  return self;

  function within(call: Call): Follower {
    const declaration = checker.getResolvedSignature(call)?.declaration;
    return declaration === undefined
      ? self
      : createFollower(checker, index, new Map([...bound, [declaration, call]]));
  }

  function follow<Found>(node: ts.Expression, found: AtEnd<Found>, depth = 0): readonly Found[] {
    if (depth > deepest) return found(node, depth);
    if (isWrapper(node)) return follow(node.expression, found, depth);
    const through = (sources: readonly ts.Expression[]): readonly Found[] =>
      sources.length === 0
        ? found(node, depth)
        : sources.flatMap((source) => follow(source, found, depth + 1));
    if (!isName(node)) return through(sourcesOf(node));
    const symbol = symbolOf(node);
    if (symbol === undefined) return through(sourcesOfMember(node, depth));
    if (active.has(symbol)) return found(node, depth);
    active.add(symbol);
    const all = through(sourcesOfName(node, symbol, depth));
    active.delete(symbol);
    return all;
  }

  function sourcesOf(node: ts.Expression): readonly ts.Expression[] {
    if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
    if (ts.isCallExpression(node)) return resultsOf(node);
    if (!ts.isBinaryExpression(node)) return [];
    const { kind } = node.operatorToken;
    if (isChoice(kind)) return [node.left, node.right];
    return kind === ts.SyntaxKind.AmpersandAmpersandToken ? [node.right] : [];
  }

  /** What a name is made from: its initializer, what is assigned to it later, what calls hand to a parameter. */
  function sourcesOfName(node: Name, symbol: ts.Symbol, depth: number): readonly ts.Expression[] {
    const known = (symbol.declarations ?? []).flatMap((declaration) => sourcesOfDeclaration(declaration));
    const all = [...known, ...assignedTo(symbol)];
    return all.length > 0 ? all : sourcesOfMember(node, depth);
  }

  /** `options.fields` of an object that is handed over. */
  function sourcesOfMember(node: Name, depth: number): readonly ts.Expression[] {
    const key = ts.isIdentifier(node) ? undefined : keyOf(node);
    return key === undefined || ts.isIdentifier(node) ? [] : values(node.expression, key, depth + 1);
  }

  function keyOf(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | undefined {
    if (ts.isPropertyAccessExpression(node)) return node.name.text;
    const type = checker.getTypeAtLocation(node.argumentExpression);
    return type.isStringLiteral() ? type.value : undefined;
  }

  function sourcesOfDeclaration(declaration: ts.Declaration): readonly ts.Expression[] {
    if (ts.isParameter(declaration)) return sourcesOfParameter(declaration);
    if (ts.isBindingElement(declaration)) return sourcesOfBinding(declaration);
    if (ts.isShorthandPropertyAssignment(declaration)) return [declaration.name];
    if (ts.isGetAccessorDeclaration(declaration)) return returnedBy(declaration);
    if (ts.isVariableDeclaration(declaration)) return sourcesOfVariable(declaration);
    const hasInitializer =
      ts.isPropertyAssignment(declaration) ||
      ts.isPropertyDeclaration(declaration) ||
      ts.isEnumMember(declaration);
    return hasInitializer && declaration.initializer !== undefined ? [declaration.initializer] : [];
  }

  /** `for (const name of names)` gives its items. */
  function sourcesOfVariable({ initializer, parent }: ts.VariableDeclaration): readonly ts.Expression[] {
    if (initializer !== undefined) return [initializer];
    return ts.isForOfStatement(parent.parent) ? items(parent.parent.expression) : [];
  }

  function sourcesOfParameter(parameter: ts.ParameterDeclaration): readonly ts.Expression[] {
    const initial = parameter.initializer === undefined ? [] : [parameter.initializer];
    return [...initial, ...handedTo(parameter).map(({ value }) => value)];
  }

  /** `const { fields } = options`, `([first]: string[]) => …` */
  function sourcesOfBinding(element: ts.BindingElement): readonly ts.Expression[] {
    const { parent: pattern } = element;
    const holder = pattern.parent;
    const wholes = sourcesOfDeclaration(holder);
    const initial = element.initializer === undefined ? [] : [element.initializer];
    if (element.dotDotDotToken !== undefined) return wholes;
    if (ts.isArrayBindingPattern(pattern)) {
      const at = pattern.elements.indexOf(element);
      return [...initial, ...wholes.flatMap((whole) => items(whole).slice(at, at + 1))];
    }
    const name = literalName(element.propertyName ?? element.name);
    return name === undefined ? initial : [...initial, ...wholes.flatMap((whole) => values(whole, name))];
  }

  function handedTo(parameter: ts.ParameterDeclaration): readonly Handed[] {
    const { parent: callee } = parameter;
    const at = callee.parameters.indexOf(parameter);
    const listed = at === 0 ? listedBy(callee) : undefined;
    if (listed !== undefined) return items(listed.expression).map((value) => ({ call: listed.call, value }));
    const one = bound.get(callee);
    const calls = one === undefined ? callsOf(callee) : [one];
    return calls.flatMap((call) => {
      const given = call.arguments ?? [];
      const values = parameter.dotDotDotToken === undefined ? given.slice(at, at + 1) : given.slice(at);
      return values.map((value) => ({ call, value }));
    });
  }

  function callsOf(callee: ts.SignatureDeclaration): readonly Call[] {
    const name = callee.name ?? nameOfHolder(callee);
    if (name === undefined || !ts.isIdentifier(name)) return [];
    const calls = index().calls.get(name.text) ?? [];
    return calls.filter((call) => checker.getResolvedSignature(call)?.declaration === callee);
  }

  function handed(node: ts.Expression): readonly Handed[] {
    const declarations = isName(node) ? (symbolOf(node)?.declarations ?? []) : [];
    return declarations.flatMap((declaration): readonly Handed[] => {
      if (ts.isParameter(declaration)) return handedTo(declaration);
      if (!ts.isBindingElement(declaration) || !ts.isParameter(declaration.parent.parent)) return [];
      const name = literalName(declaration.propertyName ?? declaration.name);
      if (name === undefined) return [];
      return handedTo(declaration.parent.parent).flatMap(({ call, value }) =>
        values(value, name).map((inner) => ({ call, value: inner })),
      );
    });
  }

  /** What a variable is given after it was made, and a property by way of `this`. */
  function assignedTo(symbol: ts.Symbol): readonly ts.Expression[] {
    return assignments(symbol.name, (target) => {
      const ofThis =
        ts.isPropertyAccessExpression(target) && target.expression.kind === ts.SyntaxKind.ThisKeyword;
      return (ts.isIdentifier(target) || ofThis) && symbolOf(target) === symbol;
    });
  }

  function assignments(name: string, isMeant: (target: Name) => boolean): readonly ts.Expression[] {
    const all: readonly Assignment[] = index().assignments.get(name) ?? [];
    return all.flatMap(({ target, values: given }) => (isName(target) && isMeant(target) ? given : []));
  }

  function values(node: ts.Expression, key: string, depth = 0): readonly ts.Expression[] {
    const symbol = isName(node) ? symbolOf(node) : undefined;
    const later = assignments(key, (target) => {
      if (symbol === undefined || ts.isIdentifier(target) || !isName(target.expression)) return false;
      return symbolOf(target.expression) === symbol;
    });
    const literals = follow(node, (end) => (ts.isObjectLiteralExpression(end) ? [end] : []), depth);
    return [...literals.flatMap((literal) => valuesIn(literal, key, depth)), ...later];
  }

  function valuesIn(
    literal: ts.ObjectLiteralExpression,
    key: string,
    depth: number,
  ): readonly ts.Expression[] {
    return literal.properties.flatMap((member): readonly ts.Expression[] => {
      if (ts.isSpreadAssignment(member))
        return depth > deepest ? [] : values(member.expression, key, depth + 1);
      if (member.name === undefined || literalName(member.name) !== key) return [];
      if (ts.isPropertyAssignment(member)) return [member.initializer];
      return ts.isShorthandPropertyAssignment(member) ? [member.name] : [];
    });
  }

  function items(node: ts.Expression, depth = 0): readonly ts.Expression[] {
    return follow(node, itemsOfEnd, depth);
  }

  function itemsOfEnd(end: ts.Expression, depth: number): readonly ts.Expression[] {
    if (depth > deepest) return [end];
    if (ts.isArrayLiteralExpression(end))
      return end.elements.flatMap((element) =>
        ts.isSpreadElement(element) ? items(element.expression, depth + 1) : [element],
      );
    if (ts.isNewExpression(end)) return (end.arguments ?? []).flatMap((one) => items(one, depth + 1));
    if (!ts.isCallExpression(end) || !ts.isPropertyAccessExpression(end.expression)) return [end];
    const { name, expression: list } = end.expression;
    const [first] = end.arguments;
    if (name.text === "concat") return [list, ...end.arguments].flatMap((one) => items(one, depth + 1));
    if (keeping.has(name.text)) return items(list, depth + 1);
    if (ts.isIdentifier(list) && making.has(`${list.text}.${name.text}`))
      return first === undefined ? [] : items(first, depth + 1);
    if (first === undefined || !(name.text === "map" || name.text === "flatMap")) return [end];
    const results = functionsOf(first).flatMap(returnedBy);
    return name.text === "map" ? results : results.flatMap((result) => items(result, depth + 1));
  }

  /** The functions that a callback may be. */
  function functionsOf(node: ts.Expression): readonly ts.FunctionLikeDeclaration[] {
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return [node];
    const declarations = isName(node) ? (symbolOf(node)?.declarations ?? []) : [];
    return declarations.flatMap((declaration): readonly ts.FunctionLikeDeclaration[] => {
      if (ts.isFunctionDeclaration(declaration)) return [declaration];
      const made = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
      return made === undefined ? [] : functionsOf(made);
    });
  }

  /** What a function of the program returns. */
  function resultsOf(call: ts.CallExpression): readonly ts.Expression[] {
    const declaration = checker.getResolvedSignature(call)?.declaration;
    return declaration === undefined || !("body" in declaration) ? [] : returnedBy(declaration);
  }

  function symbolOf(node: Name): ts.Symbol | undefined {
    const at = ts.isPropertyAccessExpression(node)
      ? node.name
      : ts.isElementAccessExpression(node)
        ? node.argumentExpression
        : node;
    if (!ts.isShorthandPropertyAssignment(at.parent)) return resolvedSymbol(at, checker);
    const value = checker.getShorthandAssignmentValueSymbol(at.parent);
    return value !== undefined && value.flags & ts.SymbolFlags.Alias
      ? checker.getAliasedSymbol(value)
      : value;
  }
}

/** Lists that keep items of another, and calls that make a list of another. */
const keeping: ReadonlySet<string> = new Set([
  "filter",
  "slice",
  "sort",
  "reverse",
  "toSorted",
  "toReversed",
]);
const making: ReadonlySet<string> = new Set(["Array.from", "Object.freeze"]);
