import type { Finding } from "./find-changes.ts";
import { typeText } from "./type-text.ts";

/** Below this share of equal letter pairs two names are not taken for one another. */
const enough = 0.5;

/** For each finding of something gone: the label of what it is probably called now. */
export function likelyRenames(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const added = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.rule.on !== "added") continue;
    added.set(placeOf(finding), [...(added.get(placeOf(finding)) ?? []), finding]);
  }
  const renames = new Map<Finding, string>();
  for (const finding of findings) {
    if (finding.rule.on !== "removed") continue;
    const best = (added.get(placeOf(finding)) ?? [])
      .filter((candidate) => mayReplace(finding, candidate))
      .map((candidate) => ({ candidate, likeness: likeness(finding, candidate) }))
      .filter(({ likeness }) => likeness >= enough)
      .sort((a, b) => b.likeness - a.likeness)[0];
    if (best !== undefined) renames.set(finding, best.candidate.item.part ?? best.candidate.item.label);
  }
  return renames;
}

/** Only the same kind of thing of the same owner is looked at. */
const placeOf = ({ item }: Finding): string => `${item.kind} ${item.owner ?? ""}`;

/** Whether the one has the type that the other had. */
function mayReplace({ item: gone, before }: Finding, { item: came, after }: Finding): boolean {
  switch (gone.kind) {
    case "property":
      return came.kind === "property" && typeText(gone.property.type) === typeText(came.property.type);
    case "component-property":
    case "parameter":
      return before === after;
    case "model":
    case "enum":
    case "enum-member":
    case "resource":
    case "component":
      return true;
    default:
      return false;
  }
}

function likeness(gone: Finding, came: Finding): number {
  const names = pairsInCommon(nameOf(gone), nameOf(came));
  const parts = partsOf(gone);
  const others = new Set(partsOf(came));
  if (parts.length === 0 && others.size === 0) return names;
  const shared = parts.filter((part) => others.has(part)).length;
  return (names + (2 * shared) / (parts.length + others.size)) / 2;
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

/** Dice's coefficient: 1 for equal names, 0 for those without a pair of letters in common. */
function pairsInCommon(one: string, other: string): number {
  const left = new Map<string, number>();
  for (const pair of pairsOf(other)) left.set(pair, (left.get(pair) ?? 0) + 1);
  const pairs = pairsOf(one);
  let common = 0;
  for (const pair of pairs) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    common += 1;
  }
  const all = one.length + other.length - 2;
  return all <= 0 ? 0 : (2 * common) / all;
}

const pairsOf = (name: string): string[] =>
  Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2));
