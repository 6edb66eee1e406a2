import { isSortedById, isUnstable } from "./arrays.ts";
import type { Difference, Tally } from "./difference.ts";
import { addTally, emptyTally } from "./difference.ts";
import type { Identities } from "./identities.ts";
import type { Kind } from "./kinds.ts";
import { isCertain, isUidPlace, maskedProperties, partsOf, sameFormat, timeOf } from "./kinds.ts";
import { Skeletons } from "./skeleton.ts";

/** Dates of both sides may lie this far apart: the server took its time, the sandbox did not. */
const tolerance = 5 * 60_000;
const day = 24 * 60 * 60_000;

/** A released version, a build's revision, or a time of build. */
const versionLike = /^(?:\d+\.\d+[\w.-]*|[0-9a-f]{7,40}|\d{4}-\d{2}-\d{2}T[\d:.+Z-]+)$/;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Compares answers of one group in their order; what it learns about identifiers goes into `identities`. */
export class Comparison {
  /** What stands for what, as learned so far. */
  readonly identities: Identities;
  readonly #start: number;
  readonly #skeletons: Skeletons;
  readonly #version: string;
  #path = "";
  #differences: Difference[] = [];
  #tally: Tally = emptyTally();

  /** `start`: when the group's first request was sent, in ms; what is older was made by the first boot. `version` is the recorded one, `v42`. */
  constructor(identities: Identities, start: number, version = "") {
    this.identities = identities;
    this.#version = version;
    this.#start = start;
    this.#skeletons = new Skeletons(identities);
  }

  /** Differences between two JSON values of an answer to `path`, with pointers below `pointer`. */
  json(
    recorded: unknown,
    sandbox: unknown,
    { path = "", pointer = "" }: { path?: string; pointer?: string } = {},
  ): { differences: Difference[]; tally: Tally } {
    this.#path = path;
    this.#differences = [];
    this.#tally = emptyTally();
    // Both come from JSON.parse or are strings.
    this.#value(recorded as Json, sandbox as Json, pointer);
    return { differences: this.#differences, tally: this.#tally };
  }

  #value(recorded: Json, sandbox: Json, pointer: string): void {
    if (Array.isArray(recorded) && Array.isArray(sandbox)) this.#array(recorded, sandbox, pointer);
    else if (isObject(recorded) && isObject(sandbox)) this.#object(recorded, sandbox, pointer);
    else this.#leaf(recorded, sandbox, pointer);
  }

