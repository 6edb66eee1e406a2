import { isUid } from "@dhis2w/runtime";
import type { NewCategoryCombo, WaitOptions } from "./category-combo.ts";

/** Refuses a text that is missing or empty. */
export function checkText(what: string, value: unknown): void {
  if (typeof value !== "string") throw new TypeError(`${what} must be a text`);
  if (value.trim() === "") throw new RangeError(`${what} must not be empty`);
}

/** Refuses what cannot be the UID of an object, before it becomes a part of a path. */
export function checkUid(what: string, value: unknown): void {
  checkText(what, value);
  if (!isUid(value)) throw new RangeError(`${what} must be a UID, not '${value}'`);
}

export function checkNewCategoryCombo({ name, categories, code, uid }: NewCategoryCombo): void {
  checkText("name", name);
  if (!Array.isArray(categories)) throw new TypeError("categories must be a list of UIDs");
  for (const category of categories) checkUid("each category", category);
  if (categories.length === 0 || new Set(categories).size < categories.length)
    throw new RangeError("categories must name at least one, and none twice");
  if (code !== undefined) checkText("code", code);
  if (uid !== undefined) checkUid("uid", uid);
}

export function checkWait({ expectedCount = 0, timeout = 0, pollInterval = 0 }: WaitOptions): void {
  for (const [what, value] of Object.entries({ expectedCount, timeout, pollInterval })) {
    if (typeof value !== "number") throw new TypeError(`${what} must be a number`);
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`${what} must be a whole number from 0, not ${value}`);
  }
}
