import type { FieldsItem, FieldsQuery } from "./fields-query.ts";

/** Writes a query in the one form that is sent: `~`, square brackets, no white space. */
export function printFields(query: FieldsQuery): string {
  return query.map(printItem).join(",");
}

function printItem(item: FieldsItem): string {
  if (item.kind === "preset") return item.name;
  if (item.kind === "exclusion") return `!${item.name}`;
  const transformers = item.transformers.map((one) =>
    "argument" in one ? `~${one.name}(${one.argument})` : `~${one.name}`,
  );
  return (
    item.name + transformers.join("") + (item.fields === undefined ? "" : `[${printFields(item.fields)}]`)
  );
}
