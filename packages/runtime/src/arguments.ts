import { isUid } from "./uid.ts";

/**
 * Refuses what is no text, or blank.
 *
 * @throws TypeError for what is no text, RangeError for a blank one.
 */
export function checkText(what: string, value: unknown): asserts value is string {
  if (typeof value !== "string") throw new TypeError(`${what} must be a text`);
  if (value.trim() === "") throw new RangeError(`${what} must not be empty`);
}

/**
 * Refuses what cannot be the UID of an object.
 *
 * @throws TypeError for what is no text, RangeError for what is no UID.
 */
export function checkUid(what: string, value: unknown): asserts value is string {
  checkText(what, value);
  if (!isUid(value)) throw new RangeError(`${what} must be a UID, not '${value}'`);
}

/**
 * Refuses what is no whole number, or below the least one that can be.
 *
 * @throws TypeError for what is no number, RangeError for another than these.
 */
export function checkWholeNumber(what: string, value: unknown, least: number = 1): void {
  if (typeof value !== "number") throw new TypeError(`${what} must be a number`);
  if (!Number.isSafeInteger(value) || value < least)
    throw new RangeError(`${what} must be a whole number from ${least}, not ${value}`);
}

/**
 * A text as one segment of a path.
 *
 * @throws TypeError for what is no text, RangeError for what would address something else: a blank, or a dot segment.
 */
export function segment(what: string, value: string): string {
  checkText(what, value);
  if (/^\.\.?$/.test(value)) throw new RangeError(`${what} must not be '${value}'`);
  return encodeURIComponent(value);
}
