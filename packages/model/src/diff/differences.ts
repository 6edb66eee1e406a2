import type { JsonObject } from "../snapshot/json-cursor.ts";
import { compareText } from "../text-order.ts";
import type { SubjectKind } from "./change.ts";
import type { Items } from "./items.ts";
import type { Pair } from "./match.ts";
import type { ChangeRule, RuleOf } from "./rule.ts";
import { isSameJson } from "./same-json.ts";

/** A rule that fires for two items, wherever these stand. */
export interface Difference {
  readonly rule: Pick<RuleOf<SubjectKind>, "id" | "level" | "on" | "title" | "why" | "todo">;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Kinds of which nothing is known but what the documents say at that place. */
const toldWhole: ReadonlySet<SubjectKind> = new Set([
  "parameter",
  "body",
  "response",
  "media-type",
  "document",
]);

/** Compares items of one kind that both sides have. */
export class Differences<Kind extends SubjectKind> {
  readonly #rules: readonly ChangeRule<Kind>[];
  readonly #detail: RuleOf<Kind> | undefined;
  /** By what the documents say of the earlier item: what they say of the later one, and the outcome. */
  readonly #known = new Map<
    JsonObject,
    { readonly after: JsonObject; readonly found: readonly Difference[] }
  >();

  constructor(rules: readonly RuleOf<Kind>[]) {
    this.#rules = rules.filter((rule) => rule.on === "changed");
    this.#detail = rules.find(({ on }) => on === "detail");
  }

  /** The rules that fire. What the same two objects of the documents say is compared once, wherever they stand. */
  between({ before, after }: Pair<Items[Kind]>): readonly Difference[] {
    if (!toldWhole.has(before.kind)) return this.#compare(before, after);
    const known = this.#known.get(before.raw);
    if (known?.after === after.raw) return known.found;
    const found = isSameJson(before.raw, after.raw) ? [] : this.#compare(before, after);
    this.#known.set(before.raw, { after: after.raw, found });
    return found;
  }

  #compare(before: Items[Kind], after: Items[Kind]): Difference[] {
    const found: Difference[] = [];
    const explained: string[] = [];
    for (const rule of this.#rules) {
      if (!rule.fires(before, after)) continue;
      found.push({ rule, before: rule.show(before, after), after: rule.show(after, before) });
      explained.push(...rule.keys);
    }
    if (this.#detail === undefined) return found;
    const keys = differentKeys(before.raw, after.raw).filter((key) => !explained.includes(key));
    if (keys.length > 0)
      found.push({ rule: this.#detail, before: details(before.raw, keys), after: details(after.raw, keys) });
    return found;
  }
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
