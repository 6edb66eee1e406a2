import type { SubjectKind } from "./change.ts";
import type { Finding } from "./find-changes.ts";
import { LetterPairs } from "./letter-pairs.ts";

/** Below this share of equal letter pairs two names are not taken for one another. */
const enough = 0.5;

/** For each finding of something gone: the label of what it is probably called now. */
export function likelyRenames(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const gone = byPlace(findings, "removed", () => true);
  const came = byPlace(findings, "added", (place) => gone.has(place));
  const traitsOf = traitsReader();
  const renames = new Map<Finding, string>();
  for (const [place, removed] of gone) {
    const candidates = came.get(place)?.map(traitsOf);
    if (candidates === undefined) continue;
    for (const finding of removed) {
      const best = mostAlike(traitsOf(finding), candidates);
      if (best !== undefined) renames.set(finding, best.at.item.part ?? best.at.label);
    }
  }
  return renames;
}

/** What came or went, by its place: only the same kind of thing of the same owner is looked at. */
function byPlace(
  findings: readonly Finding[],
  on: "added" | "removed",
  isWanted: (place: string) => boolean,
): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { item, owner } = finding.at;
    if (finding.difference.rule.on !== on || !replaceable.has(item.kind)) continue;
    const place = `${item.kind} ${owner?.key ?? ""}`;
    if (!isWanted(place)) continue;
    const known = found.get(place);
    if (known === undefined) found.set(place, [finding]);
    else known.push(finding);
  }
  return found;
}

/** What is compared of a finding, worked out once. */
interface Traits {
  readonly finding: Finding;
  readonly name: LetterPairs;
  readonly parts: ReadonlySet<string>;
}

const replaceable: ReadonlySet<SubjectKind> = new Set([
  "property",
  "component-property",
  "parameter",
  "model",
  "enum",
  "enum-member",
  "resource",
  "component",
]);

/** Many findings have the same name. */
function traitsReader(): (finding: Finding) => Traits {
  const known = new Map<string, LetterPairs>();
  return (finding) => {
    const name = nameOf(finding);
    const pairs = known.get(name) ?? new LetterPairs(name);
    known.set(name, pairs);
    return { finding, name: pairs, parts: new Set(partsOf(finding)) };
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
function mayReplace(one: Finding, other: Finding): boolean {
  const [gone, came] = [one.at.item, other.at.item];
  if (gone.kind === "property") return came.kind === "property" && gone.type.named === came.type.named;
  return gone.kind === "component-property" || gone.kind === "parameter"
    ? one.difference.before === other.difference.after
    : true;
}

function likenessOf(gone: Traits, came: Traits): number {
  if (gone.parts.size === 0 && came.parts.size === 0) return gone.name.likenessTo(came.name);
  let shared = 0;
  for (const part of gone.parts) if (came.parts.has(part)) shared += 1;
  // Two names without a part in common would have to be equal.
  return shared === 0
    ? 0
    : (gone.name.likenessTo(came.name) + (2 * shared) / (gone.parts.size + came.parts.size)) / 2;
}

const nameOf = ({ at: { item } }: Finding): string =>
  (item.kind === "parameter" ? item.parameter.name : (item.part ?? item.label)).toLowerCase();

function partsOf({ at: { item } }: Finding): readonly string[] {
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
