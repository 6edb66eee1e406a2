import type { Correction, CorrectionOfClass, CorrectionOfName } from "../corrections/correction.ts";
import { simpleName } from "../naming/identifier.ts";
import type { TypeRef } from "../server-model.ts";
import type { Cursor } from "../snapshot/json-cursor.ts";
import type { OpenApi } from "../snapshot/open-api.ts";
import type { RawProperty, RawSchema } from "../snapshot/raw-schema.ts";
import { SnapshotError } from "../snapshot-error.ts";

/**
 * What is known while a snapshot is read. Until the last step types name models and enums by their keys:
 * the Java class, or `openapi:Name` where only a component is known.
 */
export interface Reading {
  readonly schemas: readonly RawSchema[];
  readonly schemaByKlass: ReadonlyMap<string, RawSchema>;
  readonly schemaBySingular: ReadonlyMap<string, RawSchema>;
  /** OpenAPI components that describe a class with a schema: they have its simple name. */
  readonly schemaByComponent: ReadonlyMap<string, RawSchema>;
  /** Properties that hold a class, with the schema that each belongs to. */
  readonly propertiesOfKlass: ReadonlyMap<string, readonly OwnedProperty[]>;
  readonly openApi: OpenApi;
  readonly corrections: readonly Correction[];
  readonly namesOfKlass: ReadonlyMap<string, readonly CorrectionOfName[]>;
  readonly correctionOfKlass: ReadonlyMap<string, CorrectionOfClass>;
  readonly applied: Set<Correction>;
  /** Keys of components that describe a class without a schema. */
  readonly klassByComponent: Map<string, string>;
  readonly embedded: Map<string, EmbeddedDraft>;
  readonly enums: Map<string, EnumDraft>;
  /** Classes without a schema, and where their shape came from. */
  readonly complex: Map<string, { from: "openapi" | "correction" | "unknown"; reason?: string }>;
  /** What no rule and no correction explains; all of it is told at the end. */
  readonly unexplained: SnapshotError[];
}

export interface OwnedProperty {
  readonly schema: RawSchema;
  readonly property: RawProperty;
}

export interface EmbeddedDraft {
  readonly wantedName: string;
  /** By wire name. */
  readonly properties: Map<string, TypeRef>;
  readonly readOnly: Set<string>;
  readonly descriptions: Map<string, string>;
}

export interface EnumDraft {
  readonly wantedName: string;
  readonly members: readonly string[];
}

export function startReading(
  schemas: readonly RawSchema[],
  openApi: OpenApi,
  corrections: readonly Correction[],
): Reading {
  const schemaByComponent = new Map<string, RawSchema>();
  for (const schema of schemas) {
    const component = simpleName(schema.klass);
    if (openApi.components.has(component) && !schemaByComponent.has(component))
      schemaByComponent.set(component, schema);
  }
  return {
    schemas,
    schemaByKlass: new Map(schemas.map((schema) => [schema.klass, schema])),
    schemaBySingular: new Map(schemas.map((schema) => [schema.singular, schema])),
    schemaByComponent,
    propertiesOfKlass: grouped(
      schemas.flatMap((schema) => schema.properties.map((property) => ({ schema, property }))),
      ({ property }) => property.valueKlass,
    ),
    openApi,
    corrections,
    namesOfKlass: grouped(
      corrections.filter((correction) => correction.kind === "name"),
      ({ klass }) => klass,
    ),
    correctionOfKlass: new Map(
      corrections
        .filter((correction) => correction.kind === "class")
        .map((correction) => [correction.klass, correction]),
    ),
    applied: new Set(),
    klassByComponent: new Map(),
    embedded: new Map(),
    enums: new Map(),
    complex: new Map(),
    unexplained: [],
  };
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Notes what a correction has to explain; reading goes on, so that whoever writes corrections sees them all. */
export function needsCorrection(reading: Reading, { file, pointer }: Cursor, problem: string): void {
  reading.unexplained.push(new SnapshotError(file, pointer, problem));
}

/** The component that describes a class with a schema. */
export function componentOf(reading: Reading, schema: RawSchema): string | undefined {
  const component = simpleName(schema.klass);
  return reading.schemaByComponent.get(component) === schema ? component : undefined;
}

export function classCorrection(reading: Reading, klass: string): CorrectionOfClass | undefined {
  return reading.correctionOfKlass.get(klass);
}

/** How a value of a class with a schema stands in another object: whole, or as `{ id }`. */
export function standsWhole(schema: RawSchema): boolean {
  return schema.flags.embeddedObject || !schema.flags.identifiableObject;
}

/** Periods are written as `{ id }` in all releases, also where 2.43 calls the property COMPLEX. */
export const periodKlass = "org.hisp.dhis.period.Period";
