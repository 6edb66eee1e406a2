import { capitalised, simpleName } from "../naming/identifier.ts";
import type { TypeRef } from "../server-model.ts";
import {
  type Cursor,
  child,
  fail,
  itemsOf,
  objectAt,
  optionalText,
  optionalTexts,
} from "../snapshot/json-cursor.ts";
import { describedProperties, followReference, referredComponent } from "../snapshot/open-api.ts";
import { compareText } from "../text-order.ts";
import { correctedType } from "./corrected-type.ts";
import { classCorrection, needsCorrection, periodKlass, type Reading, standsWhole } from "./reading.ts";
import { summarisedUsers, userKlass, userSummaryComponent, userSummaryType } from "./user-summary.ts";

/** Where a description is read: names for what has none of its own, and how deep it nests. */
export interface Position {
  /** Name of the class or component that has the property. */
  readonly owner: string;
  readonly property: string;
  readonly depth: number;
}

/** Components for Java's base classes: they stand for any object, so only the property's name says which. */
const anyObject = new Set([
  "BaseIdentifiableObject",
  "BaseNameableObject",
  "IdentifiableObject",
  "NameableObject",
]);

/** An object with only one of these is a Java interface, or a Java collection: its shape is elsewhere. */
const saysNothing = new Set(["empty", "id"]);

const deepestNesting = 40;

/** The type that a description in OpenAPI gives; `undefined` where it says nothing: `{}`, `any`, a bare object. */
export function openApiType(reading: Reading, place: Cursor, position: Position): TypeRef | undefined {
  if (position.depth > deepestNesting) fail(place, "nests deeper than any real document: is it a circle?");
  const component = referredComponent(place);
  if (component !== undefined) return componentType(reading, component, place, position);
  const alternatives = child(place, "oneOf");
  if (alternatives.value !== undefined) return unionType(reading, alternatives, position);
  switch (optionalText(place, "type")) {
    case "string":
      return periodType(reading, place) ?? stringType(reading, place, position);
    case "integer":
      return { kind: "integer" };
    case "number":
      return { kind: "number" };
    case "boolean":
      return { kind: "boolean" };
    case "array":
      return arrayType(reading, place, position);
    case "object":
      return objectType(reading, place, position);
    default:
      return undefined;
  }
}

function arrayType(reading: Reading, place: Cursor, position: Position): TypeRef | undefined {
  const items = child(place, "items");
  if (items.value === undefined) return undefined;
  const item = openApiType(reading, items, deeper(position));
  return item && { kind: "array", item };
}

function stringType(reading: Reading, place: Cursor, position: Position): TypeRef {
  const members = optionalTexts(place, "enum");
  if (members !== undefined) return enumType(reading, members, `${position.owner}.${position.property}`);
  const format = optionalText(place, "format");
  return { kind: format === "date-time" || format === "date" ? "dateTime" : "text" };
}

function objectType(reading: Reading, place: Cursor, position: Position): TypeRef | undefined {
  const properties = describedProperties(place);
  const values = child(place, "additionalProperties");
  if (properties === undefined) {
    if (typeof values.value !== "object") return undefined;
    const value = openApiType(reading, values, deeper(position));
    return value && { kind: "map", value };
  }
  const [first, ...others] = properties;
  if (others.length === 0 && first?.[0] === "id") return inlineReference(reading, place, first[1], position);
  const key = `openapi:${position.owner}.${position.property}`;
  describeEmbedded(reading, key, `${position.owner}${capitalised(position.property)}`, place, position.depth);
  return { kind: "embedded", model: key };
}

/** `{ id }` written out: 2.41 names the Java class in the description, later releases leave that to the property. */
function inlineReference(
  reading: Reading,
  place: Cursor,
  id: Cursor,
  position: Position,
): TypeRef | undefined {
  const period = periodType(reading, id);
  if (period !== undefined) return period;
  const [, javaName] = /\(Java name `([\w.$]+)`\)/.exec(optionalText(place, "description") ?? "") ?? [];
  if (javaName === undefined) return referenceByName(reading, position);
  if (javaName === userKlass && summarisedUsers.has(position.property)) return userSummaryType(reading);
  if (reading.schemaByKlass.has(javaName)) return { kind: "ref", model: javaName };
  const correction = classCorrection(reading, javaName);
  return correction === undefined ? undefined : correctedType(reading, correction, "ref");
}

/** A reference to any object: the property has the name of what it refers to, or nothing says what that is. */
function referenceByName(reading: Reading, { property }: Position): TypeRef | undefined {
  const schema =
    reading.schemaBySingular.get(property) ?? reading.schemas.find(({ plural }) => plural === property);
  return schema && { kind: standsWhole(schema) ? "embedded" : "ref", model: schema.klass };
}

