import type { Items } from "../items.ts";
import type { RuleOf } from "../rule.ts";

/**
 * Rules about facts that only `/api/schemas` has: silent for a class that one of the releases describes in OpenAPI
 * alone, where such facts are not known.
 */
export function betweenSchemas<Kind extends "model" | "property">(
  rules: readonly RuleOf<Kind>[],
): readonly RuleOf<Kind>[] {
  return rules.map((rule) =>
    rule.on === "changed"
      ? {
          ...rule,
          fires: (before: Items[Kind], after: Items[Kind]) =>
            isSameKind(before, after) && rule.fires(before, after),
        }
      : rule,
  );
}

const isSameKind = (before: Items["model" | "property"], after: Items["model" | "property"]): boolean =>
  before.model.kind === after.model.kind;
