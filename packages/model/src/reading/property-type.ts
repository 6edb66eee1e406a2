import { simpleName } from "../naming/identifier.ts";
import type { TypeRef } from "../server-model.ts";
import { type Cursor, child } from "../snapshot/json-cursor.ts";
import {
  describedProperties,
  describedProperty,
  followReference,
  referredComponent,
} from "../snapshot/open-api.ts";
import type { RawProperty, RawSchema } from "../snapshot/raw-schema.ts";
import { correctedType } from "./corrected-type.ts";
import { periodTypeKlass } from "./enums.ts";
import { describeEmbedded, openApiType } from "./open-api-type.ts";
import {
  classCorrection,
  componentOf,
  needsCorrection,
  periodKlass,
  type Reading,
  standsWhole,
} from "./reading.ts";
import { isUserSummary, userSummaryType } from "./user-summary.ts";

/** Numbers that `/api/schemas` calls TEXT. */
const integerKlasses = new Set(["java.lang.Long", "java.lang.Integer"]);

/** The type of a schema's property on the wire. `collection` is looked at before `propertyType`, which may deny it. */
export function propertyType(reading: Reading, schema: RawSchema, property: RawProperty): TypeRef {
  const value = valueType(reading, schema, property);
  return property.collection && !isAttributeValues(property, value) ? { kind: "array", item: value } : value;
}

/** A class that already is a list on the wire, as `AttributeValues` of 2.42, is not wrapped again. */
function isAttributeValues(property: RawProperty, value: TypeRef): boolean {
  return value.kind === "array" && property.valueKlass === "org.hisp.dhis.attribute.AttributeValues";
}

function valueType(reading: Reading, schema: RawSchema, property: RawProperty): TypeRef {
  if (property.valueKlass === periodTypeKlass)
    return reading.enums.has(periodTypeKlass) ? { kind: "enum", name: periodTypeKlass } : { kind: "text" };
  switch (property.valueType) {
    case "BOOLEAN":
      return { kind: "boolean" };
    case "INTEGER":
      return { kind: "integer" };
    case "NUMBER":
      return { kind: integerKlasses.has(property.valueKlass) ? "integer" : "number" };
    case "DATE":
      return { kind: "dateTime" };
    case "CONSTANT":
      return { kind: "enum", name: property.valueKlass };
    case "REFERENCE":
    case "COMPLEX":
      return objectType(reading, schema, property);
    default:
      return { kind: integerKlasses.has(property.valueKlass) ? "integer" : "text" };
  }
}

function objectType(reading: Reading, schema: RawSchema, property: RawProperty): TypeRef {
  if (isUserSummary(property)) return userSummaryType(reading);
  const { valueKlass } = property;
  const stands = property.valueType === "REFERENCE" && !property.flags.embeddedObject ? "ref" : "embedded";
  const target = reading.schemaByKlass.get(valueKlass);
  if (target !== undefined)
    return { kind: stands === "embedded" || standsWhole(target) ? "embedded" : "ref", model: valueKlass };
  return klassType(reading, schema, property, stands);
}

/** A class without a schema: OpenAPI says what it is, or a correction does. */
function klassType(
  reading: Reading,
  schema: RawSchema,
  property: RawProperty,
  stands: "embedded" | "ref",
): TypeRef {
  const { valueKlass } = property;
  const correction = classCorrection(reading, valueKlass);
  const wins = correction?.overOpenApi === true;
  const said = wins ? undefined : describedType(reading, schema, property);
  if (said !== undefined) {
    checkAlternatives(reading, property, said);
    const type: TypeRef =
      said.kind === "embedded" && stands === "ref" ? { kind: "ref", model: said.model } : said;
    if (!reading.complex.has(valueKlass)) reading.complex.set(valueKlass, { from: "openapi" });
    return type;
  }
  if (correction === undefined) {
    const problem = `has the class ${valueKlass}, which no schema, no OpenAPI component and no correction describes`;
    needsCorrection(reading, property.place, problem);
    return { kind: "unknown", reason: problem };
  }
  const type = correctedType(reading, correction, valueKlass === periodKlass ? "ref" : stands);
  const open = type.kind === "unknown" || (type.kind === "map" && type.value.kind === "unknown");
  if (!reading.complex.has(valueKlass) || open)
    reading.complex.set(valueKlass, { from: open ? "unknown" : "correction", reason: correction.reason });
  return type;
}

