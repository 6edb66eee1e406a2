import type { Kind } from "./kinds.ts";

/** One place where the sandbox did not answer like the real server. */
export interface Difference {
  /** JSON pointer into the body; `status`, `header/Location`, `body` for what has none. */
  readonly pointer: string;
  readonly what: "value" | "missing" | "extra" | "order" | "thrown";
  readonly recorded?: unknown;
  readonly sandbox?: unknown;
}

/** How many values of a body were compared, and how many of them by kind only. */
export interface Tally {
  compared: number;
  readonly masked: Record<Kind, number>;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return { compared: 0, masked: { id: 0, date: 0, duration: 0, version: 0, redacted: 0 } };
}

/** Adds the second tally to the first. */
export function addTally(sum: Tally, more: Tally): void {
  sum.compared += more.compared;
  for (const kind of Object.keys(sum.masked) as Kind[]) sum.masked[kind] += more.masked[kind];
}
