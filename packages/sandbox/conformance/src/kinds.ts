/** What a server makes anew on each run, and the comparison may therefore mask. */
export type Kind = "id" | "date" | "duration" | "version" | "redacted";

const uid = "[A-Za-z][A-Za-z0-9]{10}";
const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const token = "d2p(?:at)?_[A-Za-z0-9]{20,}";
const session = "session-\\d+";
/** Key of a row, as the database says it: `Key (optiongroupid)=(3100)`. */
const rowId = "(?<=Key \\(\\w+\\)=\\()\\d+(?=\\))";

/** Identifiers inside a text, each bounded by what cannot belong to one. */
const identifiers = new RegExp(
  `${rowId}|(?<![A-Za-z0-9_-])(?:${uuid}|${token}|${session}|${uid})(?![A-Za-z0-9_])`,
  "g",
);

/** Also milliseconds since the epoch in the names of jobs: `METADATA_IMPORT (1795312914778)`. */
const dates =
  /(?<=\b[A-Z_]+ \()\d{13}(?=\))|\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?/g;
const durations =
  /\b\d{2}:\d{2}:\d{2}\.\d{3}\b|\b\d+(?:\.\d+)? ?(?:ms|milliseconds|seconds|sec|minutes)\b|\b(?:\d+ h, )?(?:\d+ m, )?\d+ s\b/g;

/** Camel case or capitals throughout: what may be a word of eleven letters, such as `displayName`. */
const word = /^(?:[A-Z]+|[A-Za-z]?[a-z]+(?:[A-Z][a-z]{2,})*)$/;

/** Whether a token of the shape of an identifier is one for certain, and not possibly a word of eleven letters. */
export function isCertain(text: string): boolean {
  return !word.test(text);
}

/** Properties whose whole value is an identifier, also where it looks like a word: `/id`, `/codes/12`. */
const identifierPlaces = /\/(?:id|uid|codes\/\d+)$/;
const wholeUid = new RegExp(`^${uid}$`);

/** Whether the value at this place is an identifier that servers make, however much it looks like a word. */
export function isUidPlace(pointer: string, value: string): boolean {
  return wholeUid.test(value) && identifierPlaces.test(pointer);
}

/** One run of a text: literal (`kind` absent), or something that a server makes. */
export interface Part {
  readonly kind?: "id" | "date" | "duration";
  readonly text: string;
}

/** Cuts a text into literals and what may be masked; an `id` may be a word still, see {@link isCertain}. */
export function partsOf(text: string): Part[] {
  const found: { start: number; kind: "id" | "date" | "duration"; text: string }[] = [];
  const collect = (pattern: RegExp, kind: "id" | "date" | "duration") => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const overlaps = found.some(
        (one) => start < one.start + one.text.length && one.start < start + match[0].length,
      );
      if (!overlaps) found.push({ start, kind, text: match[0] });
    }
  };
  collect(dates, "date");
  collect(durations, "duration");
  collect(identifiers, "id");
  found.sort((a, b) => a.start - b.start);
  const parts: Part[] = [];
  let end = 0;
  for (const one of found) {
    if (one.start > end) parts.push({ text: text.slice(end, one.start) });
    parts.push({ kind: one.kind, text: one.text });
    end = one.start + one.text.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Replaces whatever has the shape of an identifier. */
export function replaceIdentifiers(text: string, replace: (identifier: string) => string): string {
  return text.replace(identifiers, replace);
}

/** Properties whose value is a duration or version, whatever its type. */
export const maskedProperties: ReadonlyMap<string, Kind> = new Map([
  ["duration", "duration"],
  ["averageExecutionTime", "duration"],
  ["version", "version"],
  ["apiVersion", "version"],
  ["revision", "version"],
  ["rev", "version"],
  ["buildTime", "version"],
]);

/** Two dates are of one format when they differ in digits only. */
export function sameFormat(a: string, b: string): boolean {
  return a.replace(/\d/g, "0") === b.replace(/\d/g, "0");
}

/** Milliseconds since 1970 of a date as the server writes it (UTC where it has no zone). */
export function timeOf(date: string): number {
  if (/^\d{13}$/.test(date)) return Number(date);
  const zoned = /T/.test(date) && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(date) ? `${date}Z` : date;
  return Date.parse(zoned);
}
