import { type Change, type ChangeLevel, changeLevels, type Diff } from "@dhis2w/model";
import { spreadOf } from "./places.ts";

/** A diff as it is shown: what somebody has accepted is told apart. */
export interface Report {
  readonly diff: Diff;
  /** What is open, worst first, down to the level asked for. */
  readonly changes: readonly Change[];
  readonly accepted: readonly AcceptedChange[];
  /** Open changes of each level, those that are not shown too. */
  readonly counts: Readonly<Record<ChangeLevel, number>>;
}

export interface AcceptedChange {
  readonly change: Change;
  readonly reason: string;
}

/**
 * Renders a report as one text, with a newline at its end. Annotations point into the folders of the snapshots, the
 * later first.
 */
export type Renderer = (report: Report, folders?: readonly (string | undefined)[]) => string;

/**
 * @param reasons - of accepted changes, by fingerprint
 * @param downTo - the mildest level that is shown
 */
export function reportOf(
  diff: Diff,
  reasons: ReadonlyMap<string, string> = new Map(),
  downTo: ChangeLevel = "additive",
): Report {
  const open = diff.changes.filter(({ fingerprint }) => !reasons.has(fingerprint));
  const accepted = diff.changes.flatMap((change) => {
    const reason = reasons.get(change.fingerprint);
    return reason === undefined ? [] : [{ change, reason }];
  });
  const countOf = (level: ChangeLevel): number => open.filter((change) => change.level === level).length;
  return {
    diff,
    changes: open.filter(({ level }) => isAtLeast(level, downTo)),
    accepted,
    counts: {
      "breaking-for-readers": countOf("breaking-for-readers"),
      "breaking-for-writers": countOf("breaking-for-writers"),
      risky: countOf("risky"),
      additive: countOf("additive"),
      cosmetic: countOf("cosmetic"),
    },
  };
}

/** Whether a level is as bad as another, or worse; the two kinds of breaking are equally bad. */
export function isAtLeast(level: ChangeLevel, limit: ChangeLevel): boolean {
  const rank = (one: ChangeLevel): number => Math.max(1, changeLevels.indexOf(one));
  return rank(level) <= rank(limit);
}

/** What a level is called in front of people. */
export const levelTitles: Readonly<Record<ChangeLevel, string>> = {
  "breaking-for-readers": "Breaking for readers",
  "breaking-for-writers": "Breaking for writers",
  risky: "Risky",
  additive: "Additive",
  cosmetic: "Cosmetic",
};

/** `DHIS2 2.42.5.2 (v42) → 2.43.1 (v43)` */
export function titleOf({ before, after }: Diff): string {
  return `DHIS2 ${before.release} (${before.id}) → ${after.release} (${after.id})`;
}

/** `before → after`, as far as there are such; cut where it would be longer than `width`. */
export function valuesOf({ before, after }: Change, width: number): string | undefined {
  const cut = (text: string): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text);
  if (before !== undefined && after !== undefined) return `${cut(before)} → ${cut(after)}`;
  const only = before ?? after;
  return only === undefined ? undefined : cut(only);
}

/** What else is to be said of a change, a sentence each. */
export function notesOf(change: Change): string[] {
  const { renamedTo, includes } = change;
  const places = spreadOf(change)?.owners;
  return [
    ...(renamedTo === undefined ? [] : [`It may be called ${renamedTo} now.`]),
    ...(includes === undefined ? [] : [`With it: ${listed(includes)}.`]),
    ...(places === undefined ? [] : [`In: ${listed(places)}.`]),
  ];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
