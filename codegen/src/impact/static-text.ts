import { ts } from "ts-morph";
import type { Follower } from "./follow.ts";
import type { Call } from "./program-index.ts";

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

/** What of a program can be read without running it. */
export interface StaticReader extends Pick<Follower, "items" | "values" | "handed"> {
  /** The texts that an expression may be; none where it is known at run time only. */
  texts(node: ts.Expression | undefined): readonly StaticText[];
  /** The texts of a list, or of one text. */
  listedTexts(node: ts.Expression | undefined): readonly StaticText[];
  /** The object literals that an expression may be. */
  objects(node: ts.Expression | undefined): readonly ts.ObjectLiteralExpression[];
  /** The expressions that an expression stands for, names and calls followed. */
  ends(node: ts.Expression): readonly ts.Expression[];
  /** The same where parameters of the called function are what this call hands to them. */
  within(call: Call): StaticReader;
}

const deepest = 12;
const mostAlternatives = 24;

/**
 * Reads texts, lists and objects that a program writes down: literals, templates, sums, `join`, and whatever a
 * {@link Follower} finds behind names and calls.
 */
export function staticReader(follower: Follower): StaticReader {
  const reader: StaticReader = {
    ...follower,
    texts: (node) => partsOf(node, 0).filter(isKnown).map(textOf),
    listedTexts: (node) =>
      node === undefined ? [] : follower.items(node).flatMap((item) => reader.texts(item)),
    objects: (node) => (node === undefined ? [] : reader.ends(node).filter(ts.isObjectLiteralExpression)),
    ends: (node) => follower.follow(node, (end) => [end]),
    within: (call) => staticReader(follower.within(call)),
  };
  return reader;

  function partsOf(node: ts.Expression | undefined, depth: number): readonly Parts[] {
    if (node === undefined) return [];
    return follower.follow(node, (end, at) => partsOfEnd(end, at + 1), depth).slice(0, mostAlternatives);
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
    if (ts.isBinaryExpression(node) && isSum(node.operatorToken.kind))
      return joined(partsOf(node.left, depth), partsOf(node.right, depth));
    return (ts.isCallExpression(node) ? partsOfCall(node, depth) : undefined) ?? unknown;
  }

  /** `[a, b].join(",")`, `a.concat(b)`, `a.trim()` */
  function partsOfCall(node: ts.CallExpression, depth: number): readonly Parts[] | undefined {
    if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
    const { expression, name } = node.expression;
    if (trimming.has(name.text)) return partsOf(expression, depth);
    if (name.text === "concat") return inOrder([expression, ...node.arguments], [], depth);
    const [separator] = node.arguments;
    if (name.text !== "join" || (separator !== undefined && !ts.isStringLiteralLike(separator)))
      return undefined;
    const between: Parts = [
      { value: separator?.text ?? ",", file: node.getSourceFile(), position: node.getStart() },
    ];
    return inOrder(follower.items(expression, depth), between, depth);
  }

  function inOrder(items: readonly ts.Expression[], between: Parts, depth: number): readonly Parts[] {
    return items.reduce<readonly Parts[]>(
      (before, item, index) => joined(index === 0 ? before : joined(before, [between]), partsOf(item, depth)),
      [[]],
    );
  }
}

/** Calls whose text has the same names in it. */
const trimming: ReadonlySet<string> = new Set(["trim", "replace", "replaceAll", "toString"]);

const isSum = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken;

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
