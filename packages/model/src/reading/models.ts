import { type Names, namedType } from "../naming/named-types.ts";
import { isAlwaysSent } from "../presence/presence.ts";
import type { Model, Property, TypeRef } from "../server-model.ts";
import type { RawProperty, RawSchema } from "../snapshot/raw-schema.ts";
import { sortedBy } from "../text-order.ts";
import { meaningfulBounds } from "./bounds.ts";
import { wireNameOf } from "./cross-check.ts";
import { given } from "./given.ts";
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
  return given<Model>({
    name: nameIn(names, schema.klass),
    klass: schema.klass,
    kind: "schema",
    singular: schema.singular,
    plural: schema.plural,
    displayName: schema.displayName,
    embedded: standsWhole(schema),
    identifiable: flags.identifiableObject,
    metadata: flags.metadata,
    persisted: flags.persisted,
    translatable: flags.translatable,
    shareable: flags.shareable,
    dataShareable: flags.dataShareable,
    defaultPrivate: flags.defaultPrivate,
    favoritable: flags.favoritable || undefined,
    subscribable: flags.subscribable || undefined,
    authorities: sortedBy(schema.authorities, ({ type }) => type).map(({ type, authorities }) => ({
      type,
      authorities: sortedBy(authorities, (authority) => authority),
    })),
    order: schema.order,
    properties: sortedBy(
      properties.map((property) => schemaProperty(reading, schema, property, names)),
      ({ name }) => name,
    ),
  });
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
  const { min, max } = meaningfulBounds(raw, type);
  const facts = { required: flags.required, persisted: flags.persisted, list: type.kind === "array" };
  return given<Property>({
    name,
    itemName: raw.itemName === name ? undefined : raw.itemName,
    fieldName: raw.fieldName,
    type,
    description: raw.description,
    presence: isAlwaysSent(schema.klass, name, facts) ? "always" : "optional",
    propertyType: raw.propertyType,
    itemPropertyType: raw.itemPropertyType,
    collection: raw.collection,
    ordered: flags.ordered,
    owner: flags.owner,
    persisted: flags.persisted,
    readable: flags.readable,
    writable: flags.writable,
    simple: flags.simple,
    required: flags.required,
    unique: flags.unique,
    sortable: raw.sortable,
    gistIncluded: raw.gistIncluded,
    gistOrder: raw.gistOrder,
    translatable: flags.translatable,
    translationKey: texts.translationKey,
    length: type.kind === "text" ? raw.length : undefined,
    min,
    max,
    defaultValue: raw.defaultValue,
    cascade: texts.cascade,
    manyToMany: flags.manyToMany,
    oneToOne: flags.oneToOne,
    manyToOne: flags.manyToOne,
    oneToMany: flags.oneToMany,
    owningRole: texts.owningRole,
    inverseRole: texts.inverseRole,
    correction: correction?.id,
  });
}

/** The model of a class that has no schema. */
export function embeddedModel(key: string, draft: EmbeddedDraft, names: Names, referredTo: boolean): Model {
  const properties = [...draft.properties].map(([name, type]) =>
    embeddedProperty(key, name, namedType(type, names), draft, referredTo),
  );
  return given<Model>({
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
    standsFor: key === userSummaryKey ? names.models.get(userKlass) : undefined,
  });
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
  return given<Property>({
    name,
    fieldName: name,
    type,
    description: draft.descriptions.get(name),
    // A literal is the tag that tells alternatives apart: never left out (BUG-014).
    presence:
      (referredTo && name === "id") || type.kind === "literal" || isAlwaysSent(key, name, undefined)
        ? "always"
        : "optional",
    nullable: key === userSummaryKey && name === "code" ? true : undefined,
    propertyType: collection ? "COLLECTION" : propertyTypeOf(type),
    itemPropertyType: collection ? propertyTypeOf(item) : undefined,
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
  });
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
