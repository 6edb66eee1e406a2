import type { GroupResult } from "./report.ts";

/** A difference that stays, and why. */
export interface Explanation {
  /** `"*"` for every version. */
  readonly version: string;
  readonly group: string;
  readonly step: string;
  /** As the check prints it; `/*` at its end stands for everything below. */
  readonly pointer: string;
  readonly reason: string;
}

/** A difference as the check names it. */
export interface Finding {
  readonly version: string;
  readonly group: string;
  readonly step: string;
  readonly pointer: string;
}

/** Holds the differences of a replay against the committed list. */
export function checkExplanations(
  results: readonly GroupResult[],
  explanations: readonly Explanation[],
): { unexplained: Finding[]; stale: Explanation[] } {
  const used = new Set<Explanation>();
  const unexplained: Finding[] = [];
  for (const { version, group, outcomes } of results) {
    for (const { step, differences } of outcomes) {
      for (const { pointer } of differences) {
        const finding = { version, group, step, pointer };
        const reasons = explanations.filter((explanation) => explains(explanation, finding));
        for (const reason of reasons) used.add(reason);
        if (reasons.length === 0) unexplained.push(finding);
      }
    }
  }
  const replayed = ({ version, group }: Explanation) =>
    results.some((result) => result.group === group && (version === "*" || version === result.version));
  return { unexplained, stale: explanations.filter((one) => replayed(one) && !used.has(one)) };
}

function explains(explanation: Explanation, finding: Finding): boolean {
  const { pointer } = explanation;
  return (
    (explanation.version === "*" || explanation.version === finding.version) &&
    explanation.group === finding.group &&
    explanation.step === finding.step &&
    (pointer.endsWith("/*") ? finding.pointer.startsWith(pointer.slice(0, -1)) : finding.pointer === pointer)
  );
}
