import type { GroupResult } from "./report.ts";

/** Prints the differences of each exchange, up to `limit` exchanges. */
export function printDifferences(
  results: readonly GroupResult[],
  { limit, step, unsupported }: { limit: number; step?: string | undefined; unsupported: boolean },
): void {
  let shown = 0;
  for (const { version, group, outcomes } of results) {
    for (const outcome of outcomes) {
      if (outcome.verdict === "equal" || (outcome.verdict === "unsupported" && !unsupported)) continue;
      if (step !== undefined && !outcome.step.includes(step)) continue;
      if (shown === limit) return;
      shown += 1;
      console.log(`${version} ${group} #${outcome.index} '${outcome.step}' ${outcome.request}`);
      for (const { pointer, what, recorded, sandbox } of outcome.differences) {
        console.log(`  ${pointer === "" ? "(whole)" : pointer}: ${what}`);
        if (what !== "extra" && what !== "thrown") console.log(`    recorded ${brief(recorded)}`);
        if (what !== "missing") console.log(`    sandbox  ${brief(sandbox)}`);
      }
    }
  }
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 1200 ? `${text.slice(0, 1200)}… (${text.length})` : text;
}
