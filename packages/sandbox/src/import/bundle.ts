import type { Caller } from "../access/access.ts";
import type { DataValues } from "../data-values/data-values.ts";
import type { Model } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Store, Stored } from "../store/store.ts";
import type { DraftValues } from "../store/values.ts";

/** What is to become of an object. */
export type EntryAction = "create" | "update" | "delete";

/** One object on its way in. */
export interface BundleEntry {
  readonly model: Model;
  readonly uid: string;
  /** What the body says, deserialised; references keep the identifiers that they came with. */
  readonly values: DraftValues;
  /** The stored object with this UID. */
  readonly existing: Stored | undefined;
  readonly action: EntryAction;
  /** Place among the objects of its type. */
  readonly index: number;
  /** The UID as the body gave it; it may be malformed or missing. */
  readonly givenUid: string | undefined;
}

/** What an import works on. */
export interface ImportContext {
  readonly schemas: Schemas;
  readonly store: Store;
  readonly dataValues: DataValues;
  readonly caller: Caller;
  readonly now: () => string;
  readonly makeUid: () => string;
  /** Whether this is a single-object request rather than a bundle. */
  readonly single: boolean;
  /** Leaves the sharing of what is there, whatever the body says. */
  readonly skipsSharing: boolean;
  /** Whether an update without sharing leaves the sharing as it is; else it becomes that of a new object. */
  readonly keepsSharing: boolean;
  /** How references name what they refer to. */
  readonly identifier: "UID" | "CODE" | "AUTO";
}

/** A set of objects that are checked and stored together. */
export interface Bundle {
  readonly entries: readonly BundleEntry[];
  /** The entry of a UID, of those that are stored by this bundle. */
  find(model: Model, uid: string): BundleEntry | undefined;
  /** Entries of a type that say a text of a property, in their order. */
  withText(model: Model, property: string, text: string): readonly BundleEntry[];
  /** What is worked out once for all entries, before any is stored. */
  once<Value>(key: string, make: () => Value): Value;
}

/** Entries as a bundle. */
export function bundleOf(entries: readonly BundleEntry[]): Bundle {
  const byUid = new Map<string, BundleEntry>();
  for (const entry of entries) {
    const key = `${entry.model.name} ${entry.uid}`;
    if (!byUid.has(key)) byUid.set(key, entry);
  }
  const made = new Map<string, unknown>();
  const once = <Value>(key: string, make: () => Value): Value => {
    if (!made.has(key)) made.set(key, make());
    // What stands under a key is what its one caller made.
    return made.get(key) as Value;
  };
  const byText = (model: Model, property: string): ReadonlyMap<string, BundleEntry[]> =>
    once(`${model.name}.${property}`, () => textIndex(entries, model, property));
  return {
    entries,
    find: (model, uid) => byUid.get(`${model.name} ${uid}`),
    withText: (model, property, text) => byText(model, property).get(text) ?? [],
    once,
  };
}

function textIndex(
  entries: readonly BundleEntry[],
  model: Model,
  property: string,
): ReadonlyMap<string, BundleEntry[]> {
  const index = new Map<string, BundleEntry[]>();
  for (const entry of entries) {
    const text = entry.model === model ? entry.values[property] : undefined;
    if (typeof text !== "string") continue;
    const found = index.get(text);
    if (found === undefined) index.set(text, [entry]);
    else found.push(entry);
  }
  return index;
}
