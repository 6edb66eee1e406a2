import type { Change, Diff, ServerModel } from "@dhis2w/model";

/** The names that a client exports for a model: its read shape, its bodies, its schemas. */
const exportsOfModel = (model: string): readonly string[] => {
  const schema = model.charAt(0).toLowerCase() + model.slice(1);
  return [model, `${model}Create`, `${model}Update`, `${schema}Schema`, `${schema}CreateSchema`];
};

/**
 * The changes by which an exported name is gone, by that name. A class or enum that only has another name now is
 * found again by its Java class, or by its members.
 */
export function goneTypes(
  diff: Diff,
  before: ServerModel,
  after: ServerModel,
): ReadonlyMap<string, readonly Change[]> {
  const gone = new Map<string, readonly Change[]>();
  const models = new Map(after.models.map(({ klass, name }) => [klass, name]));
  const names = new Set([...after.models, ...after.enums].map(({ name }) => name));
  const changesOf = (kind: string, label: string): readonly Change[] =>
    diff.changes.filter(({ subject }) => subject.kind === kind && subject.label === label);
  for (const { name, klass } of before.models) {
    if (names.has(name)) continue;
    const changes = changesOf("model", name).filter(({ rule }) => rule === "model-removed");
    const twin = models.get(klass);
    const twins = twin === undefined ? [] : exportsOfModel(twin);
    for (const [index, exported] of exportsOfModel(name).entries())
      gone.set(exported, changes.length > 0 ? changes : renamed("model", exported, klass, twins[index]));
  }
  for (const { name, klass, members } of before.enums) {
    if (names.has(name)) continue;
    const twin = after.enums.find((one) => one.klass === klass || one.members.join() === members.join());
    const changes = changesOf("enum", name).filter(({ rule }) => rule === "enum-removed");
    gone.set(name, changes.length > 0 ? changes : renamed("enum", name, klass, twin?.name));
  }
  return gone;
}

/** What a client's own names change by: the servers mean the same, but an import of the old name does not compile. */
function renamed(
  kind: "model" | "enum",
  name: string,
  key: string,
  renamedTo: string | undefined,
): readonly Change[] {
  return [
    {
      rule: "type-renamed",
      level: "breaking-for-readers",
      subject: { kind, key, label: name },
      title: renamedTo === undefined ? "is exported no more" : `is exported as ${renamedTo}`,
      why: "The client of the release has no type of this name, so the program does not compile.",
      todo: renamedTo === undefined ? "Use the type that the property has now." : `Import ${renamedTo}.`,
      ...(renamedTo !== undefined && { renamedTo }),
      fingerprint: "",
    },
  ];
}
