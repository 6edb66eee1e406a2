import type { Change } from "@dhis2w/model";

/** A change in several places, as it is told: what changed, and of what it is a part there. */
export interface Spread {
  /** `favorite`, `assignedUser`, `response 200 application/json` */
  readonly part: string;
  /** `CategoryCombo`, `GET /api/tracker/events (4 variants)` */
  readonly owners: readonly string[];
  readonly count: number;
}

/** What a change says of several places, where it does. */
export function spreadOf({ subject, places }: Change): Spread | undefined {
  if (places === undefined) return undefined;
  const part = subject.label.replace(/ in \d+ places$/, "");
  return { part: partName(part), owners: owners(places, part), count: places.length };
}

/** The name of a parameter, without what most of them are. */
export const partName = (label: string): string =>
  label.replace(/^parameter (\S+) \((\w+)\)$/, (_, name, place) =>
    place === "query" ? name : `${name} (${place})`,
  );

/** Places without the part that all of them name, and calls of which several variants are among them once. */
function owners(places: readonly string[], part: string): string[] {
  const counts = new Map<string, number>();
  for (const place of places) {
    const owner = place.endsWith(part) ? place.slice(0, -part.length).replace(/[ .]$/, "") : "";
    const call = (owner === "" ? place : owner).replace(/#\S+/, "");
    counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return [...counts].map(([call, count]) => (count === 1 ? call : `${call} (${count} variants)`));
}
