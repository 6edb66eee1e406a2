import type { EnumModel, Model, Property, ResourceModel, ServerModel, TypeRef } from "@dhis2w/model";
import { sortedBy, writtenProperties } from "@dhis2w/model";
import { Diagnostic } from "../diagnostic.ts";
import { identifier } from "../text/escape.ts";
import { fileNames } from "../text/file-name.ts";

/** A model with the names and the file it gets in generated code. */
export interface PlannedModel {
  readonly model: Model;
  /** `CategoryCombo` */
  readonly typeName: string;
  /** File name without ending: `category-combo`. */
  readonly file: string;
  readonly properties: readonly Property[];
  readonly write?: PlannedWrite;
}

/** The write shapes of a model. */
export interface PlannedWrite {
  /** `CategoryComboCreate` */
  readonly createName: string;
  /** `CategoryComboUpdate`; values that stand inside their owner are replaced whole and have none. */
  readonly updateName?: string;
  readonly properties: readonly Property[];
}

/** An enum with the name of its type and constant. */
export interface PlannedEnum {
  readonly model: EnumModel;
  readonly typeName: string;
}

/** All names of a generated core, decided before anything is printed; everything in code-point order. */
export interface CorePlan {
  readonly server: ServerModel;
  readonly models: readonly PlannedModel[];
  readonly enums: readonly PlannedEnum[];
  readonly resources: readonly ResourceModel[];
  /** The planned model of this name; a model that refers to none is a fault of the ServerModel. */
  modelNamed(name: string): PlannedModel;
  enumNamed(name: string): PlannedEnum;
}

/** Name of the shape from which an object of a model is made. */
export const createNameOf = (typeName: string): string => `${typeName}Create`;

/** Name of the zod schema of a type: `dataElementCreateSchema` of `DataElementCreate`. */
export const schemaNameOf = (typeName: string): string =>
  `${typeName.slice(0, 1).toLowerCase()}${typeName.slice(1)}Schema`;

/** Names that a core's files declare or import beside those of the models. */
const ownNames = [
  "BaseDimensionalItemObject",
  "Changes",
  "CommonCore",
  "Core",
  "DateTime",
  "DescribedObjectCreate",
  "IdentifiableObject",
  "IdentifiableObjectCreate",
  "JobConfigurationCreateOf",
  "JobConfigurationOf",
  "JobParametersByType",
  "JobParametersCreateByType",
  "Models",
  "NameableObject",
  "OpenEnum",
  "PresetNames",
  "Presets",
  "Quirks",
  "Ref",
  "ResourceTable",
  "ResourceType",
  "Resources",
  "ServerDescription",
  "ShareableObjectCreate",
  "TranslatableObjectCreate",
];

/** Decides the names and files of a core. */
export function planCore(server: ServerModel): CorePlan {
  const resources = sortedBy(server.resources, (resource) => resource.name);
  const byName = new Map(server.models.map((model) => [model.name, model]));
  const files = fileNames([...byName.keys()]);
  const updated = new Set(resources.map((resource) => resource.model));
  const written = writtenModels(byName, updated);

  const models = sortedBy(server.models, (model) => model.name).map((model): PlannedModel => {
    const typeName = identifier(model.name);
    return {
      model,
      typeName,
      file: files.get(model.name) ?? typeName,
      properties: sortedBy(model.properties, (property) => property.name),
      ...(written.has(model.name) && {
        write: {
          createName: createNameOf(typeName),
          ...(updated.has(model.name) && { updateName: `${typeName}Update` }),
          properties: writtenProperties(model),
        },
      }),
    };
  });
  const enums = sortedBy(server.enums, ({ name }) => name).map((model) => ({
    model,
    typeName: identifier(model.name),
  }));
  refuseEqualNames([
    ...ownNames,
    ...models.flatMap(({ typeName, write }) => [typeName, write?.createName, write?.updateName]),
    ...enums.map(({ typeName }) => typeName),
  ]);
  refuseEqualNames(
    models.flatMap(({ typeName, write }) =>
      [typeName, ...(write === undefined ? [] : [write.createName])].map(schemaNameOf),
    ),
  );
  return {
    server,
    models,
    enums,
    resources,
    modelNamed: lookup("model", models),
    enumNamed: lookup("enum", enums),
  };
}

/** Models with a create shape: those of the resources, and what stands whole inside them. */
function writtenModels(models: ReadonlyMap<string, Model>, roots: ReadonlySet<string>): ReadonlySet<string> {
  const written = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const model = models.get(name);
    if (model === undefined || model.standsFor !== undefined || written.has(name)) continue;
    written.add(name);
    for (const { type } of writtenProperties(model)) open.push(...embeddedIn(type));
  }
  return written;
}

/** The models whose values stand whole in a value of the type. */
export function embeddedIn(type: TypeRef): string[] {
  switch (type.kind) {
    case "embedded":
      return [type.model];
    case "array":
      return embeddedIn(type.item);
    case "map":
      return embeddedIn(type.value);
    case "union":
      return type.members.flatMap(embeddedIn);
    default:
      return [];
  }
}

function lookup<Planned extends { readonly model: { readonly name: string } }>(
  what: string,
  planned: readonly Planned[],
): (name: string) => Planned {
  const byName = new Map(planned.map((item) => [item.model.name, item]));
  return (name) => {
    const found = byName.get(name);
    if (found !== undefined) return found;
    throw new Diagnostic({
      code: "GENERATE.UNKNOWN_NAME",
      summary: `No ${what} is named '${name}'`,
      why: `A property has this type, but the snapshot describes no ${what} of that name.`,
      next: "Take the snapshot again, or add a correction to packages/model that says what the type is.",
    });
  };
}

function refuseEqualNames(names: readonly (string | undefined)[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (name === undefined) continue;
    if (seen.has(name))
      throw new Diagnostic({
        code: "GENERATE.NAME_COLLISION",
        summary: `Two types would be named '${name}'`,
        why: "Models, their write shapes and enums share one namespace in generated code.",
        next: "Rename one of them by a correction in packages/model.",
      });
    seen.add(name);
  }
}
