import type { FieldsItem, FieldsQuery, FieldTransformer } from "./fields-query.ts";

/** Writes a query in the one form that is sent: `~`, square brackets, no white space. */
export function printFields(query: FieldsQuery): string {
  return query.map(printItem).join(",");
}

function printItem(item: FieldsItem): string {
  switch (item.kind) {
    case "preset":
      return item.name;
    case "exclusion":
      return `!${item.name}`;
    case "property":
      return (
        item.name +
        item.transformers.map(printTransformer).join("") +
        (item.fields === undefined ? "" : `[${printFields(item.fields)}]`)
      );
  }
}

function printTransformer(transformer: FieldTransformer): string {
  return "argument" in transformer ? `~${transformer.name}(${transformer.argument})` : `~${transformer.name}`;
}
