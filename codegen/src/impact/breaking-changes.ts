import { type Change, type Diff, diffServers, type Model, type ServerModel } from "@dhis2w/model";
import type { SnapshotInput } from "../compare/snapshot-input.ts";

/** How a program uses a property. */
export type Usage = "read" | "order" | "write" | "create";

/** What breaks or turns risky from one release to another, found by the names that programs write. */
export interface BreakingChanges {
  readonly diff: Diff;
  readonly server: ServerModel;
  readonly model: (name: string) => Model | undefined;
  /** The model of a resource by its key on the client. */
  readonly resourceModel: (resource: string) => string | undefined;
  readonly ofResource: (resource: string) => readonly Change[];
  readonly ofProperty: (model: string, property: string, usage: Usage) => readonly Change[];
  readonly ofEnumMember: (name: string, member: string) => readonly Change[];
  readonly ofType: (name: string) => readonly Change[];
  /** By method and path with variables filled in or not. */
  readonly ofOperation: (method: string, path: string) => readonly Change[];
  readonly ofParameter: (method: string, path: string, name: string) => readonly Change[];
  /** Properties that a create must carry now. */
  readonly newlyRequired: (
    model: string,
  ) => readonly { readonly property: string; readonly change: Change }[];
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
  "default-value-changed": ["create"],
  // Met only where translations are written, whose keys are values.
  "translation-key-changed": [],
};

/** Compares two releases and indexes what breaks or turns risky. */
export function breakingChanges(before: SnapshotInput, after: SnapshotInput): BreakingChanges {
  const diff = diffServers(before, after);
  const { server } = before;
  const relevant = diff.changes.filter(({ level }) => level !== "additive" && level !== "cosmetic");
  const byLabel = new Map<string, Change[]>();
  for (const change of relevant) {
    for (const label of change.places ?? [change.subject.label])
      add(byLabel, `${change.subject.kind} ${label}`, change);
    // What went with a class or a resource breaks for the same reason.
    for (const label of change.includes ?? []) add(byLabel, `included ${label}`, change);
  }
  const at = (key: string): readonly Change[] => byLabel.get(key) ?? [];
  const models = new Map(server.models.map((model) => [model.name, model]));
  const resources = new Map(server.resources.map((resource) => [resource.name, resource]));
  const operations = operationIndex(byLabel);
  return {
    diff,
    server,
    model: (name) => models.get(name),
    resourceModel: (name) => resources.get(name)?.model,
    ofResource: (name) => {
      const label = `/api/${resources.get(name)?.path}`;
      return [...at(`resource ${label}`), ...at(`included ${label}`)].filter(isGone);
    },
    ofProperty: (model, property, usage) =>
      at(`property ${model}.${property}`).filter((change) => matters(change, usage)),
    ofEnumMember: (name, member) => at(`enum-member ${name}.${member}`),
    ofType: (name) => [...at(`model ${name}`), ...at(`enum ${name}`)].filter(isGone),
    ofOperation: (method, path) =>
      operations(method, path).flatMap((label) => [...at(`operation ${label}`), ...at(`included ${label}`)]),
    ofParameter: (method, path, name) =>
      operations(method, path).flatMap((label) => at(`parameter ${label} parameter ${name} (query)`)),
    newlyRequired: (model) =>
      relevant.flatMap((change) => {
        if (change.rule !== "required-property-added" && change.rule !== "property-required") return [];
        return (change.places ?? [change.subject.label])
          .filter((label) => label.startsWith(`${model}.`))
          .map((label) => ({ property: label.slice(model.length + 1), change }));
      }),
  };
}

function add(index: Map<string, Change[]>, key: string, change: Change): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [change]);
  else list.push(change);
}

const isGone = ({ rule }: Change): boolean =>
  rule === "model-removed" ||
  rule === "resource-removed" ||
  rule === "resource-renamed" ||
  rule === "enum-removed";

function matters({ rule, level }: Change, usage: Usage): boolean {
  const usages = usageOfRule[rule];
  if (usages !== undefined) return usages.includes(usage);
  const isWrite = usage === "write" || usage === "create";
  return level !== "breaking-for-writers" || isWrite;
}

/** Labels of the operations that a method and a path may mean: `{uid}` stands for one segment. */
function operationIndex(
  labels: ReadonlyMap<string, unknown>,
): (method: string, path: string) => readonly string[] {
  const known = new Map<string, RegExp>();
  for (const key of labels.keys()) {
    const [, label] = /^(?:operation|included|parameter) ([A-Z]+ \/[^ ]*)/.exec(key) ?? [];
    if (label === undefined || known.has(label)) continue;
    const pattern = label
      .replace(/#.*$/, "")
      .split(/\{[^}]*\}/)
      .map((part) => part.replaceAll(/[^\w/ ]/g, "\\$&"))
      .join("[^/]+");
    known.set(label, new RegExp(`^${pattern}$`));
  }
  return (method, path) => {
    const asked = `${method} ${path.replace(/\?.*$/, "").replace(/\/$/, "")}`;
    return [...known].flatMap(([label, pattern]) => (pattern.test(asked) ? [label] : []));
  };
}
