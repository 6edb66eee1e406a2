import type { Schemas } from "../schema/schema.ts";
import type { Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { attributeValue } from "./read.ts";

/** An attribute that objects have values of cannot go; the server says of what type these objects are. */
function conflict(row: Stored, { schemas, store }: Server): string | undefined {
  if (row.model.name !== "Attribute") return undefined;
  for (const model of attributable(schemas))
    for (const other of store.all(model))
      if (attributeValue(other, row.uid) !== undefined) return `${model.simpleName}.Attribute`;
  return undefined;
}

/** Types that can have attribute values, data elements before all others as the server asks them. */
function attributable({ models }: Schemas): Schemas["models"] {
  const able = models.filter(
    (model) => model.path !== undefined && model.property("attributeValues")?.persisted === true,
  );
  return [...able].sort(
    ({ name }, { name: other }) => Number(other === "DataElement") - Number(name === "DataElement"),
  );
}

/** What attributes add to deletions. */
export const attributeDeletion: { readonly conflict: typeof conflict } = { conflict };
