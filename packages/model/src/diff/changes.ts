import { compareText } from "../text-order.ts";
import { type Change, changeLevels, subjectKinds } from "./change.ts";
import { explainedBy } from "./collapse.ts";
import type { Finding } from "./find-changes.ts";
import { fingerprint } from "./fingerprint.ts";
import { Groups, generic } from "./groups.ts";
import { likelyRenames } from "./renames.ts";

/** Makes changes of findings: what follows from another is a part of it, what is the same in several places is one. */
export function changesOf(findings: readonly Finding[]): Change[] {
  const causes = explainedBy(findings);
  const renames = likelyRenames(findings);
  const includes = labelsByRoot(causes);
  const groups = new Groups();
  for (const finding of findings) if (!causes.has(finding)) groups.add(finding);
  const changes = groups.all().flatMap((group) => {
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

/** The labels of what follows from a finding, also over others. */
function labelsByRoot(causes: ReadonlyMap<Finding, Finding>): ReadonlyMap<Finding, readonly string[]> {
  const labels = new Map<Finding, string[]>();
  for (const [finding, cause] of causes) {
    let root = cause;
    for (let next = causes.get(root); next !== undefined; next = causes.get(root)) root = next;
    const known = labels.get(root);
    if (known === undefined) labels.set(root, [finding.at.label]);
    else known.push(finding.at.label);
  }
  return labels;
}

function changeOf(
  { difference: { rule, ...values }, at }: Finding,
  group: readonly Finding[],
  renamedTo: string | undefined,
  includes: readonly string[] | undefined,
): Change {
  const { kind, part } = at.item;
  const places = group.map((finding) => finding.at.label).sort();
  // What only OpenAPI describes goes by its label.
  const keys = at.key === at.label ? places : group.map((finding) => finding.at.key).sort();
  const several = group.length > 1;
  const before = several ? generic(values.before, at) : values.before;
  const after = several ? generic(values.after, at) : values.after;
  // A class takes the shape of its own name with it.
  const others = includes?.filter((included) => included !== at.label) ?? [];
  const label = several ? `${part} in ${group.length} places` : at.label;
  return {
    rule: rule.id,
    level: rule.level,
    subject: { kind, key: several ? `* ${part}` : at.key, label },
    title: rule.title,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    why: rule.why,
    todo: rule.todo,
    ...(renamedTo !== undefined && { renamedTo }),
    ...(others.length > 0 && { includes: others.sort() }),
    ...(several && { places }),
    fingerprint: fingerprint([rule.id, ...keys, before ?? "", after ?? ""].join("\n")),
  };
}
