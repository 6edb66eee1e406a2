import type { Property, TypeRef } from "@dhis2w/model";
import { readFindings, type ValidationFinding } from "@dhis2w/runtime";
import { withoutIndexes } from "./check.ts";
import type { RecordedObject } from "./objects.ts";
import type { Release } from "./release.ts";

/** What the schemas of one release say to the objects of another. */
export interface WrongVersion {
  /** `v41 schemas, v43 objects` */
  readonly title: string;
  readonly objects: number;
  /** Differences between the two releases, as the schemas found them. */
  readonly known: readonly string[];
  /** What the models of the two releases do not explain. */
  readonly unexplained: readonly string[];
}

/** Holds whole objects of one release against the schemas of another. */
export function checkWrongVersion(
  schemas: Release,
  sender: Release,
  objects: readonly RecordedObject[],
): WrongVersion {
  const known = new Set<string>();
  const unexplained = new Set<string>();
  const whole = objects.filter(({ side, fields }) => side === "read" && fields === undefined);
  for (const { resource, value } of whole) {
    if (schemas.schemaOf(resource, "read") === undefined) {
      known.add(`${resource}: unknown resource`);
      continue;
    }
    // What the sender's own schema finds is no difference between the two.
    const own = new Set(findingsOfRead(sender, resource, value).map(({ message }) => message));
    for (const { message, path } of findingsOfRead(schemas, resource, value)) {
      if (own.has(message)) continue;
      const names = path.filter((step) => typeof step === "string");
      const here = propertyAt(schemas, resource, names);
      const there = propertyAt(sender, resource, names);
      const differs = factsOf(schemas, here) !== factsOf(sender, there);
      (differs ? known : unexplained).add(`${resource} ${withoutIndexes(message)}`);
    }
  }
  return {
    title: `${schemas.id} schemas, ${sender.id} objects`,
    objects: whole.length,
    known: [...known].sort(),
    unexplained: [...unexplained].sort(),
  };
}

function findingsOfRead(release: Release, resource: string, value: unknown): readonly ValidationFinding[] {
  const schema = release.schemaOf(resource, "read");
  return schema === undefined ? [] : readFindings(schema, value, undefined);
}

/** The property at a path, in whichever alternative has it. */
function propertyAt(
  { modelOf, server }: Release,
  resource: string,
  names: readonly string[],
): Property | undefined {
  let models = [modelOf(resource)];
  let property: Property | undefined;
  for (const name of names) {
    property = models.flatMap((model) => model?.properties.find((one) => one.name === name) ?? [])[0];
    const inside = new Set(property === undefined ? [] : modelsIn(property.type));
    models = server.models.filter((model) => inside.has(model.name));
  }
  return property;
}

function modelsIn(type: TypeRef): readonly string[] {
  const held = heldIn(type);
  if (held.kind === "union") return held.members.flatMap(modelsIn);
  return held.kind === "embedded" ? [held.model] : [];
}

/** What a schema is made from: two releases that agree in it have the same schema there. */
function factsOf({ server }: Release, property: Property | undefined): string {
  if (property === undefined) return "";
  const { type, presence, nullable } = property;
  const held = heldIn(type);
  const members =
    held.kind === "enum" ? server.enums.find(({ name }) => name === held.name)?.members : undefined;
  return JSON.stringify({ type, presence, nullable, members });
}

function heldIn(type: TypeRef): TypeRef {
  if (type.kind === "array") return heldIn(type.item);
  return type.kind === "map" ? heldIn(type.value) : type;
}
