import type { ServerModel } from "../server-model.ts";
import { type Correction, subjectOf } from "./correction.ts";
import { corrections as knownCorrections } from "./table.ts";

/**
 * The corrections that applied to none of these models: what they correct is gone, and so should they be.
 * `models` are those of all committed snapshots, for a correction may be about a single release.
 */
export function staleCorrections(
  models: readonly ServerModel[],
  corrections: readonly Correction[] = knownCorrections,
): Correction[] {
  const key = (id: string, subject: string): string => `${id} ${subject}`;
  const applied = new Set(
    models.flatMap(({ report }) => report.corrections.map(({ id, subject }) => key(id, subject))),
  );
  return corrections.filter((correction) => !applied.has(key(correction.id, subjectOf(correction))));
}

/**
 * Throws where a correction applies to no snapshot any more, and where one is missing: OpenAPI of some releases has
 * a reference to any object, and what its name suggests is not what another release says. A build runs it over the
 * models of all committed snapshots.
 */
export function checkCorrections(
  models: readonly ServerModel[],
  corrections: readonly Correction[] = knownCorrections,
): void {
  const stale = staleCorrections(models, corrections).map(
    (correction) =>
      `${correction.id} (${subjectOf(correction)}) applies to none of them any more: take it away`,
  );
  const problems = [...stale, ...contradictions(models)];
  if (problems.length === 0) return;
  const releases = models.map(({ source }) => source.release).join(", ");
  throw new Error(`Corrections for the snapshots ${releases}:\n${problems.join("\n")}`);
}

/** References of classes without a schema that go to one class in one release and to another in the next. */
function contradictions(models: readonly ServerModel[]): string[] {
  const targets = new Map<string, { klass: string; release: string }>();
  const problems: string[] = [];
  for (const model of models) {
    const klassOf = new Map(model.models.map(({ name, klass }) => [name, klass]));
    for (const owner of model.models) {
      if (owner.kind !== "embedded") continue;
      for (const { name, type } of owner.properties) {
        const klass = type.kind === "ref" || type.kind === "embedded" ? klassOf.get(type.model) : undefined;
        if (klass === undefined) continue;
        const key = `${owner.name}.${name}`;
        const other = targets.get(key);
        if (other === undefined) targets.set(key, { klass, release: model.source.release });
        else if (other.klass !== klass)
          problems.push(
            `${key} refers to ${other.klass} in ${other.release} and to ${klass} in ${model.source.release}`,
          );
      }
    }
  }
  return problems;
}
