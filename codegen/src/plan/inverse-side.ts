import type { Model, Property, TypeRef } from "@dhis2w/model";

/**
 * The property that stores the relation where this one only shows it: by the role that the server names, else the
 * only stored reference back. `User.userRoles` of `UserRole.users`; `undefined` where none is.
 */
export function inverseOf(
  property: Property,
  model: Model,
  models: ReadonlyMap<string, Model>,
): string | undefined {
  if (!property.collection) return undefined;
  if (property.owner) return property.oneToMany ? inverseOfOwned(property, model, models) : undefined;
  const role = property.owningRole;
  if (role !== undefined && role !== "") {
    for (const other of models.values())
      for (const candidate of other.properties)
        if (candidate.owner && candidate.owningRole === role) return `${other.name}.${candidate.name}`;
  }
  if (!property.persisted) return inverseOfUnstored(property, model, models);
  const [kind, target] = targetOf(property.type, models);
  if (kind === "embedded") return inverseThroughWhole(target, model, models);
  return kind === "ref" ? onlyReference(models.get(target), model.name, models) : undefined;
}

/** A list that an object owns, and that its items keep: the options of a set. */
function inverseOfOwned(
  property: Property,
  model: Model,
  models: ReadonlyMap<string, Model>,
): string | undefined {
  const [kind, target] = targetOf(property.type, models);
  return kind === "ref" ? onlyReference(models.get(target), model.name, models) : undefined;
}

/** A collection that is computed from the other side all the same: the users of a role. */
function inverseOfUnstored(
  property: Property,
  model: Model,
  models: ReadonlyMap<string, Model>,
): string | undefined {
  const [kind, target] = targetOf(property.type, models);
  return kind === "ref" && property.name === `${target.charAt(0).toLowerCase()}${target.slice(1)}s`
    ? onlyReference(models.get(target), model.name, models)
    : undefined;
}

function targetOf(type: TypeRef, models: ReadonlyMap<string, Model>): ["ref" | "embedded" | "none", string] {
  const item = type.kind === "array" ? type.item : type;
  if (item.kind === "ref") return ["ref", item.model];
  if (item.kind !== "embedded") return ["none", ""];
  const { standsFor } = models.get(item.model) ?? {};
  return standsFor === undefined ? ["embedded", item.model] : ["ref", standsFor];
}

/** The single one of a model's stored references to another model, a plain one before a collection. */
function onlyReference(
  from: Model | undefined,
  to: string,
  models: ReadonlyMap<string, Model>,
): string | undefined {
  const references = (from?.properties ?? []).filter(
    (property) =>
      property.owner &&
      property.name !== "createdBy" &&
      property.name !== "lastUpdatedBy" &&
      targetOf(property.type, models).join(" ") === `ref ${to}`,
  );
  const single = references.filter(({ collection }) => !collection);
  const [found, ...others] = single.length === 1 ? single : references;
  return found === undefined || others.length > 0 ? undefined : `${from?.name ?? ""}.${found.name}`;
}

/** Values that stand whole in one other model and refer back: `DataSet.dataSetElements.dataElement`. */
function inverseThroughWhole(
  whole: string,
  model: Model,
  models: ReadonlyMap<string, Model>,
): string | undefined {
  const back = onlyReference(models.get(whole), model.name, models);
  if (back === undefined) return undefined;
  const owners = [...models.values()].flatMap((other) =>
    other.properties
      .filter(({ owner, type }) => owner && targetOf(type, models).join(" ") === `embedded ${whole}`)
      .map(({ name }) => `${other.name}.${name}`),
  );
  const [owner, ...others] = owners;
  return owner === undefined || others.length > 0 ? undefined : `${owner}.${back.slice(whole.length + 1)}`;
}
