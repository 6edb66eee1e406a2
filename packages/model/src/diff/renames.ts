import type { Finding } from "./find-changes.ts";
import { typeText } from "./type-text.ts";

/** Below this share of equal letter pairs two names are not taken for one another. */
const enough = 0.5;

/** For each finding of something gone: the label of what it is probably called now. */
export function likelyRenames(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const added = new Map<string, Traits[]>();
  for (const finding of findings) {
    if (finding.rule.on !== "added" || !replaceable.has(finding.item.kind)) continue;
    const place = placeOf(finding);
    const known = added.get(place);
    if (known === undefined) added.set(place, [traitsOf(finding)]);
    else known.push(traitsOf(finding));
  }
  const renames = new Map<Finding, string>();
  for (const finding of findings) {
    if (finding.rule.on !== "removed") continue;
    const candidates = added.get(placeOf(finding));
    const best = candidates && mostAlike(traitsOf(finding), candidates);
    if (best !== undefined) renames.set(finding, best.item.part ?? best.item.label);
  }
  return renames;
}

/** What is compared of a finding, worked out once. */
interface Traits {
  readonly finding: Finding;
  readonly letterPairs: ReadonlyMap<string, number>;
  readonly pairCount: number;
  readonly parts: ReadonlySet<string>;
}

const replaceable: ReadonlySet<Finding["item"]["kind"]> = new Set([
  "property",
  "component-property",
  "parameter",
  "model",
  "enum",
  "enum-member",
  "resource",
  "component",
]);

/** Only the same kind of thing of the same owner is looked at. */
const placeOf = ({ item }: Finding): string => `${item.kind} ${item.owner ?? ""}`;

function traitsOf(finding: Finding): Traits {
  const name = nameOf(finding);
  const letterPairs = new Map<string, number>();
  for (let at = 0; at < name.length - 1; at++) {
    const pair = name.slice(at, at + 2);
    letterPairs.set(pair, (letterPairs.get(pair) ?? 0) + 1);
  }
  return {
    finding,
    letterPairs,
    pairCount: Math.max(0, name.length - 1),
    parts: new Set(partsOf(finding)),
  };
}

function mostAlike(gone: Traits, candidates: readonly Traits[]): Finding | undefined {
  let best: { readonly finding: Finding; readonly likeness: number } | undefined;
  for (const came of candidates) {
    if (!mayReplace(gone.finding, came.finding)) continue;
    const likeness = likenessOf(gone, came);
    if (likeness >= enough && likeness > (best?.likeness ?? 0)) best = { finding: came.finding, likeness };
  }
  return best?.finding;
}

/** Whether the one has the type that the other had. */
function mayReplace({ item: gone, before }: Finding, { item: came, after }: Finding): boolean {
  if (gone.kind === "property")
    return came.kind === "property" && typeText(gone.property.type) === typeText(came.property.type);
  return gone.kind === "component-property" || gone.kind === "parameter" ? before === after : true;
}

function likenessOf(gone: Traits, came: Traits): number {
  if (gone.parts.size === 0 && came.parts.size === 0) return pairsInCommon(gone, came);
  let shared = 0;
  for (const part of gone.parts) if (came.parts.has(part)) shared += 1;
  // Two names without a part in common would have to be equal.
  return shared === 0
    ? 0
    : (pairsInCommon(gone, came) + (2 * shared) / (gone.parts.size + came.parts.size)) / 2;
}

/** Dice's coefficient: 1 for equal names, 0 for those without a pair of letters in common. */
function pairsInCommon(one: Traits, other: Traits): number {
  const all = one.pairCount + other.pairCount;
  if (all === 0) return 0;
  let common = 0;
  for (const [pair, count] of one.letterPairs) common += Math.min(count, other.letterPairs.get(pair) ?? 0);
  return (2 * common) / all;
}

const nameOf = ({ item }: Finding): string =>
  (item.kind === "parameter" ? item.parameter.name : (item.part ?? item.label)).toLowerCase();

function partsOf({ item }: Finding): readonly string[] {
  if (item.kind === "model")
    return item.model.properties.map(({ name }) => name).filter((name) => !ofEveryObject.has(name));
  if (item.kind === "enum") return item.members;
  if (item.kind === "component") return Object.keys(Object(item.component.schema.properties ?? {}));
  return [];
}

/** What every object has says nothing about which object it is. */
const ofEveryObject: ReadonlySet<string> = new Set([
  "access",
  "attributeValues",
  "code",
  "created",
  "createdBy",
  "displayName",
  "favorite",
  "favorites",
  "href",
  "id",
  "lastUpdated",
  "lastUpdatedBy",
  "name",
  "sharing",
  "translations",
  "user",
]);
