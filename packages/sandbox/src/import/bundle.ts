import type { Caller } from "../access/access.ts";
import type { DataValues } from "../data-values/data-values.ts";
import type { Model, Schemas } from "../schema/schema.ts";
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
}

/** Entries as a bundle. */
export function bundleOf(entries: readonly BundleEntry[]): Bundle {
  const byUid = new Map<string, BundleEntry>();
  for (const entry of entries) {
    const key = `${entry.model.name} ${entry.uid}`;
    if (!byUid.has(key)) byUid.set(key, entry);
  }
  return { entries, find: (model, uid) => byUid.get(`${model.name} ${uid}`) };
}
