import type { Identities } from "./identities.ts";
import { isCertain, partsOf } from "./kinds.ts";

/** How the items of two arrays belong together by content, as indices. */
export interface Pairing {
  readonly pairs: [recorded: number, sandbox: number][];
  /** Items that differ in unknown identifiers only: any could be any. */
  readonly undecided: { recorded: number[]; sandbox: number[] }[];
  readonly missing: number[];
  readonly extra: number[];
}

/** Pairs array items by what is known of them: everything but dates, durations and unknown identifiers. */
export class Skeletons {
  readonly #identities: Identities;

  constructor(identities: Identities) {
    this.#identities = identities;
  }

  /** Pairs the items of two arrays whatever their order. */
  pair(recorded: readonly unknown[], sandbox: readonly unknown[]): Pairing {
    const pairing: Pairing = { pairs: [], undecided: [], missing: [], extra: [] };
    const ours = this.#bySkeleton(recorded, "recorded");
    const theirs = this.#bySkeleton(sandbox, "sandbox");
    for (const [skeleton, indices] of ours) {
      const others = theirs.get(skeleton) ?? [];
      theirs.delete(skeleton);
      const count = Math.min(indices.length, others.length);
      pairing.missing.push(...indices.slice(count));
      pairing.extra.push(...others.slice(count));
      const anyCouldBeAny = count > 1 && skeleton.includes(unknown);
      if (anyCouldBeAny)
        pairing.undecided.push({ recorded: indices.slice(0, count), sandbox: others.slice(0, count) });
      else
        for (const [place, index] of indices.slice(0, count).entries())
          pairing.pairs.push([index, others[place] ?? 0]);
    }
    for (const indices of theirs.values()) pairing.extra.push(...indices);
    return pairing;
  }

  #bySkeleton(items: readonly unknown[], side: "recorded" | "sandbox"): Map<string, number[]> {
    const groups = new Map<string, number[]>();
    for (const [index, item] of items.entries()) {
      const skeleton = this.#skeleton(item, side);
      groups.set(skeleton, [...(groups.get(skeleton) ?? []), index]);
    }
    return groups;
  }

  #skeleton(value: unknown, side: "recorded" | "sandbox"): string {
    if (typeof value === "string") return JSON.stringify(this.#text(value, side));
    if (Array.isArray(value))
      return `[${value
        .map((item) => this.#skeleton(item, side))
        .sort()
        .join()}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const entries = Object.entries(value).map(
      ([key, item]) => `${this.#text(key, side)}:${this.#skeleton(item, side)}`,
    );
    return `{${entries.sort().join()}}`;
  }

  #text(text: string, side: "recorded" | "sandbox"): string {
    return partsOf(text)
      .map((part) => {
        if (part.kind === undefined) return part.text;
        if (part.kind !== "id") return `<${part.kind}>`;
        return this.#identities.nameOf(part.text, side) ?? (isCertain(part.text) ? unknown : part.text);
      })
      .join("");
  }
}

const unknown = "<id>";
