import { simpleName } from "../naming/identifier.ts";
import type { ApiDocument } from "../operations/operation.ts";
import { quirkTable } from "../quirks/table.ts";
import type { SnapshotDocuments } from "../read-snapshot.ts";
import type { EnumModel, Model, QuirkSlice, ResourceModel, ServerModel } from "../server-model.ts";
import { child, itemsOf, type JsonObject, objectAt, openDocument } from "../snapshot/json-cursor.ts";
import { apiItems, type OtherSide } from "./api-items.ts";
import type {
  BehaviourItem,
  DiffSide,
  EnumItem,
  EnumMemberItem,
  ModelItem,
  PropertyItem,
  ResourceItem,
} from "./items.ts";
import { PropertyType, type TypeNames, typeNames } from "./type-text.ts";

/** The items of a server: its model's, with all that the raw documents say of each, and those of its OpenAPI document. */
export function diffSide(
  documents: SnapshotDocuments,
  server: ServerModel,
  operations: ApiDocument,
  other: OtherSide,
): DiffSide {
  const root = openDocument("schemas.json", documents.schemas);
  const { schemas: _, ...rest } = objectAt(root);
  const rawByKlass = new Map(
    itemsOf(child(root, "schemas")).map((place) => {
      const raw = objectAt(place);
      return [String(raw.klass), raw];
    }),
  );
  const beside = { kind: "document", key: "schemas.json", label: "schemas.json", raw: rest } as const;
  const api = apiItems(operations, server, other);
  const names = typeNames(server);
  return {
    model: () => server.models.map((model) => modelItem(server, model, rawByKlass.get(model.klass))),
    property: ({ item: { model } }) => propertyItems(names, model, rawByKlass.get(model.klass)),
    enum: () => server.enums.map(enumItem),
    "enum-member": ({ item }) => item.members.map(enumMemberItem),
    resource: () => server.resources.map((resource) => resourceItem(server, resource, rawByKlass)),
    behaviour: () => server.quirks.map(behaviourItem),
    ...api,
    document: (owner) => [beside, ...api.document(owner)],
  };
}

/** Keys of a schema that its resource accounts for. */
const resourceKeys = ["relativeApiEndpoint", "plural"];

function modelItem(server: ServerModel, model: Model, schema: JsonObject | undefined): ModelItem {
  const { properties: _, ...raw } = schema ?? {};
  const hasResource = server.resources.some((resource) => resource.model === model.name);
  return {
    kind: "model",
    key: model.klass,
    label: model.name,
    looseKeys: [simpleName(model.klass), model.singular ?? model.name],
    model,
    raw: hasResource ? without(raw, resourceKeys) : raw,
  };
}

function propertyItems(names: TypeNames, model: Model, schema: JsonObject | undefined): PropertyItem[] {
  const { properties } = schema ?? {};
  const listed = (Array.isArray(properties) ? properties : []) as readonly JsonObject[]; // checked when it was read
  const byName = new Map(
    listed.map((raw) => [raw.collection === true ? raw.collectionName : raw.name, raw] as const),
  );
  const byField = new Map(listed.map((raw) => [raw.fieldName, raw]));
  return model.properties.map((property) => ({
    kind: "property",
    key: property.name,
    label: property.name,
    part: property.name,
    model,
    property,
    type: new PropertyType(property.type, names),
    raw: rawOf(byName.get(property.name) ?? byField.get(property.fieldName)),
  }));
}

/** The members of an enum are items of their own; whether a property lists them is told here. */
function rawOf(raw: JsonObject | undefined): JsonObject {
  if (raw === undefined) return {};
  const valueType = raw.collection === true ? raw.itemPropertyType : raw.propertyType;
  return valueType === "CONSTANT" && raw.constants !== undefined ? { ...raw, constants: "listed" } : raw;
}

const enumItem = ({ klass, name, members }: EnumModel): EnumItem => ({
  kind: "enum",
  key: klass,
  label: name,
  looseKeys: [simpleName(klass), members.join()],
  members,
  raw: {},
});

const enumMemberItem = (member: string): EnumMemberItem => ({
  kind: "enum-member",
  key: member,
  label: member,
  part: member,
  member,
  raw: {},
});

const behaviourItem = (quirk: QuirkSlice): BehaviourItem => ({
  kind: "behaviour",
  key: quirk.name,
  label: `${quirkTable.find(({ name }) => name === quirk.name)?.title ?? quirk.name} (${quirk.id})`,
  quirk,
  raw: { value: quirk.value },
});

function resourceItem(
  server: ServerModel,
  resource: ResourceModel,
  rawByKlass: ReadonlyMap<string, JsonObject>,
): ResourceItem {
  const model = server.models.find(({ name }) => name === resource.model);
  const raw = (model && rawByKlass.get(model.klass)) ?? {};
  return {
    kind: "resource",
    key: resource.name,
    label: `/api/${resource.path}`,
    looseKeys: [model?.klass ?? resource.model],
    resource,
    raw: Object.fromEntries(resourceKeys.map((key) => [key, raw[key]])),
  };
}

const without = (raw: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(raw).filter(([key]) => !keys.includes(key)));
