import type { Model } from "../schema/model.ts";
import type { Stored } from "../store/store.ts";
import type { Json, Values } from "../store/values.ts";

/** An entry of a data store: an object of its own, with sharing and dates. */
export interface Entry {
  readonly row: Stored;
  readonly value: Json;
  /** Kept encrypted: read whole like any other, but for queries it has no value. */
  readonly encrypted: boolean;
}

/** What {@link Entries.restore} brings back. */
export type EntriesSnapshot = ReadonlyMap<string, ReadonlyMap<string, Entry>>;

/** Namespaces of keys with JSON values, in the order in which they were made. */
export class Entries {
  readonly #model: Model;
  #namespaces = new Map<string, Map<string, Entry>>();
  #serial = 0;

  constructor(model: Model) {
    this.#model = model;
  }

  namespaces(): string[] {
    return [...this.#namespaces.keys()].sort();
  }

  /** Entries of a namespace; undefined where there is none. */
  in(namespace: string): Entry[] | undefined {
    const entries = this.#namespaces.get(namespace);
    return entries === undefined ? undefined : [...entries.values()];
  }

  get(namespace: string, key: string): Entry | undefined {
    return this.#namespaces.get(namespace)?.get(key);
  }

  put(namespace: string, key: string, values: Values, uid: string, value: Json, encrypted: boolean): void {
    const entries = this.#namespaces.get(namespace) ?? new Map<string, Entry>();
    this.#namespaces.set(namespace, entries);
    const serial = entries.get(key)?.row.serial ?? ++this.#serial;
    const row = { model: this.#model, uid, values: { ...values, namespace, key }, serial };
    entries.set(key, { row, value, encrypted });
  }

  remove(namespace: string, key: string): void {
    const entries = this.#namespaces.get(namespace);
    entries?.delete(key);
    if (entries?.size === 0) this.#namespaces.delete(namespace);
  }

  removeNamespace(namespace: string): void {
    this.#namespaces.delete(namespace);
  }

  snapshot(): EntriesSnapshot {
    return new Map([...this.#namespaces].map(([namespace, entries]) => [namespace, new Map(entries)]));
  }

  restore(snapshot: EntriesSnapshot): void {
    this.#namespaces = new Map([...snapshot].map(([namespace, entries]) => [namespace, new Map(entries)]));
  }
}
