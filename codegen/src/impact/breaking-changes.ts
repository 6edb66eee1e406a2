import {
  type Change,
  compareText,
  type Diff,
  type Model,
  type ServerModel,
  type TypeRef,
} from "@dhis2w/model";
import { compareSnapshots } from "../compare/compare-snapshots.ts";
import type { SnapshotInput } from "../compare/snapshot-input.ts";
import { goneTypes } from "./gone-types.ts";
import { type OperationChanges, operationChanges } from "./operation-changes.ts";

/** How a program uses a property. */
export type Usage = "read" | "order" | "write" | "create";

/** A property that a create must carry now. */
export interface RequiredProperty {
  readonly property: string;
  readonly change: Change;
}

/** A member that an enum did not have. */
export interface NewMember {
  readonly member: string;
  readonly change: Change;
}

/** What breaks or turns risky from one release to another, found by the names that programs write. */
export interface BreakingChanges extends OperationChanges {
  readonly diff: Diff;
  readonly server: ServerModel;
  /** Names of properties, resources and members that something is to be said of: all others need no look. */
  readonly names: ReadonlySet<string>;
  /** Names of resources that something is to be said of. */
  readonly resourceNames: ReadonlySet<string>;
  /** Members of enums that are gone. */
  readonly goneMembers: ReadonlySet<string>;
  /** Whether a module is the client or core of the older release. */
  readonly isClient: (specifier: string) => boolean;
  /** The model of a resource by its key on the client. */
  readonly resourceModel: (resource: string) => string | undefined;
  /** The model of a path of the metadata API: `/api/dataElements/{uid}`. */
  readonly modelOfPath: (path: string) => string | undefined;
  /** The model that a property refers to or holds. */
  readonly modelBehind: (model: string, property: string) => string | undefined;
  /** The same, where the object stands whole in what is sent. */
  readonly embeddedBehind: (model: string, property: string) => string | undefined;
  /** The models of whose properties these are all: the texts of `keyof CategoryOption`. */
  readonly modelsOfKeys: (names: readonly string[]) => readonly string[];
  readonly enumOfProperty: (model: string, property: string) => string | undefined;
  readonly ofResource: (resource: string) => readonly Change[];
  readonly ofProperty: (model: string, property: string, usage: Usage) => readonly Change[];
  readonly ofEnumMember: (name: string, member: string) => readonly Change[];
  readonly newMembers: (name: string) => readonly NewMember[];
  /** By the name that a program imports: of a model, an enum, a body or a schema. */
  readonly ofType: (name: string) => readonly Change[];
  readonly ofShape: (name: string) => readonly Change[];
  readonly newlyRequired: (model: string) => readonly RequiredProperty[];
}

/** Rules that matter only to one way of using a property; the others matter to all. */
const usageOfRule: Readonly<Partial<Record<string, readonly Usage[]>>> = {
  "property-not-sortable": ["order"],
  "required-property-added": [],
  "property-required": [],
  "property-no-longer-always-sent": ["read"],
  "property-not-readable": ["read"],
  "list-order-lost": ["read"],
  "enum-became-text": ["read"],
  "number-widened": ["read"],
  "property-not-unique": ["read"],
  "default-value-changed": ["create"],
  // Met only where translations are written, whose keys are values.
  "translation-key-changed": [],
};

/** Compares two releases and indexes what breaks or turns risky. */
export function breakingChanges(before: SnapshotInput, after: SnapshotInput): BreakingChanges {
  const diff = compareSnapshots(before, after);
  const { server } = before;
  const byLabel = changesByLabel(diff);
  const at = (key: string): readonly Change[] => byLabel.get(key) ?? [];
  const resources = new Map(server.resources.map((resource) => [resource.name, resource]));
  const typeOf = propertyTypes(server);
  const ofResource = (name: string): readonly Change[] => {
    const label = `/api/${resources.get(name)?.path}`;
    return [...at(`resource ${label}`), ...at(`included ${label}`)].filter(isGone);
  };
  const gone = goneTypes(diff, server, after.server);
  const release = server.source.id;
  const required = requiredIn(byLabel);
  const added = membersIn(byLabel, "enum-member-added");
  return {
    ...operationChanges(byLabel),
    diff,
    server,
    names: namesIn(byLabel, server, ofResource),
    resourceNames: new Set([...resources.keys()].filter((name) => ofResource(name).length > 0)),
    goneMembers: new Set(membersIn(byLabel, "enum-member-removed").map(({ member }) => member)),
    isClient: (specifier) => new RegExp(`^@dhis2w/(?:client|core)-${release}(?:/|$)`).test(specifier),
    resourceModel: (name) => resources.get(name)?.model,
    modelOfPath: (path) => {
      const [, name] = /^\/api\/(\w+)(?:\/\{[^}]*\}|\/[A-Za-z]\w{10})?\/?$/.exec(path) ?? [];
      return server.resources.find((resource) => resource.path === name)?.model;
    },
    modelBehind: (model, property) => {
      const type = typeOf(model, property);
      return type?.kind === "ref" || type?.kind === "embedded" ? type.model : undefined;
    },
    embeddedBehind: (model, property) => {
      const type = typeOf(model, property);
      return type?.kind === "embedded" ? type.model : undefined;
    },
    modelsOfKeys: keyedModels(server),
    enumOfProperty: (model, property) => {
      const type = typeOf(model, property);
      return type?.kind === "enum" ? type.name : undefined;
    },
    ofResource,
    ofProperty: (model, property, usage) =>
      at(`property ${model}.${property}`).filter((change) => matters(change, usage)),
    ofEnumMember: (name, member) => at(`enum-member ${name}.${member}`),
    newMembers: (name) => added.filter(({ owner }) => owner === name),
    ofType: (name) => gone.get(name) ?? [],
    ofShape: (name) => [
      ...at(`component ${name}`),
      ...at(`included ${name}`),
      ...at(`model ${name}`).filter(isGone),
    ],
    newlyRequired: (model) => required.get(model) ?? [],
  };
}

