import type { ApiDocument } from "../operations/operation.ts";
import { readOperations } from "../operations/read-operations.ts";
import { readSnapshot, type SnapshotDocuments } from "../read-snapshot.ts";
import type { ServerModel } from "../server-model.ts";
import { compareText, sortedBy } from "../text-order.ts";
import { alignVariants, callOf } from "./align-variants.ts";
import type { OtherSide } from "./api-items.ts";
import { type Change, changeLevels, type Diff, type DiffSource, subjectKinds } from "./change.ts";
import { explainedBy } from "./collapse.ts";
import { type Finding, findChanges } from "./find-changes.ts";
import { fingerprint } from "./fingerprint.ts";
import { leaveSameOut } from "./leave-same-out.ts";
import { likelyRenames } from "./renames.ts";
import { diffSide } from "./side.ts";

/** A side of a diff: the documents of a snapshot, and the model they were read as where that is there already. */
export interface DiffInput {
  readonly documents: SnapshotDocuments;
  readonly server?: ServerModel;
}

/**
 * All differences between two servers, over schemas and OpenAPI operations. Nothing that differs is left out: what
 * no rule knows is reported as cosmetic. Throws SnapshotError where a snapshot cannot be read.
 */
export function diffServers(before: DiffInput, after: DiffInput): Diff {
  const one = before.server ?? readSnapshot(before.documents);
  const other = after.server ?? readSnapshot(after.documents);
  const was = readOperations(before.documents.openapi);
  const [api, otherApi] = leaveSameOut(was, alignVariants(was, readOperations(after.documents.openapi)));
  const said = (server: ServerModel, { operations }: ApiDocument): OtherSide => ({
    release: server.source.id,
    calls: new Set(operations.map(callOf)),
  });
  const findings = findChanges(
    diffSide(before.documents, one, api, said(other, otherApi)),
    diffSide(after.documents, other, otherApi, said(one, api)),
  );
  return { before: sourceOf(one), after: sourceOf(other), changes: changesOf(findings) };
}

const sourceOf = ({ source: { id, release, revision } }: ServerModel): DiffSource => ({
  id,
  release,
  revision,
});

function changesOf(findings: readonly Finding[]): Change[] {
  const causes = explainedBy(findings);
  const renames = likelyRenames(findings);
  const includes = new Map<Finding, string[]>();
  for (const [finding, cause] of causes) {
    let root = cause;
    for (let next = causes.get(root); next !== undefined; next = causes.get(root)) root = next;
    append(includes, root, finding.item.label);
  }
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (causes.has(finding)) continue;
    append(groups, groupKey(finding), finding);
  }
  const changes = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [changeOf(first, group, renames.get(first), includes.get(first))];
  });
  return changes.sort(
    (a, b) =>
      changeLevels.indexOf(a.level) - changeLevels.indexOf(b.level) ||
      subjectKinds.indexOf(a.subject.kind) - subjectKinds.indexOf(b.subject.kind) ||
      compareText(a.subject.label, b.subject.label) ||
      compareText(a.rule, b.rule) ||
      compareText(a.fingerprint, b.fingerprint),
  );
}

/** Kinds whose equal changes in several places are one change. */
const grouped: ReadonlySet<string> = new Set([
  "property",
  "operation",
  "parameter",
  "body",
  "response",
  "media-type",
]);

function groupKey({ rule, item, before, after }: Finding): string {
  const where = grouped.has(item.kind) ? (item.part ?? item.key) : item.key;
  return [rule.id, where, generic(before, item), generic(after, item)].join("\n");
}

/** A text about a resource as it would be about any: `{Model}[]` for `DataElement[]`. */
function generic(text: string | undefined, { ofResource }: Finding["item"]): string | undefined {
  if (text === undefined || ofResource === undefined) return text;
  const { name, model } = ofResource;
  if (!text.includes(name) && !text.includes(model)) return text;
  return text.replaceAll(/\w+/g, (word) =>
    word === model ? "{Model}" : word === name ? "{resource}" : word,
  );
}

function append<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function changeOf(
  { rule, item, before: was, after: is }: Finding,
  group: readonly Finding[],
  renamedTo: string | undefined,
  includes: readonly string[] | undefined,
): Change {
  const keys = sortedBy(
    group.map((finding) => finding.item.key),
    (key) => key,
  );
  const places = sortedBy(
    group.map((finding) => finding.item.label),
    (label) => label,
  );
  const several = group.length > 1;
  const [before, after] = several ? [generic(was, item), generic(is, item)] : [was, is];
  const label = several ? `${item.part} in ${group.length} places` : item.label;
  return {
    rule: rule.id,
    level: rule.level,
    subject: { kind: item.kind, key: several ? `* ${item.part}` : item.key, label },
    title: rule.title,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    why: rule.why,
    todo: rule.todo,
    ...(renamedTo !== undefined && { renamedTo }),
    ...(includes !== undefined && { includes: sortedBy(includes, (text) => text) }),
    ...(several && { places }),
    fingerprint: fingerprint([rule.id, ...keys, before ?? "", after ?? ""].join("\n")),
  };
}
