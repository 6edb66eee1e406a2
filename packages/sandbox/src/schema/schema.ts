import type { EnumData, ServerData } from "../server-data.ts";
import { type Model, modelOf, type Property } from "./model.ts";

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
