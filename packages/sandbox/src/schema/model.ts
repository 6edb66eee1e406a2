import type { ModelData, PropertyData } from "../server-data.ts";
import { modelFlags, propertyFlags } from "../server-data.ts";
import type { Json } from "../store/values.ts";
import { javaHash, javaSetOrder } from "./java-order.ts";

/** Kind of a single value; a collection or map holds values of one kind. */
type ValueKind =
  | "text"
  | "integer"
  | "number"
  | "boolean"
  | "date"
  | "json"
  | "enum"
  | "user"
  | "reference"
  | "whole";

interface Inverse {
  readonly model: string;
  readonly property: string;
  readonly inner: string | undefined;
}

/** One property of a {@link Model}, with its data spelt out. */
export interface Property {
  readonly name: string;
  /** How import reports call it: the name of one item for collections. */
  readonly reportName: string;
  /** Name of its Java field, by which queries of the database layer have it. */
  readonly field: string;
  readonly kind: ValueKind;
  readonly shape: "single" | "collection" | "map";
  /** Name of the enum or of the model the value is of. */
  readonly target: string | undefined;
  /** `PropertyType` of the server, of the items of a collection: `TEXT`, `URL`, `REFERENCE`, … */
  readonly propertyType: string;
  readonly owner: boolean;
  readonly persisted: boolean;
  readonly simple: boolean;
  readonly required: boolean;
  /** Whether the server fills in a required value that a body leaves out. */
  readonly hasDefault: boolean;
  /** Whether the object that every server begins with stands where nothing else does. */
  readonly defaultsToObject: boolean;
  /** Whether a boolean can be neither true nor false. */
  readonly unsettable: boolean;
  /** What the server stores where a body leaves the property out. */
  readonly initial: Json | undefined;
  readonly unique: boolean;
  readonly writable: boolean;
  readonly ordered: boolean;
  readonly sortable: boolean;
  /** A relation between tables: to one object, or to many. */
  readonly relation: boolean;
  /** A collection of plain values in a table of its own. */
  readonly table: boolean;
  readonly hiddenFromGist: boolean;
  /** A collection of the other side that does not say by which property: items are not added or removed. */
  readonly ownerUnnamed: boolean;
  /** Place among the properties that order a gist which asks for no order. */
  readonly gistOrder: number | undefined;
  readonly length: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly translation: string | undefined;
  /** The property on the other side that stores this relation; `inner` is the reference in its whole values. */
  readonly inverseOf: Inverse | undefined;
}

/** A class of the server. */
export interface Model {
  readonly name: string;
  readonly klass: string;
  /** Last part of the class name, as messages say it. */
  readonly simpleName: string;
  readonly singular: string;
  readonly plural: string;
  readonly path: string | undefined;
  readonly displayName: string;
  readonly order: number;
  readonly metadata: boolean;
  readonly identifiable: boolean;
  readonly embedded: boolean;
  readonly persisted: boolean;
  readonly shareable: boolean;
  readonly dataShareable: boolean;
  readonly defaultPrivate: boolean;
  readonly translatable: boolean;
  readonly nameable: boolean;
  readonly favoritable: boolean;
  readonly subscribable: boolean;
  /**
   * Whether the class is one of the many below DHIS2's own base class, whose objects begin with sharing and without
   * attribute values. The base class hides its sharing from the gist; what has no schema is taken for one of them.
   */
  readonly isBase: boolean;
  readonly authorities: Readonly<Record<string, readonly string[]>>;
  /** In the server's order. */
  readonly properties: readonly Property[];
  readonly property: (name: string) => Property | undefined;
  readonly data: ModelData;
}

