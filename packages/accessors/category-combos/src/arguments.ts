import { isUid } from "@dhis2w/runtime";
import type { ListAllOptions, NewCategoryCombo, WaitOptions } from "./category-combo.ts";

/** Refuses what cannot be the UID of an object, before it becomes a part of a path. */
export function checkUid(value: unknown, what: string): void {
  if (typeof value !== "string") throw new TypeError(`${what} must be a text, not ${typeof value}`);
  if (!isUid(value))
    throw new RangeError(`${what} must be a UID (a letter, then ten letters or digits), not '${value}'`);
}

/** Refuses a text that is missing or empty. */
export function checkText(value: unknown, what: string): void {
  if (typeof value !== "string") throw new TypeError(`${what} must be a text, not ${typeof value}`);
  if (value.trim() === "") throw new RangeError(`${what} must not be empty`);
}

/** Refuses anything but a whole number from `least` on; `undefined` is a default. */
export function checkWholeNumber(value: unknown, what: string, least: number): void {
  if (value === undefined) return;
  if (typeof value !== "number") throw new TypeError(`${what} must be a number, not ${typeof value}`);
  if (!Number.isInteger(value) || value < least)
    throw new RangeError(`${what} must be a whole number of at least ${least}, not ${value}`);
}

export function checkNewCategoryCombo({ name, categories, code, uid }: NewCategoryCombo): void {
  checkText(name, "name");
  if (!Array.isArray(categories)) throw new TypeError("categories must be a list of UIDs");
  if (categories.length === 0) throw new RangeError("categories must name at least one category");
  categories.forEach((category, index) => {
    checkUid(category, `categories[${index}]`);
  });
  if (new Set(categories).size < categories.length) throw new RangeError("categories names a category twice");
  if (code !== undefined) checkText(code, "code");
  if (uid !== undefined) checkUid(uid, "uid");
}

export function checkPage({ page, pageSize }: ListAllOptions): void {
  checkWholeNumber(page, "page", 1);
  checkWholeNumber(pageSize, "pageSize", 1);
}

export function checkWait({ expectedCount, timeout, pollInterval }: WaitOptions): void {
  checkWholeNumber(expectedCount, "expectedCount", 0);
  for (const [what, value] of Object.entries({ timeout, pollInterval })) {
    if (value === undefined) continue;
    if (typeof value !== "number") throw new TypeError(`${what} must be a number, not ${typeof value}`);
    if (!Number.isFinite(value) || value < 0)
      throw new RangeError(`${what} must be a number of milliseconds from 0 on, not ${value}`);
  }
}