function componentType(
  reading: Reading,
  named: string,
  from: Cursor,
  position: Position,
): TypeRef | undefined {
  const { name, place } = followReference(reading.openApi, named, from);
  if (name === userSummaryComponent) return userSummaryType(reading);
  if (anyObject.has(name)) return referenceByName(reading, position);
  const schema = reading.schemaByComponent.get(name);
  if (schema !== undefined) return { kind: standsWhole(schema) ? "embedded" : "ref", model: schema.klass };
  const klass = reading.klassByComponent.get(name);
  const corrected = klass === undefined ? undefined : klassType(reading, klass);
  if (corrected !== undefined) return corrected;
  const properties = describedProperties(place);
  if (properties === undefined) {
    const members = optionalTexts(place, "enum");
    if (members !== undefined) return enumType(reading, members, name);
    return openApiType(reading, place, { ...deeper(position), owner: name, property: "value" });
  }
  if (properties.length === 1 && saysNothing.has(properties[0]?.[0] ?? "")) return undefined;
  const key = klass ?? `openapi:${name}`;
  describeEmbedded(reading, key, name, place, position.depth);
  return { kind: "embedded", model: key };
}

/** What OpenAPI writes as the text of a period is an object on the wire (BUG-102). */
const periodType = (reading: Reading, place: Cursor): TypeRef | undefined =>
  optionalText(place, "format") === "period" ? klassType(reading, periodKlass) : undefined;

/** A class whose correction goes before OpenAPI. */
function klassType(reading: Reading, klass: string): TypeRef | undefined {
  const correction = classCorrection(reading, klass);
  if (correction?.overOpenApi !== true) return undefined;
  return correctedType(reading, correction, klass === periodKlass ? "ref" : "embedded");
}

function unionType(reading: Reading, alternatives: Cursor, position: Position): TypeRef | undefined {
  const members = new Map<string, TypeRef>();
  for (const alternative of itemsOf(alternatives)) {
    const member = openApiType(reading, alternative, deeper(position));
    if (member === undefined) return undefined;
    members.set(JSON.stringify(member), member);
  }
  if (members.size === 0) return undefined;
  return {
    kind: "union",
    members: [...members.keys()].sort(compareText).flatMap((key) => members.get(key) ?? []),
  };
}

/** Adds the model of an object that OpenAPI describes, once; it may refer to itself. */
export function describeEmbedded(
  reading: Reading,
  key: string,
  wantedName: string,
  place: Cursor,
  depth: number,
): void {
  if (reading.embedded.has(key)) return;
  const draft = { wantedName, properties: new Map(), readOnly: new Set<string>(), descriptions: new Map() };
  reading.embedded.set(key, draft);
  const component = key.startsWith("openapi:") ? key.slice("openapi:".length) : wantedName;
  for (const [property, description] of describedProperties(place) ?? []) {
    if (property in Object.prototype)
      fail(description, `'${property}' is a key that every JavaScript object has`);
    const said = openApiType(reading, description, { owner: wantedName, property, depth: depth + 1 });
    const type = componentCorrection(reading, component, property) ?? said;
    if (type === undefined)
      needsCorrection(reading, description, "has no type, and no correction gives it one");
    else draft.properties.set(property, type);
    if (objectAt(description).readOnly === true) draft.readOnly.add(property);
    const text = optionalText(description, "description");
    if (text !== undefined) draft.descriptions.set(property, text);
  }
  for (const correction of reading.corrections) {
    if (correction.kind !== "component" || correction.component !== component) continue;
    if (draft.properties.has(correction.property)) continue;
    draft.properties.set(correction.property, correction.type);
    reading.applied.add(correction);
  }
}

function componentCorrection(reading: Reading, component: string, property: string): TypeRef | undefined {
  for (const correction of reading.corrections) {
    if (correction.kind !== "component") continue;
    if (correction.component !== component || correction.property !== property) continue;
    reading.applied.add(correction);
    return correction.type;
  }
  return undefined;
}

/** An enum of OpenAPI is one of `/api/schemas` where the members, and for a component the name, are the same. */
function enumType(reading: Reading, members: readonly string[], name: string): TypeRef {
  const component = name.includes(".") ? undefined : name;
  const klassOfComponent = component === undefined ? undefined : reading.klassByComponent.get(component);
  if (klassOfComponent !== undefined && reading.enums.has(klassOfComponent))
    return { kind: "enum", name: klassOfComponent };
  const text = JSON.stringify([...members].sort(compareText));
  const same = [...reading.enums].filter(
    ([klass, draft]) =>
      !klass.startsWith("openapi:") &&
      (component === undefined || simpleName(klass) === component) &&
      draft.members.length === members.length &&
      JSON.stringify([...draft.members].sort(compareText)) === text,
  );
  const [only] = same;
  if (only !== undefined && same.length === 1) return { kind: "enum", name: only[0] };
  const key = `openapi:${name}`;
  const wantedName = name.split(".").map(capitalised).join("");
  if (!reading.enums.has(key)) reading.enums.set(key, { wantedName, members });
  return { kind: "enum", name: key };
}

const deeper = (position: Position): Position => ({ ...position, depth: position.depth + 1 });
