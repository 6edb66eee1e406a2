/**
 * Kinds of key that a diff does not look at, as JSON pointers below the documents' names: `snapshot.json` says when
 * and how a snapshot was taken. Its version and revision are told at the head of a report.
 */
export const ignoredKeys: readonly RegExp[] = [/^\/snapshot(?:\/|$)/];
