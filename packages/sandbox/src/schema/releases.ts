/**
 * The releases that a row of a table holds for, by major version: both ends belong to it, an absent one is open. For
 * lists that no snapshot tells, each of which names the recording that shows it; what a snapshot tells is read there.
 */
export interface Releases {
  readonly since?: number;
  readonly until?: number;
}

/** Whether a row holds for a release. */
export const holdsFor = (
  version: number,
  { since = 0, until = Number.POSITIVE_INFINITY }: Releases,
): boolean => since <= version && version <= until;
