import type { JsonObject } from "../snapshot/json-cursor.ts";
import { compareText } from "../text-order.ts";
import { type SubjectKind, subjectKinds } from "./change.ts";
import type { DiffSide, Items } from "./items.ts";
import { type Matched, matchItems } from "./match.ts";
import type { RuleOf } from "./rule.ts";
import { rulesBySubject } from "./rules/table.ts";
import { isSameJson } from "./same-json.ts";

/** A rule that fired, before findings are put together. */
export interface Finding {
  readonly rule: Pick<RuleOf<SubjectKind>, "id" | "level" | "on" | "title" | "why" | "todo">;
  /** The item as it is now, as it was where it is gone. */
  readonly item: Items[SubjectKind];
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Where the owners of a kind's items are. */
const ownerKind: Partial<Record<SubjectKind, SubjectKind>> = {
  property: "model",
  "enum-member": "enum",
  parameter: "operation",
  body: "operation",
  response: "operation",
  "component-property": "component",
};

/** Kinds of which nothing is known but what the documents say at that place. */
const toldWhole: ReadonlySet<SubjectKind> = new Set([
  "parameter",
  "body",
  "response",
  "media-type",
  "document",
]);

/** Every rule that fires between two servers. */
export function findChanges(before: DiffSide, after: DiffSide): Finding[] {
  const counterparts = new Map<SubjectKind, ReadonlyMap<string, string>>();
  return subjectKinds.flatMap((kind) => compareKind(kind, before, after, counterparts));
}

function compareKind<Kind extends SubjectKind>(
  kind: Kind,
  before: DiffSide,
  after: DiffSide,
  counterparts: Map<SubjectKind, ReadonlyMap<string, string>>,
): Finding[] {
  const owner = ownerKind[kind];
  const owners =
    kind === "media-type"
      ? new Map([...(counterparts.get("body") ?? []), ...(counterparts.get("response") ?? [])])
      : owner && counterparts.get(owner);
  const matched: Matched<Items[Kind]> = matchItems<Items[Kind]>(before[kind], after[kind], owners);
  counterparts.set(kind, new Map(matched.pairs.map(([one, other]) => [one.key, other.key])));
  const rules: Rules<Kind> = rulesBySubject[kind];
  return [
    ...matched.removed.flatMap((item) => presence(rules, "removed", item)),
    ...matched.added.flatMap((item) => presence(rules, "added", item)),
    ...matched.pairs.flatMap(([one, other]) => changed(rules, one, other)),
  ];
}

type Rules<Kind extends SubjectKind> = readonly RuleOf<Kind>[];

function presence<Kind extends SubjectKind>(
  rules: Rules<Kind>,
  on: "added" | "removed",
  item: Items[Kind],
): Finding[] {
  for (const rule of rules) {
    if (rule.on !== on || rule.fires?.(item) === false) continue;
    const shown = rule.show?.(item);
    const [before, after] = on === "removed" ? [shown, undefined] : [undefined, shown];
    return [{ rule, item, before, after }];
  }
  return [];
}

function changed<Kind extends SubjectKind>(
  rules: Rules<Kind>,
  before: Items[Kind],
  after: Items[Kind],
): Finding[] {
  if (toldWhole.has(before.kind) && isSameJson(before.raw, after.raw)) return [];
  const fired: Finding[] = [];
  const explained: string[] = [];
  for (const rule of rules) {
    if (rule.on !== "changed" || !rule.fires(before, after)) continue;
    fired.push({ rule, item: after, before: rule.show(before), after: rule.show(after) });
    explained.push(...rule.keys);
  }
  const detail = rules.find(({ on }) => on === "detail");
  const keys = differentKeys(before.raw, after.raw).filter((key) => !explained.includes(key));
  if (detail !== undefined && keys.length > 0)
    fired.push({
      rule: detail,
      item: after,
      before: details(before.raw, keys),
      after: details(after.raw, keys),
    });
  return fired;
}

function differentKeys(before: JsonObject, after: JsonObject): string[] {
  if (before === after) return [];
  const keys = Object.keys(before).filter((key) => !isSameJson(before[key], after[key]));
  for (const key of Object.keys(after))
    if (!Object.hasOwn(before, key) && after[key] !== undefined) keys.push(key);
  return keys.sort(compareText);
}

function details(raw: JsonObject, keys: readonly string[]): string {
  return keys.map((key) => `${key}: ${JSON.stringify(raw[key]) ?? "–"}`).join("; ");
}
