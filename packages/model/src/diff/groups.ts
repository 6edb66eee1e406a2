import type { ResourceModel } from "../server-model.ts";
import type { Difference } from "./differences.ts";
import type { Finding } from "./find-changes.ts";
import type { Placed } from "./placed.ts";

/** Kinds whose equal changes in several places are one change. */
const grouped: ReadonlySet<string> = new Set([
  "property",
  "operation",
  "parameter",
  "body",
  "response",
  "media-type",
]);

/** Findings put together that say the same, in the order in which they were found. */
export class Groups {
  readonly #bySaying = new Map<string, Finding[]>();
  /** What was compared once says the same everywhere, but for the names of the resource that it is about. */
  readonly #byDifference = new Map<Difference, Map<ResourceModel | undefined, Finding[]>>();

  add(finding: Finding): void {
    const { difference, at } = finding;
    let byResource = this.#byDifference.get(difference);
    if (byResource === undefined) {
      byResource = new Map();
      this.#byDifference.set(difference, byResource);
    }
    const resource = resourceOf(at);
    let group = byResource.get(resource);
    if (group === undefined) {
      group = this.#groupOf(difference, at);
      byResource.set(resource, group);
    }
    group.push(finding);
  }

  all(): readonly (readonly Finding[])[] {
    return [...this.#bySaying.values()];
  }

  #groupOf({ rule, before, after }: Difference, at: Placed): Finding[] {
    const where = grouped.has(at.item.kind) ? (at.item.part ?? at.key) : at.key;
    const saying = [rule.id, where, generic(before, at), generic(after, at)].join("\n");
    const known = this.#bySaying.get(saying);
    if (known !== undefined) return known;
    const group: Finding[] = [];
    this.#bySaying.set(saying, group);
    return group;
  }
}

/** A text about a resource as it would be about any: `{Model}[]` for `DataElement[]`. */
export function generic(text: string | undefined, at: Placed): string | undefined {
  const resource = resourceOf(at);
  if (text === undefined || resource === undefined) return text;
  const { name, model } = resource;
  if (!text.includes(name) && !text.includes(model)) return text;
  return text.replaceAll(/\w+/g, (word) =>
    word === model ? "{Model}" : word === name ? "{resource}" : word,
  );
}

/** The resource that a parameter or a format is about. */
function resourceOf({ item, owner }: Placed): ResourceModel | undefined {
  if (item.kind !== "parameter" && item.kind !== "media-type") return undefined;
  const call = owner?.owner ?? owner;
  return call?.item.kind === "operation" ? call.item.resource : undefined;
}
