import { type Answer, json } from "../http/answer.ts";
import { notSupported } from "../http/refusal.ts";
import type { Handler } from "../http/routes.ts";
import type { Exchange } from "../server.ts";
import type { Json, JsonObject } from "../store/values.ts";
import { runImport } from "./import.ts";
import { readImportOptions } from "./options.ts";

/** Kinds of rows that the server reads, in its order. */
const classes = [
  "ORGANISATION_UNIT_GROUP_MEMBERSHIP",
  "DATA_ELEMENT_GROUP_MEMBERSHIP",
  "INDICATOR_GROUP_MEMBERSHIP",
  "DATA_ELEMENT",
  "DATA_ELEMENT_GROUP",
  "CATEGORY_OPTION",
  "CATEGORY",
  "CATEGORY_COMBO",
  "CATEGORY_OPTION_GROUP",
  "ORGANISATION_UNIT",
  "ORGANISATION_UNIT_GROUP",
  "VALIDATION_RULE",
  "OPTION_SET",
  "OPTION_GROUP",
  "OPTION_GROUP_SET",
  "OPTION_GROUP_SET_MEMBERSHIP",
  "INDICATOR",
];

/** What a row of a kind is made into: columns go by their place, whatever the header says. */
interface RowFormat {
  readonly plural: string;
  readonly columns: readonly string[];
}

/** Kinds whose columns are known from recordings. */
const formats: Readonly<Record<string, RowFormat>> = {
  CATEGORY_OPTION: { plural: "categoryOptions", columns: ["name", "id", "code", "shortName"] },
};

export const csvClasses: Handler = () => json(classes);

/** POST of a table of objects of one kind. */
export function importCsv(exchange: Exchange): Answer {
  const { request } = exchange;
  const kind = request.query.get("classKey") ?? "";
  const format = Object.hasOwn(formats, kind) ? formats[kind] : undefined;
  if (format === undefined) throw notSupported(`${request.method} ${request.path} of ${kind} as CSV`);
  const rows = rowsOf(request.text);
  const body = request.query.get("firstRowIsHeader") === "false" ? rows : rows.slice(1);
  const objects = body.map((row) => objectOf(row, format.columns));
  return runImport({ [format.plural]: objects }, readImportOptions(exchange), exchange);
}

function objectOf(row: readonly string[], columns: readonly string[]): JsonObject {
  const cells = columns.map((column, index): [string, Json] => [column, row[index]?.trim() ?? ""]);
  return Object.fromEntries(cells.filter(([, cell]) => cell !== ""));
}

/** The rows of a table; cells with commas, quotes or line ends stand in quotes. */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const cell = quoted === undefined ? plain : quoted.replaceAll('""', '"');
    if (end === "" && cell === "" && row.length === 0) break;
    row.push(cell);
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
