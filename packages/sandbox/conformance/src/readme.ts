import type { GroupResult } from "./report.ts";
import { percent, rate, tableOf } from "./report.ts";

const start = "<!-- written by npm run conformance -- --update -->\n";
const end = "\n<!-- end of table -->";

/** The README with its table brought up to date: what is equal of what was recorded, a row a group. */
export function withTable(readme: string, results: readonly GroupResult[]): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error("The README lacks the marks between which its table stands");
  return `${readme.slice(0, from + start.length)}\n${shortTable(results)}\n${readme.slice(to)}`;
}

function shortTable(results: readonly GroupResult[]): string {
  const cell = (found: readonly GroupResult[]): string => {
    const sum = (pick: (one: GroupResult) => number): number =>
      found.reduce((total, one) => total + pick(one), 0);
    return `${sum((one) => one.equal)} / ${sum((one) => one.exchanges)} · ${percent(rate(found))}`;
  };
  return tableOf(results, "equal / exchanges", cell);
}
