import type { SnapshotDocuments } from "./read-snapshot.ts";

/** What `/api/schemas` says of a schema, as far as a test cares; the rest is filled in. */
export type TinySchema = Record<string, unknown> & { klass: string; properties?: TinyProperty[] };
export type TinyProperty = Record<string, unknown> & { name: string };

const schemaFlags = [
  "identifiableObject",
  "embeddedObject",
  "metadata",
  "persisted",
  "translatable",
  "shareable",
  "dataShareable",
  "defaultPrivate",
  "favoritable",
  "subscribable",
];
const propertyFlags = [
  "collection",
  "embeddedObject",
  "manyToMany",
  "manyToOne",
  "oneToMany",
  "oneToOne",
  "ordered",
  "owner",
  "persisted",
  "propertyTransformer",
  "readable",
  "required",
  "simple",
  "translatable",
  "unique",
  "writable",
];

const off = (flags: string[]): Record<string, boolean> =>
  Object.fromEntries(flags.map((flag) => [flag, false]));

export function tinySchema({ properties = [], ...said }: TinySchema): Record<string, unknown> {
  const simple = said.klass.slice(said.klass.lastIndexOf(".") + 1);
  const singular = simple.slice(0, 1).toLowerCase() + simple.slice(1);
  return {
    ...off(schemaFlags),
    singular,
    plural: `${singular}s`,
    ...said,
    properties: properties.map(tinyProperty),
  };
}

function tinyProperty(said: TinyProperty): Record<string, unknown> {
  const list = said.collection === true ? { itemKlass: "java.lang.String", itemPropertyType: "TEXT" } : {};
  return {
    ...off(propertyFlags),
    klass: "java.lang.String",
    propertyType: "TEXT",
    fieldName: said.name,
    ...list,
    ...said,
  };
}

/** A snapshot of a server with only these schemas and OpenAPI components, parsed. */
export function tinySnapshot(
  schemas: TinySchema[],
  components: Record<string, unknown> = {},
): SnapshotDocuments {
  return {
    snapshot: { version: "2.42.0", revision: "abc1234" },
    schemas: { schemas: schemas.map(tinySchema) },
    openapi: { components: { schemas: components } },
  };
}
