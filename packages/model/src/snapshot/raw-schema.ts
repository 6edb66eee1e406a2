import { SnapshotError } from "../snapshot-error.ts";
import {
  type Cursor,
  child,
  fail,
  flagAt,
  itemsOf,
  objectAt,
  openDocument,
  optionalFlag,
  optionalNumber,
  optionalText,
  optionalTexts,
  textAt,
} from "./json-cursor.ts";

/** A row of `/api/schemas`, checked for what reading relies on. */
export interface RawSchema {
  readonly place: Cursor;
  readonly klass: string;
  readonly singular: string;
  readonly plural: string;
  readonly displayName: string | undefined;
  readonly relativeApiEndpoint: string | undefined;
  readonly order: number | undefined;
  readonly authorities: readonly { readonly type: string; readonly authorities: readonly string[] }[];
  readonly flags: Readonly<Record<SchemaFlag, boolean>>;
  /** In the server's order. */
  readonly properties: readonly RawProperty[];
}

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
] as const;
type SchemaFlag = (typeof schemaFlags)[number];

/** A property as `/api/schemas` tells it. */
export interface RawProperty {
  readonly place: Cursor;
  /** By the wire-name rule: the collection's name where it is one, the name otherwise. */
  readonly wireName: string;
  /** Name of one item of a collection. */
  readonly itemName: string | undefined;
  readonly fieldName: string;
  readonly collection: boolean;
  /** Class of the value, or of the items of a collection. */
  readonly valueKlass: string;
  /** `PropertyType` of the value, or of the items of a collection. */
  readonly valueType: string;
  readonly propertyType: string;
  readonly itemPropertyType: string | undefined;
  readonly description: string | undefined;
  readonly constants: readonly string[] | undefined;
  readonly flags: Readonly<Record<PropertyFlag, boolean>>;
  readonly sortable: boolean | undefined;
  /** Whether the gist's `*` includes the property whatever its type, or never; undefined where its type decides. */
  readonly gistIncluded: boolean | undefined;
  /** Place in the order of a gist that asks for none. */
  readonly gistOrder: number | undefined;
  readonly length: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly defaultValue: unknown;
  readonly texts: Readonly<Partial<Record<PropertyText, string>>>;
}

const propertyFlags = [
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
] as const;
type PropertyFlag = (typeof propertyFlags)[number];

const propertyTexts = ["cascade", "inverseRole", "owningRole", "translationKey"] as const;
type PropertyText = (typeof propertyTexts)[number];

/** The rows of `schemas.json`; throws SnapshotError with a JSON pointer where a row cannot be relied on. */
export function readSchemas(document: unknown): RawSchema[] {
  const root = openDocument("schemas.json", document);
  const list = child(root, "schemas");
  if (list.value === undefined) fail(root, "lacks the key 'schemas'");
  const schemas = itemsOf(list).map(readSchema);
  if (schemas.length === 0) fail(list, "has no schemas");
  refuseTwins(schemas, (schema) => schema.klass, "klass");
  refuseTwins(schemas, (schema) => schema.singular, "singular");
  return schemas;
}

function readSchema(place: Cursor): RawSchema {
  const properties = child(place, "properties");
  if (properties.value === undefined) fail(place, "lacks the key 'properties'");
  const read = itemsOf(properties).map(readProperty);
  refuseTwins(read, (property) => property.wireName, "wire name");
  return {
    place,
    klass: textAt(place, "klass"),
    singular: safeKey(place, "singular"),
    plural: safeKey(place, "plural"),
    displayName: optionalText(place, "displayName"),
    relativeApiEndpoint: readEndpoint(place),
    order: optionalNumber(place, "order"),
    authorities: readAuthorities(place),
    flags: flagsAt(place, schemaFlags),
    properties: read,
  };
}

function readProperty(place: Cursor): RawProperty {
  const collection = flagAt(place, "collection");
  const propertyType = textAt(place, "propertyType");
  return {
    place,
    wireName: safeKey(place, collection ? "collectionName" : "name"),
    itemName: collection ? optionalText(place, "name") : undefined,
    fieldName: optionalText(place, "fieldName") ?? textAt(place, "name"),
    collection,
    valueKlass: textAt(place, collection ? "itemKlass" : "klass"),
    valueType: collection ? textAt(place, "itemPropertyType") : propertyType,
    propertyType,
    itemPropertyType: optionalText(place, "itemPropertyType"),
    description: optionalText(place, "description"),
    constants: optionalTexts(place, "constants"),
    flags: flagsAt(place, propertyFlags),
    sortable: optionalFlag(place, "sortable"),
    ...gistAt(place),
    length: optionalNumber(place, "length"),
    min: optionalNumber(place, "min"),
    max: optionalNumber(place, "max"),
    defaultValue: objectAt(place).defaultValue,
    texts: textsAt(place),
  };
}

function textsAt(place: Cursor): RawProperty["texts"] {
  const texts: Partial<Record<PropertyText, string>> = {};
  for (const key of propertyTexts) {
    const text = optionalText(place, key);
    if (text !== undefined) texts[key] = text;
  }
  return texts;
}

const gistInclusion: Readonly<Record<string, boolean>> = { TRUE: true, FALSE: false };

function gistAt(place: Cursor): Pick<RawProperty, "gistIncluded" | "gistOrder"> {
  const preferences = child(place, "gistPreferences");
  if (preferences.value === undefined) return { gistIncluded: undefined, gistOrder: undefined };
  return {
    gistIncluded: gistInclusion[optionalText(preferences, "included") ?? ""],
    gistOrder: optionalNumber(preferences, "order"),
  };
}

function readAuthorities(place: Cursor): RawSchema["authorities"] {
  const list = child(place, "authorities");
  if (list.value === undefined) return [];
  return itemsOf(list).map((item) => ({
    type: textAt(item, "type"),
    authorities: optionalTexts(item, "authorities") ?? [],
  }));
}

function readEndpoint(place: Cursor): string | undefined {
  const endpoint = optionalText(place, "relativeApiEndpoint");
  if (endpoint === undefined || /^(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)+$/.test(endpoint)) return endpoint;
  return fail(child(place, "relativeApiEndpoint"), "is not a path below /api");
}

function flagsAt<Flag extends string>(place: Cursor, names: readonly Flag[]): Record<Flag, boolean> {
  const flags: Partial<Record<Flag, boolean>> = {};
  for (const name of names) flags[name] = flagAt(place, name);
  return flags as Record<Flag, boolean>; // each name has got its flag
}

/** A text that becomes a key of objects: not one that every object has already. */
function safeKey(place: Cursor, key: string): string {
  const text = textAt(place, key);
  if (text in Object.prototype)
    fail(child(place, key), `'${text}' is a key that every JavaScript object has`);
  return text;
}

function refuseTwins<Row extends { readonly place: Cursor }>(
  rows: readonly Row[],
  key: (row: Row) => string,
  what: string,
): void {
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const twin = seen.get(key(row));
    if (twin !== undefined) {
      const problem = `has the same ${what} '${key(row)}' as ${twin.place.pointer}`;
      throw new SnapshotError(row.place.file, row.place.pointer, problem);
    }
    seen.set(key(row), row);
  }
}