  #leaf(recorded: Json, sandbox: Json, pointer: string): void {
    this.#tally.compared += 1;
    const kinds = this.#scalar(recorded, sandbox, pointer);
    if (kinds === undefined) this.#differences.push({ pointer, what: "value", recorded, sandbox });
    else if (recorded !== sandbox && kinds[0] !== undefined) this.#tally.masked[kinds[0]] += 1;
  }

  /** The kinds by which the two may be taken for the same; `undefined` where they may not. */
  #scalar(recorded: Json, sandbox: Json, pointer: string): Kind[] | undefined {
    if (typeof recorded === "string" && recorded.includes("<redacted>")) return ["redacted"];
    const kind = maskedProperties.get(pointer.slice(pointer.lastIndexOf("/") + 1));
    if (typeof recorded === "number" && typeof sandbox === "number") {
      if (recorded === sandbox) return [];
      if (kind === "duration") return ["duration"];
      return recorded > 1e12 && this.#near(recorded, sandbox, tolerance) ? ["date"] : undefined;
    }
    if (typeof recorded !== "string" || typeof sandbox !== "string")
      return recorded === sandbox ? [] : undefined;
    if (kind === "version" && versionLike.test(recorded) && versionLike.test(sandbox)) return ["version"];
    if (isUidPlace(pointer, recorded) && isUidPlace(pointer, sandbox))
      return this.identities.match(recorded, sandbox) ? ["id"] : undefined;
    return this.#text(recorded, sandbox);
  }

  #text(recorded: string, sandbox: string): Kind[] | undefined {
    const ours = partsOf(recorded);
    const theirs = partsOf(sandbox);
    if (ours.length !== theirs.length) return undefined;
    const kinds: Kind[] = [];
    for (const [index, part] of ours.entries()) {
      const other = theirs[index];
      if (other === undefined || part.kind !== other.kind) return undefined;
      if (part.kind === "id" && !this.#sameIdentifier(part.text, other.text)) return undefined;
      if (part.text === other.text) continue;
      if (part.kind === undefined) return undefined;
      if (part.kind === "date" && !this.#sameDate(part.text, other.text)) return undefined;
      kinds.push(part.kind);
    }
    return kinds;
  }

  /** Two words are compared as words; where one of the two is no word, both are identifiers. */
  #sameIdentifier(recorded: string, sandbox: string): boolean {
    const words = !isCertain(recorded) && !isCertain(sandbox) && !this.identities.knows(recorded);
    return words ? recorded === sandbox : this.identities.match(recorded, sandbox);
  }

  #sameDate(recorded: string, sandbox: string): boolean {
    const close = /T|^\d{13}$/.test(recorded) ? tolerance : day;
    return sameFormat(recorded, sandbox) && this.#near(timeOf(recorded), timeOf(sandbox), close);
  }

  #near(recorded: number, sandbox: number, close: number): boolean {
    return Math.abs(recorded - sandbox) <= close || (recorded <= this.#start && sandbox <= this.#start);
  }

  #object(
    recorded: { readonly [key: string]: Json },
    sandbox: { readonly [key: string]: Json },
    pointer: string,
  ): void {
    const left = new Set(Object.keys(sandbox));
    const unmatched: string[] = [];
    for (const key of Object.keys(recorded)) {
      const name = this.identities.nameOf(key, "recorded") ?? key;
      if (!left.delete(name)) unmatched.push(key);
      else this.#value(recorded[key] ?? null, sandbox[name] ?? null, `${pointer}/${pointerToken(key)}`);
    }
    for (const key of unmatched) {
      const name = [...left].find((other) =>
        this.#attempt(recorded[key] ?? null, sandbox[other] ?? null, key, other),
      );
      if (name !== undefined) left.delete(name);
      else this.#report("missing", `${pointer}/${pointerToken(key)}`, recorded[key]);
    }
    for (const key of left) this.#report("extra", `${pointer}/${pointerToken(key)}`, sandbox[key]);
  }

  #array(recorded: readonly Json[], sandbox: readonly Json[], pointer: string): void {
    const anyOrder =
      isUnstable(this.#version, this.#path, pointer) || (isSortedById(recorded) && isSortedById(sandbox));
    if (!anyOrder && recorded.length === sandbox.length && this.#inOrder(recorded, sandbox, pointer)) return;
    const { pairs, undecided, missing, extra } = this.#skeletons.pair(recorded, sandbox);
    if (missing.length === 0 && extra.length === 0 && (anyOrder || undecided.length === 0)) {
      for (const [one, other] of pairs)
        this.#value(recorded[one] ?? null, sandbox[other] ?? null, `${pointer}/${one}`);
      for (const group of undecided) this.#undecided(group, recorded, sandbox, pointer);
      if (!anyOrder) this.#differences.push({ pointer, what: "order", recorded, sandbox });
      return;
    }
    if (recorded.length === sandbox.length && !anyOrder) {
      for (const [index, item] of recorded.entries())
        this.#value(item, sandbox[index] ?? null, `${pointer}/${index}`);
      return;
    }
    for (const [one, other] of pairs)
      this.#value(recorded[one] ?? null, sandbox[other] ?? null, `${pointer}/${one}`);
    for (const [place, one] of missing.entries()) {
      const other = extra[place];
      if (other === undefined) this.#report("missing", `${pointer}/${one}`, recorded[one]);
      else this.#value(recorded[one] ?? null, sandbox[other] ?? null, `${pointer}/${one}`);
    }
    for (const other of extra.slice(missing.length))
      this.#report("extra", `${pointer}/${other}`, sandbox[other]);
  }

  /** Compares position by position, and takes it back unless everything is equal. */
  #inOrder(recorded: readonly Json[], sandbox: readonly Json[], pointer: string): boolean {
    return this.#tentatively(() => {
      for (const [index, item] of recorded.entries()) {
        this.#value(item, sandbox[index] ?? null, `${pointer}/${index}`);
        if (this.#differences.length > 0) return;
      }
    });
  }

  #attempt(recorded: Json, sandbox: Json, key: string, other: string): boolean {
    return this.#tentatively(() => {
      if (this.#text(key, other) === undefined) this.#report("missing", key, recorded);
      else this.#value(recorded, sandbox, "");
    });
  }

  #tentatively(compare: () => void): boolean {
    const mark = this.identities.mark();
    const differences = this.#differences;
    const tally = this.#tally;
    this.#differences = [];
    this.#tally = emptyTally();
    compare();
    const same = this.#differences.length === 0;
    if (same) addTally(tally, this.#tally);
    else this.identities.rollback(mark);
    this.#differences = differences;
    this.#tally = tally;
    return same;
  }

  #undecided(
    group: { recorded: number[]; sandbox: number[] },
    recorded: readonly Json[],
    sandbox: readonly Json[],
    pointer: string,
  ): void {
    const ids = (items: readonly Json[], indices: readonly number[]) =>
      indices.flatMap((index) => identifiersIn(items[index] ?? null));
    const ours = ids(recorded, group.recorded);
    const theirs = ids(sandbox, group.sandbox);
    if (!this.identities.matchUndecided(ours, theirs))
      this.#differences.push({ pointer, what: "value", recorded: ours, sandbox: theirs });
    this.#tally.compared += ours.length;
    this.#tally.masked.id += ours.length;
  }

  #report(what: "missing" | "extra", pointer: string, value: Json | undefined): void {
    const side = what === "missing" ? { recorded: value } : { sandbox: value };
    this.#differences.push({ pointer, what, ...side });
  }
}

function identifiersIn(value: Json): string[] {
  if (typeof value === "string")
    return partsOf(value).flatMap(({ kind, text }) => (kind === "id" && isCertain(text) ? [text] : []));
  if (Array.isArray(value)) return value.flatMap(identifiersIn);
  if (isObject(value)) return Object.values(value).flatMap(identifiersIn);
  return [];
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pointerToken(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
