import type { Model, ServerModel, TypeRef } from "./server-model.ts";
import { sortedBy } from "./text-order.ts";

/**
 * Models whose users the client looks up before it deletes one, because the server would not refuse but silently refer
 * them to something else (BUG-120).
 */
const lookedUp: readonly string[] = ["CategoryCombo"];

/** By model the resources that refer to it, by resource the paths of the referring properties. */
export type Referrers = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * The stored references to the looked-up models, as paths for `filter`, through values that stand inside their owner too
 * (`dataSetElements.categoryCombo`). What an object consists of (the option combos of a category combo) goes with it
 * and does not count as a user.
 */
export function referrersOf(server: ServerModel): Referrers {
  const models = new Map(server.models.map((model) => [model.name, model]));
  return Object.fromEntries(
    lookedUp.map((target) => {
      const parts = partsOf(models.get(target), models);
      const resources = sortedBy(server.resources, (resource) => resource.name).flatMap(({ name, model }) => {
        const paths = parts.has(model) ? [] : pathsTo(target, models.get(model), models, new Set());
        return paths.length === 0 ? [] : [[name, paths] as const];
      });
      return [target, Object.fromEntries(resources)];
    }),
  );
}

/** Models whose objects belong to one object of the target: it lists them, and each refers to one target only. */
function partsOf(target: Model | undefined, models: ReadonlyMap<string, Model>): ReadonlySet<string> {
  const listed = target?.properties
    .filter((property) => property.persisted && !property.owner)
    .flatMap(({ type }) => referredTo(type, "ref"));
  return new Set(
    listed?.filter((name) =>
      models.get(name)?.properties.some(({ type }) => type.kind === "ref" && type.model === target?.name),
    ),
  );
}

function pathsTo(
  target: string,
  model: Model | undefined,
  models: ReadonlyMap<string, Model>,
  above: ReadonlySet<string>,
): string[] {
  if (model === undefined || above.has(model.name)) return [];
  const own = model.properties.filter((property) => property.persisted && property.owner);
  return sortedBy(own, (property) => property.name).flatMap(({ name, type }) => [
    ...(referredTo(type, "ref").includes(target) ? [name] : []),
    ...referredTo(type, "embedded").flatMap((inner) =>
      pathsTo(target, models.get(inner), models, new Set([...above, model.name])).map(
        (path) => `${name}.${path}`,
      ),
    ),
  ]);
}

/** Names of the models that a value of this type refers to, or that stand in it whole. */
function referredTo(type: TypeRef, kind: "ref" | "embedded"): string[] {
  switch (type.kind) {
    case "ref":
    case "embedded":
      return type.kind === kind ? [type.model] : [];
    case "array":
      return referredTo(type.item, kind);
    default:
      return [];
  }
}
