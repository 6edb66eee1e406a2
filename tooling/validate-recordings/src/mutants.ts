import {
  isRequiredOnCreate,
  type Model,
  type Property,
  type TypeRef,
  writtenProperties,
} from "@dhis2w/model";
import type { RecordedObject } from "./objects.ts";
import type { Release, Side } from "./release.ts";

/** What was done to a recorded object to make it wrong. */
export type MutationKind =
  | "wrong type"
  | "dropped required"
  | "bad enum"
  | "too long"
  | "too short"
  | "out of bounds"
  | "unknown key";

/** A recorded object with one thing wrong. */
export interface Mutant {
  readonly kind: MutationKind;
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** What the model says of the place, for those that no schema can catch. */
  readonly property: Property | undefined;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Every mutant of a recorded object, made from what the server says of itself and not from the schemas. */
export function mutantsOf(
  release: Release,
  { resource, side, value, fields }: RecordedObject,
): readonly Mutant[] {
  const model = release.modelOf(resource);
  if (model === undefined) return [];
  return [...mutate(new Maker(release, side, fields === undefined), model, value)];
}

interface Change {
  readonly kind: MutationKind;
  readonly path: readonly (string | number)[];
  readonly property: Property | undefined;
  /** `undefined` takes the key out. */
  readonly to: unknown;
}

function* mutate(maker: Maker, model: Model, value: JsonObject): Generator<Mutant> {
  for (const { kind, path, property, to } of maker.object(model, value, []))
    yield { kind, path, property, value: replaced(value, path, to) };
}

/** Finds what can be made wrong in a value of a model. */
class Maker {
  readonly #release: Release;
  readonly #side: Side;
  /** Whether nothing may be missing that belongs to the object. */
  readonly #whole: boolean;

  constructor(release: Release, side: Side, whole: boolean) {
    this.#release = release;
    this.#side = side;
    this.#whole = whole;
  }

  *object(model: Model, value: JsonObject, path: Change["path"]): Generator<Change> {
    const properties = this.#side === "create" ? writtenProperties(model) : model.properties;
    for (const property of properties) {
      const here = [...path, property.name];
      const held = value[property.name];
      if (held === undefined || held === null) continue;
      yield { kind: "wrong type", path: here, property, to: wrongTypeOf(property.type, held) };
      const isNeeded = this.#isNeeded(model, property);
      if (this.#whole && isNeeded) yield { kind: "dropped required", path: here, property, to: undefined };
      if (this.#side === "create") yield* this.#written(property, here, isNeeded);
      yield* this.#inside(property.type, held, here, property);
    }
    if (this.#side === "create" && model.indexType === undefined)
      yield { kind: "unknown key", path: [...path, "noSuchKey"], property: undefined, to: "x" };
  }

  #isNeeded(model: Model, property: Property): boolean {
    return this.#side === "create" ? isRequiredOnCreate(model, property) : property.presence === "always";
  }

  *#written(property: Property, path: Change["path"], isNeeded: boolean): Generator<Change> {
    const { type, min, max } = property;
    const isText = type.kind === "text";
    const isNumber = type.kind === "integer" || type.kind === "number";
    if (type.kind === "enum") yield { kind: "bad enum", path, property, to: "NO_SUCH_MEMBER" };
    if (max !== undefined && isText) yield { kind: "too long", path, property, to: "x".repeat(max + 1) };
    if (max !== undefined && isNumber) yield { kind: "out of bounds", path, property, to: max + 1 };
    if (min !== undefined && isNumber) yield { kind: "out of bounds", path, property, to: min - 1 };
    // An empty text is none, which is well where none is needed (BUG-331).
    if (min !== undefined && isText && min > (isNeeded ? 0 : 1))
      yield { kind: "too short", path, property, to: "x".repeat(min - 1) };
  }

  /** Into values that stand whole; of a list its first. */
  *#inside(type: TypeRef, held: unknown, path: Change["path"], property: Property): Generator<Change> {
    if (type.kind === "array" && Array.isArray(held) && held.length > 0) {
      const here = [...path, 0];
      yield { kind: "wrong type", path: here, property, to: wrongTypeOf(type.item, held[0]) };
      yield* this.#inside(type.item, held[0], here, property);
    }
    if (type.kind !== "embedded" || typeof held !== "object" || held === null) return;
    const model = this.#release.server.models.find(({ name }) => name === type.model);
    if (model === undefined || (this.#side === "create" && model.standsFor !== undefined)) return;
    yield* this.object(model, held as JsonObject, path); // an object, and no list: the model says so
  }
}

/** A value that no value of the type may be. */
function wrongTypeOf(type: TypeRef, held: unknown): unknown {
  if (type.kind === "unknown") return typeof held === "string" ? 7 : "not this";
  return typeof held === "string"
    ? 7
    : typeof held === "number"
      ? "seven"
      : typeof held === "boolean"
        ? "true"
        : "not this";
}

function replaced(value: unknown, path: Change["path"], to: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, to) : item));
  const { [step]: held, ...others } = value as Readonly<Record<string | number, unknown>>; // the path led here
  const next = replaced(held, rest, to);
  return next === undefined ? others : { ...others, [step]: next };
}
