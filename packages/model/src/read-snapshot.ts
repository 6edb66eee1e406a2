import { type Correction, subjectOf } from "./corrections/correction.ts";
import { corrections as knownCorrections } from "./corrections/table.ts";
import { namedType } from "./naming/named-types.ts";
import { nameEverything } from "./naming/names.ts";
import { quirksOf } from "./quirks/quirk.ts";
import { crossCheck } from "./reading/cross-check.ts";
import { collectEnums } from "./reading/enums.ts";
import { embeddedModel, schemaModel } from "./reading/models.ts";
import { nameComponents, propertyType } from "./reading/property-type.ts";
import { type Reading, startReading } from "./reading/reading.ts";
import { resourcesOf } from "./reading/resources.ts";
import type { EnumModel, ModelReport, ServerModel, ServerSource, TypeRef } from "./server-model.ts";
import { child, fail, openDocument, optionalText, textAt } from "./snapshot/json-cursor.ts";
import { readOpenApi } from "./snapshot/open-api.ts";
import { type RawSchema, readSchemas } from "./snapshot/raw-schema.ts";
import { UnexplainedError } from "./snapshot-error.ts";
import { sortedBy } from "./text-order.ts";

/** The files of a snapshot, as text or parsed. */
export interface SnapshotDocuments {
  readonly snapshot: unknown;
  readonly schemas: unknown;
  readonly openapi: unknown;
}

/**
 * Reads a snapshot into the model that everything else is made from; the same snapshot always gives the same
 * model. Throws SnapshotError, with file and JSON pointer, where the documents are cut or contradict themselves;
 * UnexplainedError, which names all such places, where they say what neither a rule nor a correction explains.
 */
export function readSnapshot(
  documents: SnapshotDocuments,
  corrections: readonly Correction[] = knownCorrections,
): ServerModel {
  const source = readSource(documents.snapshot);
  const reading = startReading(readSchemas(documents.schemas), readOpenApi(documents.openapi), corrections);
  collectEnums(reading);
  nameComponents(reading);
  const typed = reading.schemas.map((schema) => ({
    schema,
    properties: schema.properties.map((raw) => ({ raw, type: propertyType(reading, schema, raw) })),
  }));
  const { sharedClasses, disagreements } = crossCheck(reading);
  const [first, ...others] = reading.unexplained;
  if (first !== undefined) throw new UnexplainedError(first, others);
  const names = nameEverything(reading);
  const types = [
    ...typed.flatMap(({ properties }) => properties.map(({ type }) => type)),
    ...[...reading.embedded.values()].flatMap(({ properties }) => [...properties.values()]),
  ];
  const referredTo = new Set(types.flatMap(refsOf));
  const models = [
    ...typed.map(({ schema, properties }) => schemaModel(reading, schema, properties, names)),
    ...[...reading.embedded].map(([key, draft]) => embeddedModel(key, draft, names, referredTo.has(key))),
  ];
  const enums = [...reading.enums].map(
    ([klass, { members }]): EnumModel => ({ name: namedEnum(names.enums, klass), klass, members }),
  );
  const resources = resourcesOf(reading.schemas, names);
  refuseTwinResources(reading.schemas, resources);
  return {
    source,
    models: sortedBy(models, ({ name }) => name),
    enums: sortedBy(enums, ({ name }) => name),
    resources,
    quirks: quirksOf(source.id),
    report: {
      schemas: reading.schemas.length,
      properties: reading.schemas.reduce((sum, { properties }) => sum + properties.length, 0),
      enums: enums.length,
      complex: sortedBy(
        [...reading.complex].map(([klass, how]) => ({ klass, ...how })),
        ({ klass }) => klass,
      ),
      sharedClasses,
      disagreements: sortedBy(disagreements, ({ klass, name, side }) => `${klass}#${name} ${side}`),
      corrections: appliedCorrections(reading),
    },
  };
}

function readSource(document: unknown): ServerSource {
  const root = openDocument("snapshot.json", document);
  const release = textAt(root, "version");
  const [, major] = /^2\.(\d+)(?:\.|$)/.exec(release) ?? [];
  if (major === undefined) return fail(child(root, "version"), `'${release}' is no release of DHIS2`);
  const buildTime = optionalText(root, "buildTime");
  return {
    ...{ id: `v${major}`, version: Number(major), release, revision: textAt(root, "revision") },
    ...(buildTime === undefined ? {} : { buildTime }),
  };
}

function refsOf(type: TypeRef): string[] {
  if (type.kind === "array") return refsOf(type.item);
  return type.kind === "ref" ? [type.model] : [];
}

function namedEnum(names: ReadonlyMap<string, string>, klass: string): string {
  const named = namedType({ kind: "enum", name: klass }, { models: new Map(), enums: names });
  return named.kind === "enum" ? named.name : klass;
}

function refuseTwinResources(schemas: readonly RawSchema[], resources: ServerModel["resources"]): void {
  const seen = new Set<string>();
  for (const { name } of resources) {
    const twin = schemas.find(({ plural }) => plural === name);
    if (seen.has(name) && twin !== undefined)
      fail(twin.place, `has the same plural '${name}' as another resource`);
    seen.add(name);
  }
}

function appliedCorrections(reading: Reading): ModelReport["corrections"] {
  const rows = [...reading.applied].map((correction) => ({
    id: correction.id,
    subject: subjectOf(correction),
    reason: correction.reason,
  }));
  return sortedBy(rows, ({ id, subject }) => `${id} ${subject}`);
}
