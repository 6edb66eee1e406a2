import { type Names, namedType } from "../naming/named-types.ts";
import { isAlwaysSent } from "../presence/presence.ts";
import type { Model, Property, TypeRef } from "../server-model.ts";
import type { RawProperty, RawSchema } from "../snapshot/raw-schema.ts";
import { sortedBy } from "../text-order.ts";
import { meaningfulBounds } from "./bounds.ts";
import { wireNameOf } from "./cross-check.ts";
import { type EmbeddedDraft, type Reading, standsWhole } from "./reading.ts";
import { userKlass, userSummaryKey } from "./user-summary.ts";

/** A property with the type that was found for it, by key. */
export interface TypedProperty {
  readonly raw: RawProperty;
  readonly type: TypeRef;
}

/** The model of a class that `/api/schemas` describes. */
export function schemaModel(
  reading: Reading,
  schema: RawSchema,
  properties: readonly TypedProperty[],
  names: Names,
): Model {
  const { flags } = schema;
  return {
    name: nameIn(names, schema.klass),
    klass: schema.klass,
    kind: "schema",
    singular: schema.singular,
    plural: schema.plural,
    ...given("displayName", schema.displayName),
    embedded: standsWhole(schema),
    identifiable: flags.identifiableObject,
    metadata: flags.metadata,
    persisted: flags.persisted,
    translatable: flags.translatable,
    shareable: flags.shareable,
    dataShareable: flags.dataShareable,
    defaultPrivate: flags.defaultPrivate,
    ...(flags.favoritable ? { favoritable: true } : {}),
    ...(flags.subscribable ? { subscribable: true } : {}),
    authorities: sortedBy(schema.authorities, ({ type }) => type).map(({ type, authorities }) => ({
      type,
      authorities: sortedBy(authorities, (authority) => authority),
    })),
    ...given("order", schema.order),
    properties: sortedBy(
      properties.map((property) => schemaProperty(reading, schema, property, names)),
      ({ name }) => name,
    ),
  };
}

function schemaProperty(
  reading: Reading,
  schema: RawSchema,
  { raw, type: keyed }: TypedProperty,
  names: Names,
): Property {
  const { flags, texts } = raw;
  const { name, correction } = wireNameOf(reading, schema, raw);
  const type = namedType(keyed, names);
  return {
    name,
    ...(raw.itemName === name ? {} : given("itemName", raw.itemName)),
    fieldName: raw.fieldName,
    type,
    ...given("description", raw.description),
    presence: isAlwaysSent(schema.klass, name, { ...flags, list: type.kind === "array" })
      ? "always"
      : "optional",
    propertyType: raw.propertyType,
    ...given("itemPropertyType", raw.itemPropertyType),
    collection: raw.collection,
    ordered: flags.ordered,
    owner: flags.owner,
    persisted: flags.persisted,
    readable: flags.readable,
    writable: flags.writable,
    simple: flags.simple,
    required: flags.required,
    unique: flags.unique,
    ...given("sortable", raw.sortable),
    ...given("gistIncluded", raw.gistIncluded),
    ...given("gistOrder", raw.gistOrder),
    translatable: flags.translatable,
    ...given("translationKey", texts.translationKey),
    ...(type.kind === "text" ? given("length", raw.length) : {}),
    ...meaningfulBounds(raw, type),
    ...given("defaultValue", raw.defaultValue),
    ...given("cascade", texts.cascade),
    manyToMany: flags.manyToMany,
    oneToOne: flags.oneToOne,
    manyToOne: flags.manyToOne,
    oneToMany: flags.oneToMany,
    ...given("owningRole", texts.owningRole),
    ...given("inverseRole", texts.inverseRole),
    ...given("correction", correction?.id),
  };
}

/** The model of a class that has no schema. */
export function embeddedModel(key: string, draft: EmbeddedDraft, names: Names, referredTo: boolean): Model {
  const properties = [...draft.properties].map(([name, type]) =>
    embeddedProperty(key, name, namedType(type, names), draft, referredTo),
  );
  return {
    name: nameIn(names, key),
    klass: key,
    kind: "embedded",
    embedded: !referredTo,
    identifiable: draft.properties.has("id"),
    metadata: false,
    persisted: false,
    translatable: false,
    shareable: false,
    dataShareable: false,
    defaultPrivate: false,
    authorities: [],
    properties: sortedBy(properties, ({ name }) => name),
    ...(key === userSummaryKey ? given("standsFor", names.models.get(userKlass)) : {}),
  };
}

function embeddedProperty(
  key: string,
  name: string,
  type: TypeRef,
  draft: EmbeddedDraft,
  referredTo: boolean,
): Property {
  const collection = type.kind === "array";
  const item = collection ? type.item : type;
  const isObject = item.kind === "ref" || item.kind === "embedded";
  return {
    name,
    fieldName: name,
    type,
    ...given("description", draft.descriptions.get(name)),
    // A literal is the tag that tells alternatives apart: never left out (BUG-014).
    presence:
      (referredTo && name === "id") || type.kind === "literal" || isAlwaysSent(key, name, undefined)
        ? "always"
        : "optional",
    ...(key === userSummaryKey && name === "code" ? { nullable: true } : {}),
    propertyType: collection ? "COLLECTION" : propertyTypeOf(type),
    ...(collection ? { itemPropertyType: propertyTypeOf(item) } : {}),
    collection,
    ordered: collection,
    owner: true,
    persisted: false,
    readable: true,
    writable: !draft.readOnly.has(name),
    simple: !isObject,
    required: false,
    unique: false,
    translatable: false,
    manyToMany: false,
    oneToOne: false,
    manyToOne: false,
    oneToMany: false,
  };
}

/** `PropertyType` as `/api/schemas` would have it. */
function propertyTypeOf(type: TypeRef): string {
  switch (type.kind) {
    case "text":
    case "literal":
      return "TEXT";
    case "dateTime":
      return "DATE";
    case "enum":
      return "CONSTANT";
    case "ref":
      return "REFERENCE";
    case "number":
    case "integer":
    case "boolean":
      return type.kind.toUpperCase();
    default:
      return "COMPLEX";
  }
}

function nameIn(names: Names, key: string): string {
  const name = names.models.get(key);
  if (name === undefined) throw new RangeError(`No model is named for '${key}'`);
  return name;
}

/** A key where there is a value, nothing where there is none. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): { [Name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [Name in Key]?: Value }); // a computed key widens
}
