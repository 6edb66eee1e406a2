import { checkText } from "@dhis2w/runtime";
import type { OptionDraft } from "./option-set.ts";

/** Most characters that the server takes in a code or name of an option. */
const longest = 230;

/** Refuses options that cannot be those of one set: a code or name that is empty, too long, or there twice. */
export function checkDrafts(options: readonly OptionDraft[]): void {
  if (!Array.isArray(options)) throw new TypeError("options must be a list");
  const codes = new Map<string, number>();
  const names = new Map<string, number>();
  for (const [place, { code, name }] of options.entries()) {
    checkLabel(`code of option ${place}`, code);
    checkLabel(`name of option ${place}`, name);
    checkUnique("code", code, place, codes);
    checkUnique("name", name, place, names);
  }
}

function checkLabel(what: string, value: string): void {
  checkText(what, value);
  if (value !== value.trim()) throw new RangeError(`${what} has blanks at its ends: '${value}'`);
  if (value.length > longest) throw new RangeError(`${what} is longer than ${longest} characters`);
}

function checkUnique(what: string, value: string, place: number, seen: Map<string, number>): void {
  const other = seen.get(value);
  if (other !== undefined)
    throw new RangeError(`Options ${other} and ${place} have the same ${what} '${value}'`);
  seen.set(value, place);
}

/** Several choices are stored in one value, with commas between: the codes of such a set must have none (E1118). */
export function checkSeparator(valueType: unknown, options: readonly OptionDraft[]): void {
  const odd = valueType === "MULTI_TEXT" && options.find(({ code }) => code.includes(","));
  if (odd) throw new RangeError(`The set is of several choices; code '${odd.code}' must not have a comma`);
}
