import { ts } from "ts-morph";

/** What calls a function, with what it hands over. */
export type Call = ts.CallExpression | ts.NewExpression;

/** A change of a variable or property after it was made: `x = …`, `x.y ??= …`, `x += …`, `x.push(…)`. */
export interface Assignment {
  readonly target: ts.Expression;
  readonly values: readonly ts.Expression[];
}

/** Places that are looked up by a name, in all files of a program. */
export interface ProgramIndex {
  /** By the name of what is called. */
  readonly calls: ReadonlyMap<string, readonly Call[]>;
  /** By the last name of what is changed. */
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
}

/** Reads all files once. */
export function programIndex(files: readonly ts.SourceFile[]): ProgramIndex {
  const calls = new Map<string, Call[]>();
  const assignments = new Map<string, Assignment[]>();
  const assign = (target: ts.Expression, values: readonly ts.Expression[]): void =>
    append(assignments, lastName(target), { target, values });
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const { expression: callee } = node;
      append(calls, lastName(callee), node);
      if (ts.isPropertyAccessExpression(callee) && adding.has(callee.name.text))
        assign(callee.expression, node.arguments ?? []);
    } else if (ts.isBinaryExpression(node) && assigning.has(node.operatorToken.kind)) {
      const isSum = node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken;
      assign(node.left, [isSum ? node : node.right]);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(file);
  return { calls, assignments };
}

const adding: ReadonlySet<string> = new Set(["push", "unshift"]);
const assigning: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
]);

/** `y` of `x.y` and of `x["y"]`. */
function lastName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (!ts.isElementAccessExpression(node)) return undefined;
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
}

function append<Item>(map: Map<string, Item[]>, key: string | undefined, item: Item): void {
  if (key === undefined) return;
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}
