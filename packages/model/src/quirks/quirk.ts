import type { QuirkSlice } from "../server-model.ts";
import { compareText } from "../text-order.ts";
import { quirkTable } from "./table.ts";

/** One behaviour in which releases differ. */
export interface QuirkRow {
  /** Entry of BUGS.md; several behaviours may belong to one entry. */
  readonly id: string;
  /** Name of the behaviour, camelCase, unique in the table. */
  readonly name: string;
  /** What it means when the value is `true`, or what the value is. */
  readonly title: string;
  /** By version id: `v42`. */
  readonly values: Readonly<Record<string, QuirkSlice["value"]>>;
  /** Set where runtime or accessors ask for it; the others are the sandbox's alone. */
  readonly client?: true;
  /** Recorded steps that show it, `group/step`; none where a limit is documented only. */
  readonly evidence: readonly string[];
}

/** A release's slice of the quirk table, by id and name; what was not recorded of it is assumed to be as in the newest that was. */
export function quirksOf(versionId: string, table: readonly QuirkRow[] = quirkTable): QuirkSlice[] {
  return table
    .map((row) => ({ id: row.id, name: row.name, client: row.client === true, ...valueFor(row, versionId) }))
    .sort((a, b) => compareText(a.id, b.id) || compareText(a.name, b.name));
}

function valueFor(row: QuirkRow, versionId: string): Pick<QuirkSlice, "value" | "assumedFrom"> {
  const own = Object.hasOwn(row.values, versionId) ? row.values[versionId] : undefined;
  if (own !== undefined) return { value: own };
  const newest = Object.keys(row.values).sort(byMajor).at(-1);
  const inherited = newest === undefined ? undefined : row.values[newest];
  if (newest === undefined || inherited === undefined)
    throw new RangeError(`The quirk '${row.name}' has no values`);
  return { value: inherited, assumedFrom: newest };
}

const byMajor = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));
