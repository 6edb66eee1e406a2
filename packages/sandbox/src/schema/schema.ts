import type { EnumData, ModelData, PropertyData, ServerData } from "../server-data.ts";
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

/** A stored property that refers to a model, itself or by a reference inside its whole values. */
export interface Referrer {
  readonly model: Model;
  readonly property: Property;
  readonly inner: Property | undefined;
  /** `DataSet.dataSetElements.dataElement`: key of the index of references. */
  readonly path: string;
}

/** Every class of a release, by the names by which the engine meets them. */
export class Schemas {
  readonly data: ServerData;
  readonly models: readonly Model[];
  readonly #byName = new Map<string, Model>();
  readonly #byPlural = new Map<string, Model>();
  readonly #byPath = new Map<string, Model>();
  readonly #bySingular = new Map<string, Model>();
  readonly #referrers = new Map<string, Referrer[]>();
  readonly #outgoing = new Map<string, readonly Referrer[]>();
  readonly #unique = new Map<string, readonly Property[]>();

  constructor(data: ServerData) {
    this.data = data;
    const mapsAttributeValues = data.quirks["attributeValuesObjectForm"] === true;
    this.models = data.models.map((model) => modelOf(model, mapsAttributeValues));
    for (const model of this.models) {
      this.#byName.set(model.name, model);
      this.#bySingular.set(model.singular, model);
      if (model.path === undefined) continue;
      this.#byPath.set(model.path, model);
      if (model.metadata) this.#byPlural.set(model.plural, model);
    }
    for (const model of this.models) {
      const outgoing = this.#outgoingOf(model);
      this.#outgoing.set(model.name, outgoing);
      if (model.path === undefined) continue;
      for (const referrer of outgoing) {
        const target = (referrer.inner ?? referrer.property).target ?? "";
        const list = this.#referrers.get(target) ?? [];
        list.push(referrer);
        this.#referrers.set(target, list);
      }
    }
  }

  #outgoingOf(model: Model): Referrer[] {
    const outgoing: Referrer[] = [];
    for (const property of model.properties) {
      if (!property.owner) continue;
      const path = `${model.name}.${property.name}`;
      if (refersTo(property)) outgoing.push({ model, property, inner: undefined, path });
      if (property.kind !== "whole") continue;
      for (const inner of this.targetOf(property)?.properties ?? [])
        if (refersTo(inner)) outgoing.push({ model, property, inner, path: `${path}.${inner.name}` });
    }
    return outgoing;
  }

  /** By class name; throws on a name that the release's data does not have. */
  model(name: string): Model {
    const model = this.#byName.get(name);
    if (model === undefined) throw new RangeError(`The model of this release has no class '${name}'`);
    return model;
  }

  find(name: string): Model | undefined {
    return this.#byName.get(name);
  }

  /** By the path below `/api`. */
  resource(path: string): Model | undefined {
    return this.#byPath.get(path);
  }

  /** By the key of a list answer or of a bundle. */
  byPlural(plural: string): Model | undefined {
    return this.#byPlural.get(plural);
  }

  bySingular(singular: string): Model | undefined {
    return this.#bySingular.get(singular);
  }

  enumOf(property: Property): EnumData | undefined {
    return property.target === undefined ? undefined : this.data.enums[property.target];
  }

  /** The model that a reference or whole value is of. */
  targetOf(property: Property): Model | undefined {
    return property.target === undefined ? undefined : this.#byName.get(property.target);
  }

  /** Stored properties that refer to objects of a model. */
  referrersOf(model: Model): readonly Referrer[] {
    return this.#referrers.get(model.name) ?? [];
  }

  /** Stored references of a model's own objects. */
  outgoingOf(model: Model): readonly Referrer[] {
    return this.#outgoing.get(model.name) ?? [];
  }

  /** Properties of a model whose values no two of its objects have. */
  uniqueOf(model: Model): readonly Property[] {
    const known = this.#unique.get(model.name);
    if (known !== undefined) return known;
    const unique = model.properties.filter((property) => property.unique);
    this.#unique.set(model.name, unique);
    return unique;
  }

  /** A quirk that says yes or no. */
  has(quirk: string): boolean {
    return this.data.quirks[quirk] === true;
  }

  /** A quirk that is a status, a limit or a text; throws where the release's data lacks it. */
  quirk(name: string): string | number | boolean {
    const value = this.data.quirks[name];
    if (value === undefined) throw new RangeError(`The data of this release has no quirk '${name}'`);
    return value;
  }
}

/** Whether a property refers to objects; who made or changed an object does not count. */
function refersTo(property: Property): boolean {
  if (property.name === "createdBy" || property.name === "lastUpdatedBy") return false;
  return (property.kind === "reference" || property.kind === "user") && property.target !== undefined;
}

/** Where attribute values are a map, no schema of theirs is read: the property is plain JSON. */
function modelOf(data: ModelData, mapsAttributeValues: boolean): Model {
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