/** Where attribute values are a map, no schema of theirs is read: the property is plain JSON. */
export function modelOf(data: ModelData, mapsAttributeValues: boolean): Model {
  const has = (flag: keyof typeof modelFlags): boolean => data.flags.includes(modelFlags[flag]);
  const all = data.properties.map((property) =>
    propertyOf(
      mapsAttributeValues && property.name === "attributeValues" ? { ...property, type: "json" } : property,
    ),
  );
  const properties = javaSetOrder(all, ({ name }) => javaHash(name));
  const byName = new Map(properties.map((property) => [property.name, property]));
  return {
    name: data.name,
    klass: data.klass,
    simpleName: data.klass.slice(Math.max(data.klass.lastIndexOf("."), data.klass.lastIndexOf("$")) + 1),
    singular: data.singular ?? data.name,
    plural: data.plural ?? data.name,
    path: data.path,
    displayName: data.displayName ?? data.name,
    order: data.order ?? Number.MAX_SAFE_INTEGER,
    metadata: has("metadata"),
    identifiable: has("identifiable"),
    embedded: has("embedded"),
    persisted: has("persisted"),
    shareable: has("shareable"),
    dataShareable: has("dataShareable"),
    defaultPrivate: has("defaultPrivate"),
    translatable: has("translatable"),
    nameable: has("nameable"),
    favoritable: has("favoritable"),
    subscribable: has("subscribable"),
    isBase: data.singular === undefined || byName.get("sharing")?.hiddenFromGist === true,
    authorities: data.authorities ?? {},
    properties,
    property: (name) => byName.get(name),
    data,
  };
}

const typePattern = /^(\w+)(?::([^[{]+))?(\[\]|\{\})?$/;
const kinds: Readonly<Record<string, ValueKind>> = {
  text: "text",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  date: "date",
  json: "json",
  enum: "enum",
  user: "user",
  ref: "reference",
  whole: "whole",
};

const propertyTypes: Readonly<Record<ValueKind, string>> = {
  text: "TEXT",
  integer: "INTEGER",
  number: "NUMBER",
  boolean: "BOOLEAN",
  date: "DATE",
  json: "COMPLEX",
  enum: "CONSTANT",
  user: "REFERENCE",
  reference: "REFERENCE",
  whole: "COMPLEX",
};

/** Types of which every server begins with an object, which single references fall back to. */
const typesWithDefault: ReadonlySet<string> = new Set([
  "Category",
  "CategoryCombo",
  "CategoryOption",
  "CategoryOptionCombo",
]);

function propertyOf(data: PropertyData): Property {
  const [, word = "", target, suffix] = typePattern.exec(data.type) ?? [];
  const kind = kinds[word];
  if (kind === undefined) throw new TypeError(`'${data.type}' is no type of a property`);
  const has = (flag: keyof typeof propertyFlags): boolean => data.flags.includes(propertyFlags[flag]);
  const defaultsToObject = kind === "reference" && suffix === undefined && typesWithDefault.has(target ?? "");
  const [inverseModel, inverseProperty, inner] = data.inverseOf?.split(".") ?? [];
  return {
    name: data.name,
    reportName: data.item ?? data.name,
    field: data.field ?? (data.name === "id" ? "uid" : data.name),
    kind,
    shape: suffix === "[]" ? "collection" : suffix === "{}" ? "map" : "single",
    target: kind === "user" ? "User" : target,
    propertyType: data.kind ?? propertyTypes[kind],
    owner: has("owner"),
    persisted: has("persisted"),
    simple: has("simple"),
    required: has("required"),
    hasDefault: kind === "boolean" || data.initial !== undefined || defaultsToObject,
    defaultsToObject,
    initial: data.initial,
    unique: has("unique"),
    writable: has("writable"),
    ordered: has("ordered"),
    sortable: has("sortable"),
    relation: has("relation"),
    table: has("table"),
    hiddenFromGist: has("hiddenFromGist"),
    ownerUnnamed: has("ownerUnnamed"),
    unsettable: has("unsettable"),
    gistOrder: data.gistOrder,
    length: data.length,
    min: data.min,
    max: data.max,
    translation: data.translation,
    inverseOf:
      inverseModel === undefined || inverseProperty === undefined
        ? undefined
        : { model: inverseModel, property: inverseProperty, inner },
  };
}
