import { type SubjectKind, subjectKinds } from "./change.ts";
import { type Difference, Differences } from "./differences.ts";
import type { DiffSide, Items } from "./items.ts";
import { type Matched, matchItems, type Pair } from "./match.ts";
import { type Owners, Placed } from "./placed.ts";
import type { RuleOf } from "./rule.ts";
import { rulesBySubject } from "./rules/table.ts";

/** A rule that fired, before findings are put together. */
export interface Finding {
  /** One object for all places of what was compared once. */
  readonly difference: Difference;
  /** What it is about as it is now, as it was where it is gone. */
  readonly at: Placed;
}

/** Kinds of what has parts. */
const hasParts: ReadonlySet<SubjectKind> = new Set([
  "model",
  "enum",
  "operation",
  "body",
  "response",
  "component",
]);

/** What both sides have and has parts, by kind. */
type Pairs = { readonly [Kind in SubjectKind]: Pair<Placed<Kind>>[] };

const whole = (): readonly Pair<undefined>[] => [{ before: undefined, after: undefined }];

/** The owners that both sides have, and whose parts are therefore compared: owners stand before their parts. */
const ownersOf: { readonly [Kind in SubjectKind]: (pairs: Pairs) => readonly Pair<Owners[Kind]>[] } = {
  model: whole,
  resource: whole,
  property: ({ model }) => model,
  enum: whole,
  "enum-member": (pairs) => pairs.enum,
  behaviour: whole,
  operation: whole,
  parameter: ({ operation }) => operation,
  body: ({ operation }) => operation,
  response: ({ operation }) => operation,
  "media-type": ({ body, response }) => [...body, ...response],
  component: whole,
  "component-property": ({ component }) => component,
  document: whole,
};

/** Every rule that fires between two servers. */
export function findChanges(before: DiffSide, after: DiffSide): Finding[] {
  const pairs = Object.fromEntries(subjectKinds.map((kind) => [kind, []])) as unknown as Pairs; // each kind is a key
  const findings: Finding[] = [];
  for (const kind of subjectKinds) compareKind(kind, { before, after }, pairs, findings);
  return findings;
}

function compareKind<Kind extends SubjectKind>(
  kind: Kind,
  sides: Pair<DiffSide>,
  pairs: Pairs,
  findings: Finding[],
): void {
  const rules: Rules<Kind> = rulesBySubject[kind];
  const differences = new Differences(rules);
  for (const owner of ownersOf[kind](pairs)) {
    const before = sides.before[kind](owner.before);
    const after = sides.after[kind](owner.after);
    const matched: Matched<Items[Kind]> = matchItems<Items[Kind]>(before, after);
    for (const item of matched.removed)
      findings.push(...presence(rules, "removed", new Placed(item, owner.before)));
    for (const item of matched.added)
      findings.push(...presence(rules, "added", new Placed(item, owner.after)));
    for (const pair of matched.pairs) {
      const found = differences.between(pair);
      if (found.length === 0 && !hasParts.has(kind)) continue;
      const at = new Placed(pair.after, owner.after);
      for (const difference of found) findings.push({ difference, at });
      if (hasParts.has(kind)) pairs[kind].push({ before: new Placed(pair.before, owner.before), after: at });
    }
  }
}

type Rules<Kind extends SubjectKind> = readonly RuleOf<Kind>[];

function presence<Kind extends SubjectKind>(
  rules: Rules<Kind>,
  on: "added" | "removed",
  at: Placed<Kind>,
): Finding[] {
  const { item, owner } = at;
  for (const rule of rules) {
    if (rule.on !== on || rule.fires?.(item, owner) === false) continue;
    const shown = rule.show?.(item);
    const [before, after] = on === "removed" ? [shown, undefined] : [undefined, shown];
    return [{ difference: { rule, before, after }, at }];
  }
  return [];
}
