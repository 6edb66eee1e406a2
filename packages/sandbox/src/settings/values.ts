import { formatDate } from "../query/date.ts";
import type { Json } from "../store/values.ts";
import type { SettingKey } from "./keys.ts";

/** A text that is no value of a setting, with the words of who reads it. */
export class NotASettingValue extends Error {
  override readonly name: string = "NotASettingValue";
}

/** A given text as the server stores it; throws {@link NotASettingValue}. `lenient` releases take any word as a boolean. */
export function storedText(setting: SettingKey, given: string, lenient: boolean): string {
  switch (setting.type) {
    case "boolean":
      return booleanText(given, lenient);
    case "integer":
      if (/^[+-]?\d+$/.test(given) && Math.abs(Number(given)) < 2 ** 31) return String(Number(given));
      throw new NotASettingValue(`For input string: "${given}"`);
    case "number":
      if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(given)) return given;
      throw new NotASettingValue(`For input string: "${given}"`);
    case "date":
      return dateText(given);
    case "locale":
      if (isLocale(given)) return given.replace("-", "_");
      throw new NotASettingValue(`Invalid locale format: ${given}`);
    case "enum":
      return memberText(setting, given);
    case "text":
    case "json":
      return given;
  }
}

function booleanText(given: string, lenient: boolean): string {
  const word = given.toLowerCase();
  if (word === "true" || word === "false") return word;
  if (lenient) return "false";
  throw new NotASettingValue("Boolean must be either true or false");
}

function dateText(given: string): string {
  if (/^\d{1,15}$/.test(given)) return formatDate(Number(given));
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/.test(given)
    ? Date.parse(`${given}Z`)
    : Number.NaN;
  if (!Number.isNaN(time)) return formatDate(time);
  throw new NotASettingValue(`Text '${given}' could not be parsed at index 0`);
}

/** `en`, `pt_BR`, `uz_UZ_Cyrl`; the parts may stand apart by dashes. */
export const isLocale = (text: string): boolean =>
  /^[a-z]{2,3}([-_]([A-Z]{2}|\d{3})([-_][A-Z][a-z]{3})?)?$/.test(text);

function memberText({ members }: SettingKey, given: string): string {
  const name = [given, given.toUpperCase()].find((word) => members?.names.includes(word) === true);
  if (name !== undefined) return name;
  throw new NotASettingValue(`No enum constant ${members?.klass ?? ""}.${given.toUpperCase()}`);
}

/** A stored text as JSON shows it. */
export function shownValue(setting: SettingKey, stored: string): Json {
  switch (setting.type) {
    case "boolean":
      return stored === "true";
    case "integer":
    case "number":
      return Number(stored);
    case "enum":
      return setting.members?.shown?.[stored] ?? stored;
    case "json":
      return JSON.parse(stored);
    case "text":
    case "date":
    case "locale":
      return stored;
  }
}

/** A stored text as plain text shows it; `asJava` where dates are written in Java's own way. */
export const shownText = (setting: SettingKey, stored: string, asJava: boolean): string =>
  asJava && setting.type === "date" ? javaDate(stored) : (setting.members?.shown?.[stored] ?? stored);

/** `Thu Jan 01 00:00:00 UTC 1970` */
function javaDate(stored: string): string {
  const [weekday = "", day, month, year, time] = new Date(`${stored}Z`).toUTCString().split(" ");
  return [weekday.replace(",", ""), month, day, time, "UTC", year].join(" ");
}

/** A text under a key without a type: a number or a truth value where it looks like one. */
export function guessedValue(stored: string): Json {
  if (stored === "true" || stored === "false") return stored === "true";
  return /^[-+]?(\d+|\d?\.\d+)$/.test(stored) ? Number(stored) : stored;
}