/** Breaking and risky changes, by kind of subject and label; what went with another under `included`. */
function changesByLabel(diff: Diff): ReadonlyMap<string, readonly Change[]> {
  const byLabel = new Map<string, Change[]>();
  const add = (key: string, change: Change): void => {
    const list = byLabel.get(key);
    if (list === undefined) byLabel.set(key, [change]);
    else list.push(change);
  };
  for (const change of diff.changes) {
    if (change.level === "additive" || change.level === "cosmetic") continue;
    for (const label of change.places ?? [change.subject.label])
      add(`${change.subject.kind} ${label}`, change);
    for (const label of change.includes ?? []) add(`included ${label}`, change);
  }
  return byLabel;
}

const isGone = ({ rule }: Change): boolean =>
  rule === "model-removed" || rule === "resource-removed" || rule === "resource-renamed";

function matters({ rule, level }: Change, usage: Usage): boolean {
  const usages = usageOfRule[rule];
  if (usages !== undefined) return usages.includes(usage);
  const isWrite = usage === "write" || usage === "create";
  return level !== "breaking-for-writers" || isWrite;
}

/** Finds the type of a property, of the items where it is a list or a map. */
function propertyTypes(server: ServerModel): (model: string, property: string) => TypeRef | undefined {
  const types = new Map<string, ReadonlyMap<string, TypeRef>>();
  const typesOf = ({ properties }: Model): ReadonlyMap<string, TypeRef> =>
    new Map(properties.map(({ name, type }) => [name, itemType(type)]));
  for (const model of server.models) types.set(model.name, typesOf(model));
  return (model, property) => types.get(model)?.get(property);
}

function keyedModels({ models }: ServerModel): (names: readonly string[]) => readonly string[] {
  const keyOf = (names: readonly string[]): string => [...new Set(names)].sort(compareText).join();
  const byKeys = new Map<string, string[]>();
  for (const { name, properties } of models) {
    const key = keyOf(properties.map((property) => property.name));
    byKeys.set(key, [...(byKeys.get(key) ?? []), name]);
  }
  return (names) => (names.length === 0 ? [] : (byKeys.get(keyOf(names)) ?? []));
}

function itemType(type: TypeRef): TypeRef {
  if (type.kind === "array") return itemType(type.item);
  return type.kind === "map" ? itemType(type.value) : type;
}

interface MemberChange extends NewMember {
  readonly owner: string;
}

/** Members of enums that a rule is about. */
function membersIn(byLabel: ReadonlyMap<string, readonly Change[]>, rule: string): MemberChange[] {
  return [...byLabel].flatMap(([key, changes]) => {
    const [, owner = "", member = ""] = /^enum-member ([^.]+)\.(.+)$/.exec(key) ?? [];
    return changes.flatMap((change) => (change.rule === rule ? [{ owner, member, change }] : []));
  });
}

/** What a create must carry now, by model. */
function requiredIn(
  byLabel: ReadonlyMap<string, readonly Change[]>,
): ReadonlyMap<string, readonly RequiredProperty[]> {
  const required = new Map<string, RequiredProperty[]>();
  for (const [key, changes] of byLabel) {
    const [, model = "", property = ""] = /^property ([^.]+)\.(.+)$/.exec(key) ?? [];
    for (const change of changes)
      if (change.rule === "required-property-added" || change.rule === "property-required")
        required.set(model, [...(required.get(model) ?? []), { property, change }]);
  }
  return required;
}

function namesIn(
  byLabel: ReadonlyMap<string, readonly Change[]>,
  server: ServerModel,
  ofResource: (name: string) => readonly Change[],
): ReadonlySet<string> {
  const names = [...byLabel.keys()].flatMap((key) => {
    const [, name] = /^(?:property|enum-member) [^.]+\.(.+)$/.exec(key) ?? [];
    return name === undefined ? [] : [name];
  });
  const resources = server.resources.flatMap(({ name }) => (ofResource(name).length > 0 ? [name] : []));
  return new Set([...names, ...resources]);
}