/** What OpenAPI says: about this property, about the class elsewhere, or about a component of its name. */
function describedType(reading: Reading, schema: RawSchema, property: RawProperty): TypeRef | undefined {
  for (const [owner, usage] of usagesOf(reading, schema, property)) {
    const place = property.collection ? itemsOf(usage) : usage;
    if (place === undefined) continue;
    const position = { owner: simpleName(owner.klass), property: property.wireName, depth: 0 };
    const type = inlineModel(reading, property, place) ?? openApiType(reading, place, position);
    if (type !== undefined && isObject(type)) return type;
  }
  return componentByName(reading, property);
}

/** A class that is written out in place rather than as a component. */
function inlineModel(reading: Reading, property: RawProperty, place: Cursor): TypeRef | undefined {
  if (referredComponent(place) !== undefined) return undefined;
  const properties = describedProperties(place);
  if (properties === undefined || properties.length === 1) return undefined;
  describeEmbedded(reading, property.valueKlass, simpleName(property.valueKlass), place, 0);
  return { kind: "embedded", model: property.valueKlass };
}

/** OpenAPI that has a plain text where `/api/schemas` has an object is no description of it. */
const isObject = (type: TypeRef): boolean =>
  !["text", "enum", "dateTime", "integer", "number"].includes(type.kind);

/** Own usage first; the others are looked for only where that says nothing. */
function* usagesOf(
  reading: Reading,
  schema: RawSchema,
  property: RawProperty,
): Generator<[RawSchema, Cursor], void> {
  const own = usageOf(reading, schema, property);
  if (own !== undefined) yield [schema, own];
  for (const { schema: other, property: twin } of reading.propertiesOfKlass.get(property.valueKlass) ?? []) {
    if (twin.wireName !== property.wireName || twin.collection !== property.collection) continue;
    const usage = usageOf(reading, other, twin);
    if (usage !== undefined) yield [other, usage];
  }
}

function usageOf(reading: Reading, schema: RawSchema, property: RawProperty): Cursor | undefined {
  const component = componentOf(reading, schema);
  return component === undefined
    ? undefined
    : describedProperty(reading.openApi, component, property.wireName);
}

function itemsOf(place: Cursor): Cursor | undefined {
  const items = child(place, "items");
  return items.value === undefined ? undefined : items;
}

function componentByName(reading: Reading, property: RawProperty): TypeRef | undefined {
  const component = simpleName(property.valueKlass);
  const place = reading.openApi.components.get(component);
  if (place === undefined || reading.schemaByComponent.has(component)) return undefined;
  if (property.valueKlass.startsWith("java.")) return undefined;
  return openApiType(
    reading,
    { file: place.file, pointer: place.pointer, value: { $ref: `#/components/schemas/${component}` } },
    { owner: component, property: property.wireName, depth: 0 },
  );
}

/** Alternatives must be told apart by a tag of their own, or by a sibling that a correction names. */
function checkAlternatives(reading: Reading, property: RawProperty, type: TypeRef): void {
  if (type.kind !== "union") return;
  for (const correction of reading.corrections) {
    if (correction.kind === "union" && correction.klass === property.valueKlass) {
      reading.applied.add(correction);
      return;
    }
  }
  for (const member of type.members) {
    const draft = member.kind === "embedded" ? reading.embedded.get(member.model) : undefined;
    const tagged = [...(draft?.properties.values() ?? [])].some(({ kind }) => kind === "literal");
    if (!tagged) {
      const name = draft?.wantedName ?? member.kind;
      needsCorrection(
        reading,
        property.place,
        `has alternatives, and nothing tells '${name}' from the others: a correction must`,
      );
    }
  }
}

const attributeValueKlass = "org.hisp.dhis.attribute.AttributeValue";

/** Notes which component describes which class, so that components that refer to it find the same model. */
export function nameComponents(reading: Reading): void {
  const attributeValue = simpleName(attributeValueKlass);
  if (!reading.schemaByComponent.has(attributeValue))
    reading.klassByComponent.set(attributeValue, attributeValueKlass);
  for (const schema of reading.schemas) {
    for (const property of schema.properties) {
      if (!["COMPLEX", "CONSTANT", "REFERENCE"].includes(property.valueType)) continue;
      if (reading.schemaByKlass.has(property.valueKlass)) continue;
      const usage = usageOf(reading, schema, property);
      const place = usage && property.collection ? itemsOf(usage) : usage;
      const named = place && referredComponent(place);
      if (named === undefined || place === undefined) continue;
      const { name } = followReference(reading.openApi, named, place);
      if (reading.schemaByComponent.has(name) || reading.klassByComponent.has(name)) continue;
      reading.klassByComponent.set(name, property.valueKlass);
    }
  }
}
