import type { Stored } from "../store/store.ts";
import { isObject, type Json, textOf } from "../store/values.ts";
import { ancestorsOf } from "../wire/hierarchy.ts";
import type { View } from "../wire/view.ts";
import { gistEntry } from "./entry.ts";
import { Links } from "./links.ts";
import { isRelatedCollection } from "./path.ts";
import type { PlannedField } from "./plan.ts";
import type { GistQuery } from "./query.ts";
import type { GistSelection } from "./select.ts";
import { gistValues } from "./value.ts";

/** The entries of a page with those above them, in the order of their paths, each saying whether it was found. */
export function withAncestors(
  entries: readonly Json[],
  { fields, rows }: GistSelection,
  query: GistQuery,
  view: View,
): Json[] {
  const found = new Set(rows.map(({ uid }) => uid));
  const above = new Map<string, Stored>();
  for (const row of rows)
    for (const one of ancestorsOf(view.store, row)) if (!found.has(one.uid)) above.set(one.uid, one);
  const shown = fields.filter((field) => view.schemas.has("gistCountsAboveTree") || !isCounted(field));
  const links = new Links(view.baseUrl, query, view.schemas);
  const added = [...above.values()].map((row) =>
    gistEntry(gistValues(row, shown, view, links), view.schemas),
  );
  return [...entries.map((entry) => marked(entry, true)), ...added.map((entry) => marked(entry, false))].sort(
    (one, other) => (pathOf(one) < pathOf(other) ? -1 : 1),
  );
}

const isCounted = (field: PlannedField): boolean =>
  field.kind === "property" && field.isAutomatic && isRelatedCollection(field.path.last);

/** A path that stands alone is its entry. */
function marked(entry: Json, match: boolean): { readonly [key: string]: Json } {
  return { match, ...(isObject(entry) ? entry : { path: entry }) };
}

const pathOf = (entry: { readonly [key: string]: Json }): string => textOf(entry, "path") ?? "";
