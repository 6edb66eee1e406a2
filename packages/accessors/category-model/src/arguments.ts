import { checkText, checkUid } from "@dhis2w/runtime";
import type { NewNames, ValidityWindow } from "./category-model.ts";

/** Most characters that the server takes in a name, and in a short name. */
const longest = { name: 230, shortName: 50 };

/** Refuses a list that is none, or names something twice. */
export function checkUids(what: string, uids: readonly string[]): void {
  if (!Array.isArray(uids)) throw new TypeError(`${what} must be a list of UIDs`);
  for (const uid of uids) checkUid(`each of ${what}`, uid);
  if (new Set(uids).size < uids.length) throw new RangeError(`${what} must name none twice`);
}

/** Refuses a name with blanks at its ends, which searches miss, and one that is too long or built in. */
export function checkName(what: string, name: string): void {
  checkText(what, name);
  if (name !== name.trim()) throw new RangeError(`${what} has blanks at its ends: '${name}'`);
  if (name.length > longest.name) throw new RangeError(`${what} is longer than ${longest.name} characters`);
  if (sameName(name) === "default") throw new RangeError(`${what} must not be that of the built-in objects`);
}

/** The short name given, or the name where it is short enough. */
export function shortNameOf({
  name,
  shortName = name,
}: {
  name: string;
  shortName?: string | undefined;
}): string {
  checkText("shortName", shortName);
  if (shortName.length <= longest.shortName) return shortName;
  throw new RangeError(
    `shortName must be given, with at most ${longest.shortName} characters, for '${name}'`,
  );
}

/** Refuses new names that are none, or say nothing. */
export function checkNewNames({ name, shortName, code }: NewNames): void {
  if (name !== undefined) checkName("name", name);
  if (shortName !== undefined) shortNameOf({ name: shortName });
  if (code !== undefined && code !== null) checkText("code", code);
}

/** Refuses days that are none, and a window that ends before it begins. */
export function checkWindow({ startDate, endDate }: ValidityWindow): void {
  for (const [what, day] of Object.entries({ startDate, endDate })) {
    if (day === undefined || day === null) continue;
    if (!isDay(day)) throw new RangeError(`${what} must be a day like 2026-01-31, not '${day}'`);
  }
  if (startDate && endDate && endDate < startDate)
    throw new RangeError(`The window ends on ${endDate}, before it begins on ${startDate}`);
}

/** Whether a text is a day of the calendar: February has no 30th. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What of a name people take for the same: not its case, nor how many blanks there are. */
export const sameName = (name: string): string => name.trim().replaceAll(/\s+/g, " ").toLowerCase();
