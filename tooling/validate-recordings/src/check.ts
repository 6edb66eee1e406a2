import { readRecording, recordedGroups } from "@dhis2w/recordings";
import {
  type FindingPath,
  findingsOf,
  readFindings,
  type Schema,
  type ValidationFinding,
} from "@dhis2w/runtime";
import { whyRefused } from "./explained.ts";
import { type Mutant, type MutationKind, mutantsOf } from "./mutants.ts";
import { type RecordedObject, recordedObjects } from "./objects.ts";
import type { Release } from "./release.ts";
import { shows, valuesAt } from "./shown.ts";

/** What a release's schemas said to its recordings. */
export interface Outcome {
  readonly id: string;
  /** Objects that were read whole, read by a selection, and taken by the server as new. */
  readonly whole: number;
  readonly selected: number;
  readonly created: number;
  /** Resources of which objects were checked. */
  readonly resources: number;
  /** What a server sent or took and a schema refuses: a fault of the schema. */
  readonly falseRejections: readonly string[];
  /** Creates that a server took and the schema refuses on purpose, by reason. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
  /** What servers sent and the schemas do not know; nothing of it is refused. */
  readonly drift: readonly string[];
  readonly mutants: ReadonlyMap<MutationKind, { readonly made: number; readonly caught: number }>;
  /** Mutants that passed, by the reason why. */
  readonly survivors: ReadonlyMap<string, readonly string[]>;
  /** Resources that nothing could be held against. */
  readonly withoutSchema: readonly string[];
}

/** All metadata objects in a release's recordings; `directory` is another folder of the same layout. */
export function objectsOf({ id, server }: Release, directory?: string): readonly RecordedObject[] {
  return recordedGroups(id, directory).flatMap((group) =>
    readRecording(id, group, directory).flatMap((exchange) => recordedObjects(server, group, exchange)),
  );
}

/** Holds a release's schemas against everything that its recordings contain, and against mutants of it. */
export function checkRelease(release: Release, objects: readonly RecordedObject[]): Outcome {
  const findings = new Findings();
  const reads = readsOf(objects);
  const withoutSchema = new Set<string>();
  for (const object of objects) {
    const schema = release.schemaOf(object.resource, object.side);
    if (schema === undefined) {
      withoutSchema.add(object.resource);
      continue;
    }
    const found = findingsIn(schema, object, object.value);
    const read = reads.get(keyOf(object)) ?? [];
    const wasKept = (path: FindingPath, sent: unknown): boolean =>
      read.some((value) => valuesAt(value, path).some((kept) => shows(kept, sent)));
    for (const finding of found) {
      const line = `${object.resource} ${finding.message} (${object.where})`;
      if (finding.kind !== "invalid")
        findings.drift.add(`${object.resource} ${withoutIndexes(finding.message)}`);
      else
        findings.reject(
          line,
          object.side === "create" ? whyRefused(release, object, finding, wasKept) : undefined,
        );
    }
    if (!found.some(isInvalid)) tryMutants(release, schema, object, findings);
  }
  const count = (test: (object: RecordedObject) => boolean): number => objects.filter(test).length;
  return {
    id: release.id,
    whole: count(({ side, fields }) => side === "read" && fields === undefined),
    selected: count(({ side, fields }) => side === "read" && fields !== undefined),
    created: count(({ side }) => side === "create"),
    resources: new Set(objects.map(({ resource }) => resource)).size,
    falseRejections: findings.falseRejections,
    refused: findings.refused,
    drift: [...findings.drift].sort(),
    mutants: findings.mutants,
    survivors: findings.survivors,
    withoutSchema: [...withoutSchema].sort(),
  };
}

/** What is collected on the way. */
class Findings {
  readonly falseRejections: string[] = [];
  readonly refused = new Map<string, string[]>();
  readonly drift = new Set<string>();
  readonly mutants = new Map<MutationKind, { made: number; caught: number }>();
  readonly survivors = new Map<string, string[]>();

  reject(line: string, reason: string | undefined): void {
    if (reason === undefined) this.falseRejections.push(line);
    else this.refused.set(reason, [...(this.refused.get(reason) ?? []), line]);
  }

  mutant(kind: MutationKind, isCaught: boolean): void {
    const { made, caught } = this.mutants.get(kind) ?? { made: 0, caught: 0 };
    this.mutants.set(kind, { made: made + 1, caught: caught + (isCaught ? 1 : 0) });
  }

  survivor(line: string, reason: string): void {
    this.survivors.set(reason, [...(this.survivors.get(reason) ?? []), line]);
  }
}

function tryMutants(release: Release, schema: Schema, object: RecordedObject, findings: Findings): void {
  for (const mutant of mutantsOf(release, object)) {
    const isCaught = findingsIn(schema, object, mutant.value).some(isInvalid);
    findings.mutant(mutant.kind, isCaught);
    if (!isCaught)
      findings.survivor(
        `${object.resource} ${mutant.kind}: ${withoutIndexes(mutant.path.join("."))} (${object.where})`,
        whyUncaught(mutant, object),
      );
  }
}

const isInvalid = ({ kind }: ValidationFinding): boolean => kind === "invalid";

const keyOf = ({ resource, value }: RecordedObject): string => `${resource}/${String(value.id)}`;

/** What was read of each object. */
function readsOf(objects: readonly RecordedObject[]): ReadonlyMap<string, readonly unknown[]> {
  const reads = new Map<string, unknown[]>();
  for (const object of objects)
    if (object.side === "read") reads.set(keyOf(object), [...(reads.get(keyOf(object)) ?? []), object.value]);
  return reads;
}

/** What a schema says to an object, by the rules of the client: of a selection, what came is judged. */
function findingsIn(schema: Schema, object: RecordedObject, value: unknown): readonly ValidationFinding[] {
  return object.side === "read" ? readFindings(schema, value, object.fields) : findingsOf(schema, value);
}

/** The same for all items of a list: `options[].code`. */
export const withoutIndexes = (text: string): string => text.replace(/\[\d+\]/g, "[]");

/** Why no schema can catch a mutant. */
function whyUncaught({ property, path }: Mutant, { fields = "" }: RecordedObject): string {
  if (property?.type.kind === "unknown") return `open JSON: ${property.type.reason}`;
  const names = path.filter((step) => typeof step === "string");
  if (/~|::|\|/.test(fields) && names.some((name) => fields.includes(name)))
    return "a transformer of the selection makes something else of it";
  return unexplained;
}

/** The reason of mutants that should have been caught. */
export const unexplained = "no reason is known";
