import type { Tally } from "./difference.ts";
import { addTally, emptyTally } from "./difference.ts";
import type { Outcome } from "./replay.ts";

/** How one group of one version fared. */
export interface GroupResult {
  readonly version: string;
  readonly group: string;
  readonly exchanges: number;
  readonly equal: number;
  readonly different: number;
  readonly unsupported: number;
  readonly tally: Tally;
  readonly outcomes: readonly Outcome[];
}

/** Groups that have a goal; of the others the rate is shown. */
const goalGroups = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "14", "17", "18"];

/** The share of exchanges in the goal's groups that are to be equal. */
export const goal = 0.95;

/** Whether the group counts for the goal. */
export function isGoalGroup(group: string): boolean {
  return goalGroups.some((number) => group.startsWith(`${number}-`));
}

/** Counts the outcomes of one group. */
export function summarise(version: string, group: string, outcomes: readonly Outcome[]): GroupResult {
  const count = (verdict: Outcome["verdict"]) =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const tally = emptyTally();
  for (const outcome of outcomes) addTally(tally, outcome.tally);
  return {
    version,
    group,
    exchanges: outcomes.length,
    equal: count("equal"),
    different: count("different"),
    unsupported: count("unsupported"),
    tally,
    outcomes,
  };
}

/** Equal exchanges over all exchanges; 1 where there are none. */
export function rate(results: readonly GroupResult[]): number {
  const sum = (pick: (result: GroupResult) => number) => results.reduce((total, one) => total + pick(one), 0);
  const exchanges = sum((one) => one.exchanges);
  return exchanges === 0 ? 1 : sum((one) => one.equal) / exchanges;
}

/** `0.9731` as `97.3 %`. */
export function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

/** The share of compared values that were taken for equal by their kind. */
export function maskedShare(results: readonly GroupResult[]): {
  compared: number;
  masked: number;
  byKind: Tally["masked"];
} {
  const { compared, masked: byKind } = results.reduce((sum, { tally }) => {
    addTally(sum, tally);
    return sum;
  }, emptyTally());
  return { compared, masked: Object.values(byKind).reduce((sum, count) => sum + count, 0), byKind };
}

/** The table group × version as Markdown: equal of exchanges, then what differs and what is not supported. */
export function table(results: readonly GroupResult[]): string {
  const cell = (found: readonly GroupResult[]): string => {
    const sum = (pick: (result: GroupResult) => number): number =>
      found.reduce((total, one) => total + pick(one), 0);
    const counts = [
      sum((one) => one.exchanges),
      sum((one) => one.equal),
      sum((one) => one.different),
      sum((one) => one.unsupported),
    ];
    return `${counts.join(" / ")} · ${percent(rate(found))}`;
  };
  return tableOf(results, "exchanges / equal / different / not supported", cell);
}

/** A table of groups and versions, with sums; each cell as `cell` writes it. */
export function tableOf(
  results: readonly GroupResult[],
  title: string,
  cell: (found: readonly GroupResult[]) => string,
): string {
  const versions = [...new Set(results.map(({ version }) => version))];
  const groups = [...new Set(results.map(({ group }) => group))].sort();
  const row = (name: string, pick: (result: GroupResult) => boolean): string => {
    const cells = versions.map((version) => {
      const found = results.filter((one) => one.version === version && pick(one));
      return found.length === 0 ? "–" : cell(found);
    });
    return `| ${[name, ...cells].join(" | ")} |`;
  };
  return [
    `| ${title} | ${versions.join(" | ")} |`,
    `|---|${versions.map(() => "---|").join("")}`,
    ...groups.map((group) => row(isGoalGroup(group) ? `**${group}**` : group, (one) => one.group === group)),
    row("**groups with a goal**", ({ group }) => isGoalGroup(group)),
    row("all groups", () => true),
  ].join("\n");
}
