import type { EnumModel, Model, Property, ServerModel, TypeRef } from "@dhis2w/model";
import { isRequiredOnCreate, sortedBy } from "@dhis2w/model";

/**
 * The part that all releases share, as one ServerModel: every release's object can be read by it, and what is
 * written by it every release takes. Models, properties, enums and resources count as shared by name; models and
 * enums that no shared resource leads to are left out.
 */
export function sharedModel(servers: readonly [ServerModel, ...ServerModel[]]): ServerModel {
  const [first] = servers;
  const models = inAll(servers.map(({ models }) => models));
  const known = new Set(models.map(([{ name }]) => name));
  const enums = inAll(servers.map(({ enums }) => enums));
  const knownEnums = new Set(enums.map(([{ name }]) => name));
  const isKnown = (type: TypeRef): boolean =>
    namesIn(type).every(
      ([kind, name]) => kind === "ref" || (kind === "enum" ? knownEnums.has(name) : known.has(name)),
    );
  const resources = inAll(servers.map((server) => server.resources))
    .filter(([{ model }]) => known.has(model))
    .map(([resource, ...others]) => ({
      ...resource,
      attributable: resource.attributable && others.every(({ attributable }) => attributable),
    }));
  const shared = models.map((variants) => sharedProperties(variants, isKnown));
  const reached = reachedFrom(
    resources.map(({ model }) => model),
    shared,
  );
  return {
    source: first.source,
    models: shared.filter(({ name }) => reached.has(`model ${name}`)),
    enums: enums.map(sharedEnum).filter(({ name }) => reached.has(`enum ${name}`)),
    resources,
    quirks: [],
    report: first.report,
  };
}

/** The models and enums that objects of these models lead to, as `model Category` and `enum ValueType`. */
function reachedFrom(roots: readonly string[], models: readonly Model[]): ReadonlySet<string> {
  const byName = new Map(models.map((model) => [model.name, model]));
  const reached = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(`model ${name}`)) continue;
    reached.add(`model ${name}`);
    for (const { type } of byName.get(name)?.properties ?? [])
      for (const [kind, found] of namesIn(type))
        if (kind === "enum") reached.add(`enum ${found}`);
        else open.push(found);
  }
  return reached;
}

type Variants<Item> = readonly [Item, ...Item[]];

/** The items that every list has by name, each with its variants in the order of the lists. */
function inAll<Item extends { readonly name: string }>(
  lists: readonly (readonly Item[])[],
): Variants<Item>[] {
  const [first = [], ...others] = lists;
  const maps = others.map((list) => new Map(list.map((item) => [item.name, item])));
  const shared: Variants<Item>[] = [];
  for (const item of sortedBy(first, ({ name }) => name)) {
    const variants = maps.flatMap((map) => map.get(item.name) ?? []);
    if (variants.length === maps.length) shared.push([item, ...variants]);
  }
  return shared;
}

function sharedProperties(variants: Variants<Model>, isKnown: (type: TypeRef) => boolean): Model {
  const newest = variants.at(-1) ?? variants[0];
  const shared = inAll(variants.map(({ properties }) => properties)).map((same) =>
    sharedProperty(same, isKnown),
  );
  const written = new Set(shared.filter(({ owner, writable }) => owner && writable).map(({ name }) => name));
  const demanded = onlyDemanded(variants, written).filter(({ type }) => isKnown(type));
  const byName = new Map(shared.map((property) => [property.name, property]));
  for (const property of demanded) {
    const { name, type, required, persisted } = property;
    const read = byName.get(name) ?? { ...property, readable: false };
    byName.set(name, { ...read, type, required, persisted, owner: true, writable: true });
  }
  return { ...newest, properties: [...byName.values()] };
}

/**
 * What some releases demand of a create and others do not have or would not take: written for all, since a release
 * ignores what it does not know.
 */
function onlyDemanded(variants: Variants<Model>, written: ReadonlySet<string>): Property[] {
  return variants.flatMap((model) =>
    model.properties.filter((property) => !written.has(property.name) && isRequiredOnCreate(model, property)),
  );
}

function sharedProperty(variants: Variants<Property>, isKnown: (type: TypeRef) => boolean): Property {
  const newest = variants.at(-1) ?? variants[0];
  const types = variants.map(({ type }) => type);
  const type = joined(types);
  const agreed = new Set(types.map((one) => JSON.stringify(one))).size === 1 && isKnown(type);
  const every = (test: (property: Property) => boolean): boolean => variants.every(test);
  const { min, max, ...rest } = newest;
  return {
    ...rest,
    ...(min !== undefined && every((property) => property.min === min) && { min }),
    ...(max !== undefined && every((property) => property.max === max) && { max }),
    type: isKnown(type) ? type : { kind: "unknown", reason: "its model is not in all releases" },
    presence: every(({ presence }) => presence === "always") ? "always" : "optional",
    readable: every(({ readable }) => readable),
    owner: every(({ owner }) => owner),
    writable: agreed && every(({ writable }) => writable),
    // What one release must be given, code for all releases must give; only what is stored is ever required.
    required: variants.some(({ required, persisted }) => required && persisted),
    persisted: variants.some(({ persisted }) => persisted),
  };
}

/** A type that a value of each of these has. */
function joined(types: readonly TypeRef[]): TypeRef {
  const distinct = [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
  const [first] = distinct;
  if (first !== undefined && distinct.length === 1) return first;
  const unknown = distinct.find(({ kind }) => kind === "unknown");
  return unknown ?? { kind: "union", members: distinct };
}

/** Members that all releases know: safe to write; reading stays open. */
function sharedEnum(variants: Variants<EnumModel>): EnumModel {
  const [first, ...others] = variants;
  return {
    ...first,
    members: first.members.filter((member) => others.every(({ members }) => members.includes(member))),
  };
}

function namesIn(type: TypeRef): (readonly ["enum" | "model" | "ref", string])[] {
  switch (type.kind) {
    case "enum":
      return [["enum", type.name]];
    case "embedded":
      return [["model", type.model]];
    case "ref":
      return [["ref", type.model]];
    case "array":
      return namesIn(type.item);
    case "map":
      return namesIn(type.value);
    case "union":
      return type.members.flatMap(namesIn);
    default:
      return [];
  }
}
