import { ts } from "ts-morph";

/** The name that a key or a part of a pattern writes down: `a`, `"a"`, `["a"]`. */
export function literalName(name: ts.PropertyName | ts.BindingName): string | undefined {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  const inner = ts.isComputedPropertyName(name) ? name.expression : undefined;
  return inner !== undefined && ts.isStringLiteralLike(inner) ? inner.text : undefined;
}
