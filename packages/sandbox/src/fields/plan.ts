import type { Model, Property } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { ParsedFields, SelectedField, Selection, Transformer } from "./selection.ts";

/** What to read of an object of a model, resolved once for a `fields` text. */
export interface Plan {
  readonly model: Model;
  readonly entries: readonly PlanEntry[];
}

/** One property of the answer. */
export type PlanEntry =
  | {
      readonly kind: "property";
      readonly property: Property;
      readonly key: string;
      readonly transformers: readonly Transformer[];
      /** How the objects inside are read; undefined for plain values. */
      readonly inner: Plan | undefined;
      /** The selection as it was asked for, for values that the server does not read by its schema. */
      readonly asked: Selection | undefined;
    }
  | {
      /** Not a property: taken for the UID of an attribute. */
      readonly kind: "attribute";
      readonly uid: string;
      readonly key: string;
    };

const presets: Readonly<Record<string, (property: Property) => boolean>> = {
  all: () => true,
  owner: ({ owner, persisted }) => owner && persisted,
  persisted: ({ persisted }) => persisted,
  simple: ({ simple, shape }) => simple && shape === "single",
  identifiable: ({ name }) => identifiable.has(name),
  nameable: ({ name }) => nameable.has(name),
};
const identifiable = new Set(["id", "name", "code", "created", "lastUpdated", "lastUpdatedBy"]);
const nameable = new Set(["id", "name", "shortName", "description", "code", "created", "lastUpdated"]);

const onlyId: Selection = {
  presets: [],
  fields: [{ name: "id", transformers: [], children: undefined }],
  excluded: [],
};
const everything: Selection = { presets: ["all"], fields: [], excluded: [] };

/** Plans by model and text, so that a text is resolved once. */
export class Planner {
  readonly #schemas: Schemas;
  readonly #plans = new Map<string, { readonly plan: Plan; readonly broken: boolean }>();
  readonly #references = new Map<string, Plan>();

  readonly #onUnknown: (model: Model, name: string) => void;

  /** `onUnknown` hears of names that are neither a property nor, by their form, an attribute. */
  constructor(schemas: Schemas, onUnknown: (model: Model, name: string) => void = () => {}) {
    this.#schemas = schemas;
    this.#onUnknown = onUnknown;
  }

  plan(model: Model, text: string, parse: (text: string) => ParsedFields): { plan: Plan; broken: boolean } {
    const key = `${model.name} ${text}`;
    const known = this.#plans.get(key);
    if (known !== undefined) return known;
    const { selection, broken } = parse(text);
    const made = { plan: this.#resolve(model, selection, 0), broken };
    if (this.#plans.size >= 500) this.#plans.clear();
    if (text.length <= 2000) this.#plans.set(key, made);
    return made;
  }

  #resolve(model: Model, selection: Selection, depth: number): Plan {
    const excluded = new Set(selection.excluded);
    const entries = new Map<string, PlanEntry>();
    for (const preset of selection.presets) {
      const matches = Object.hasOwn(presets, preset) ? presets[preset] : undefined;
      if (matches === undefined) {
        this.#onUnknown(model, `:${preset}`);
        continue;
      }
      for (const property of model.properties)
        if (matches(property) && !excluded.has(property.name))
          entries.set(property.name, this.#entry(property, undefined, depth));
    }
    for (const field of mergeByName(selection.fields)) {
      if (excluded.has(field.name)) continue;
      const property = model.property(field.name);
      if (property !== undefined) entries.set(keyOf(field), this.#entry(property, field, depth));
      else if (/^[a-zA-Z][a-zA-Z0-9]{10}$/.test(field.name))
        entries.set(keyOf(field), { kind: "attribute", uid: field.name, key: keyOf(field) });
      else this.#onUnknown(model, field.name);
    }
    return { model, entries: [...entries.values()] };
  }

  #entry(property: Property, field: SelectedField | undefined, depth: number): PlanEntry {
    const target = this.#schemas.targetOf(property);
    return {
      kind: "property",
      property,
      key: field === undefined ? property.name : keyOf(field),
      transformers: field?.transformers.filter(({ name }) => name !== "rename") ?? [],
      inner:
        target === undefined || property.kind === "enum" || property.kind === "user"
          ? undefined
          : this.#inner(property, target, field?.children, depth),
      asked: field?.children,
    };
  }

  #inner(property: Property, target: Model, asked: Selection | undefined, depth: number): Plan {
    if (asked !== undefined && depth < 32) {
      const plan = this.#resolve(target, asked, depth + 1);
      if (plan.entries.length > 0) return plan;
    }
    if (property.kind === "reference" || (target.identifiable && !target.embedded))
      return this.#referencePlan(target);
    return this.#resolve(target, depth < 8 ? everything : onlyId, depth + 1);
  }

  #referencePlan(target: Model): Plan {
    const known = this.#references.get(target.name);
    if (known !== undefined) return known;
    const plan = this.#resolve(target, onlyId, 0);
    this.#references.set(target.name, plan);
    return plan;
  }
}

function keyOf(field: SelectedField): string {
  const rename = field.transformers.findLast(({ name }) => name === "rename");
  return rename?.argument ?? field.name;
}

/** A name that stands twice counts once, with the brackets and transformers of both. */
function mergeByName(fields: readonly SelectedField[]): SelectedField[] {
  const merged = new Map<string, SelectedField>();
  for (const field of fields) {
    const key = `${field.name} ${keyOf(field)}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? field : { ...known, ...mergedParts(known, field) });
  }
  return [...merged.values()];
}

function mergedParts(one: SelectedField, other: SelectedField): Partial<SelectedField> {
  const transformers = [...one.transformers, ...other.transformers];
  if (one.children === undefined || other.children === undefined)
    return { transformers, children: one.children ?? other.children };
  return {
    transformers,
    children: {
      presets: [...one.children.presets, ...other.children.presets],
      fields: [...one.children.fields, ...other.children.fields],
      excluded: [...one.children.excluded, ...other.children.excluded],
    },
  };
}
