/**
 * A UID as a segment of a path.
 *
 * @throws TypeError for what would address something else: an empty text, or a dot segment.
 */
export function segment(what: string, value: string): string {
  if (typeof value !== "string" || value.trim() === "" || value === "." || value === "..")
    throw new TypeError(`${what} must be a text that is not empty`);
  return encodeURIComponent(value);
}

/** @throws RangeError for anything but a whole number from 1. */
export function wholeNumber(what: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`${what} must be a whole number from 1, not ${value}`);
  return value;
}
