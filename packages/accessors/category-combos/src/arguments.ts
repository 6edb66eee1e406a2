import { checkText, checkUid, checkWholeNumber } from "@dhis2w/runtime";
import type { NewCategoryCombo, WaitOptions } from "./category-combo.ts";

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
  for (const [what, value] of Object.entries({ expectedCount, timeout, pollInterval }))
    checkWholeNumber(what, value, 0);
}
