import type { GroupResult } from "./report.ts";

/** Equal exchanges that a version's group had and may not lose: `{ v42: { "07-crud": 160 } }`. */
export type Floor = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A group that has become worse. */
export interface Fall {
  readonly version: string;
  readonly group: string;
  readonly floor: number;
  readonly equal: number;
}

/** Groups with fewer equal exchanges than the floor asks. */
export function belowFloor(results: readonly GroupResult[], floor: Floor): Fall[] {
  return results.flatMap(({ version, group, equal }) => {
    const asked = floor[version]?.[group] ?? 0;
    return equal < asked ? [{ version, group, floor: asked, equal }] : [];
  });
}

/** The floor that these results make; what was not replayed stays. */
export function raiseFloor(results: readonly GroupResult[], floor: Floor): Floor {
  const raised: Record<string, Record<string, number>> = structuredClone(floor);
  for (const { version, group, equal } of results) {
    const groups = raised[version] ?? {};
    groups[group] = equal;
    raised[version] = Object.fromEntries(Object.entries(groups).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return raised;
}
