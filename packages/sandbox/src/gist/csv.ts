import { notSupported } from "../http/refusal.ts";
import { shortDate } from "../query/date.ts";
import { isList, isObject, type Json } from "../store/values.ts";
import type { PlannedField } from "./plan.ts";
import type { GistValue } from "./value.ts";

/** How a table of entries is written. */
export interface GistCsv {
  readonly isHeadless: boolean;
  /** Whether the column of links has links. */
  readonly hasLinks: boolean;
}

/** Entries as CSV, a column a field. */
export function gistCsv(
  fields: readonly PlannedField[],
  entries: readonly (readonly GistValue[])[],
  { isHeadless, hasLinks }: GistCsv,
): string {
  const header = isHeadless ? [] : [fields.map(({ name }) => cell(name))];
  const rows = entries.map((values) =>
    values.map(({ field, value }) =>
      cell(field.kind === "links" && !hasLinks ? "" : cellText(value, dateOf(field))),
    ),
  );
  return [...header, ...rows].map((columns) => `${columns.join(",")}\n`).join("");
}

const dateOf = (field: PlannedField): boolean => field.kind === "property" && field.path.last.kind === "date";

function cellText(value: Json | undefined, isDate: boolean): string {
  if (value === undefined || value === null) return "";
  if (isList(value)) return listText(value);
  if (isObject(value)) return mapText(value);
  return isDate && typeof value === "string" ? shortDate(Date.parse(`${value}Z`)) : String(value);
}

/** One item stands for itself, a few numbers for themselves, any other list for its length. */
function listText(items: readonly Json[]): string {
  const [first] = items;
  if (items.length < 2) return cellText(first, false);
  return items.length < 10 && typeof first === "number" ? items.join(" ") : `(${items.length} elements)`;
}

/** A map of texts as Java writes it; how Java writes other objects is not known. */
function mapText(map: { readonly [key: string]: Json }): string {
  const entries = Object.entries(map);
  if (entries.some(([, value]) => typeof value === "object")) throw notSupported("objects in a gist as CSV");
  return `{${entries.map(([key, value]) => `${key}=${String(value)}`).join(", ")}}`;
}

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
