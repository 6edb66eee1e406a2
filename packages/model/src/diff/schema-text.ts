import type { Component } from "../operations/operation.ts";
import type { JsonObject } from "../snapshot/json-cursor.ts";
import { compareText } from "../text-order.ts";
import { classOfShape } from "./class-of-shape.ts";

const prefix = "#/components/schemas/";

/** The components by name, to look references up. */
type Components = ReadonlyMap<string, JsonObject>;

const asObject = (value: unknown): JsonObject | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;

const referred = (schema: JsonObject): string | undefined =>
  typeof schema.$ref === "string" && schema.$ref.startsWith(prefix)
    ? schema.$ref.slice(prefix.length)
    : undefined;

/** The type of a schema, twice. */
export interface ShapeText {
  /** With the names that the document has: for people. */
  readonly named: string;
  /**
   * With members in place of an enum's name, and a class in place of the shapes that some documents make of it:
   * documents differ in what they name.
   */
  readonly spelt: string;
  /** The values that it lists, where it lists some. */
  readonly members: readonly string[] | undefined;
}

/** The types of a document's schemas. */
export class Shapes {
  readonly #components: Components;
  readonly #texts = new Map<unknown, ShapeText>();

  constructor(components: readonly Component[]) {
    this.#components = new Map(components.map(({ name, schema }) => [name, schema]));
  }
  /** The type of a schema: one object, however often it is asked for. */
  typeOf(schema: unknown): ShapeText {
    let text = this.#texts.get(schema);
    if (text === undefined) {
      text = new LazyText(schema, this.#components);
      this.#texts.set(schema, text);
    }
    return text;
  }
}

/** Written when it is asked for the first time: most shapes are never looked at. */
class LazyText implements ShapeText {
  readonly #schema: unknown;
  readonly #components: Components;
  #named: string | undefined;
  #spelt: string | undefined;
  #members: readonly string[] | false | undefined;

  constructor(schema: unknown, components: Components) {
    this.#schema = schema;
    this.#components = components;
  }
  get named(): string {
    this.#named ??= schemaText(this.#schema, this.#components, false);
    return this.#named;
  }
  get spelt(): string {
    this.#spelt ??= schemaText(this.#schema, this.#components, true);
    return this.#spelt;
  }
  get members(): readonly string[] | undefined {
    this.#members ??= enumMembers(this.#schema, this.#components) ?? false;
    return this.#members === false ? undefined : this.#members;
  }
}

/** Whether two shapes are the same, or the one only says more exactly what the other calls an object. */
export function isSameShape(before: ShapeText, after: ShapeText): boolean {
  if (before.named === after.named) return true;
  const [was, is] = [before.spelt, after.spelt];
  return was === is || says(was, is) || says(is, was);
}

function says(vague: string, exact: string): boolean {
  if (!/\b(?:object|unknown)\b/.test(vague)) return false;
  const parts = vague.split(/\b(?:object|unknown)\b/).map((part) => part.replaceAll(/[^\w\s]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`).test(exact);
}

/**
 * The type of a schema in one line, as TypeScript would have it. Names of plain texts and numbers are left out:
 * `UID_DataElement` is a `string`, whatever document calls it what, and so is the name of a property.
 */
function schemaText(schema: unknown, components: Components, spell: boolean, depth = 0): string {
  const shape = asObject(schema);
  if (shape === undefined) return "unknown";
  const name = referred(shape);
  if (name !== undefined) {
    const target = components.get(name);
    if (name.endsWith("PropertyNames")) return "string";
    if (target !== undefined && (isScalar(target) || (spell && Array.isArray(target.enum))))
      return schemaText(target, components, spell, depth + 1);
    return spell ? classOfShape(name) : name;
  }
  if (depth > 8) return "unknown";
  const members = shape.type === "array" ? undefined : enumMembers(shape, components);
  if (members !== undefined)
    return [...members]
      .sort(compareText)
      .map((member) => JSON.stringify(member))
      .join(" | ");
  for (const key of ["oneOf", "anyOf", "allOf"]) {
    const alternatives = shape[key];
    if (!Array.isArray(alternatives)) continue;
    const texts = new Set(alternatives.map((one: unknown) => schemaText(one, components, spell, depth + 1)));
    return [...texts].sort(compareText).join(key === "allOf" ? " & " : " | ");
  }
  switch (shape.type) {
    case "array":
      return listText(schemaText(shape.items, components, spell, depth + 1));
    case "string":
      return shape.format === "binary" ? "binary" : "string";
    case "number":
    case "integer":
    case "boolean":
      return shape.type;
    default:
      return objectText(shape, components, spell, depth);
  }
}

/** The values that a schema lists, its reference followed; `undefined` where it lists none. */
function enumMembers(schema: unknown, components: Components): readonly string[] | undefined {
  const shape = asObject(schema);
  if (shape === undefined) return undefined;
  const name = referred(shape);
  const target = name === undefined ? shape : components.get(name);
  if (target?.type === "array") return enumMembers(target.items, components);
  return Array.isArray(target?.enum) ? target.enum.map(String) : undefined;
}

const isScalar = (schema: JsonObject): boolean =>
  ["string", "number", "integer", "boolean"].includes(String(schema.type)) && schema.enum === undefined;

const listText = (item: string): string => (/[ |&]/.test(item) ? `(${item})[]` : `${item}[]`);

function objectText(shape: JsonObject, components: Components, spell: boolean, depth: number): string {
  const properties = asObject(shape.properties) ?? {};
  const required: readonly unknown[] = Array.isArray(shape.required) ? shape.required : [];
  const named = Object.keys(properties)
    .sort(compareText)
    .map(
      (key) =>
        `${key}${required.includes(key) ? "" : "?"}: ${schemaText(properties[key], components, spell, depth + 1)}`,
    );
  const rest = asObject(shape.additionalProperties);
  const all =
    rest === undefined ? named : [...named, `[key]: ${schemaText(rest, components, spell, depth + 1)}`];
  return all.length === 0 ? "object" : `{ ${all.join("; ")} }`;
}
