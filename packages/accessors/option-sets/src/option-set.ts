import type { CallOptions } from "@dhis2w/runtime";

/** What the accessor needs of a release's types: its own models of option sets and options. */
export interface OptionSetsCore {
  readonly models: { readonly Option: object; readonly OptionSet: object };
}

/** Properties of the release's own model of an option that a read carries, beside id, code and name. */
type OptionProperty =
  | "attributeValues"
  | "description"
  | "displayName"
  | "formName"
  | "sortOrder"
  | "style"
  | "translations";

/** Properties of the release's own model of a set that a read carries, beside id, code, name and options. */
type OptionSetProperty =
  | "attributeValues"
  | "description"
  | "displayName"
  | "sharing"
  | "translations"
  | "valueType"
  | "version";

/** An option of a set; what is not named here is typed by the release. */
export type OptionInSet<Core extends OptionSetsCore> = Pick<
  Core["models"]["Option"],
  Extract<OptionProperty, keyof Core["models"]["Option"]>
> & {
  /** UID */
  readonly id: string;
  /** What data values hold; unique within the set. */
  readonly code: string;
  readonly name: string;
};

/** An option set with its options, in their order. */
export type OptionSetWithOptions<Core extends OptionSetsCore> = Pick<
  Core["models"]["OptionSet"],
  Extract<OptionSetProperty, keyof Core["models"]["OptionSet"]>
> & {
  /** UID */
  readonly id: string;
  readonly code?: string;
  readonly name: string;
  readonly options: OptionInSet<Core>[];
};

/** An option as a set should have it: absent or `undefined` properties keep what is stored, `null` clears. */
export interface OptionDraft {
  /** What data values hold; by it an option of the set is known again. */
  readonly code: string;
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly formName?: string | null | undefined;
  /** Colour and icon, replaced together. */
  readonly style?: { readonly color?: string; readonly icon?: string } | null | undefined;
}

/** How to synchronise a set. */
export interface SyncOptions extends CallOptions {
  /** Delete the options of the set that are not given; by default they stay, after those that are. */
  readonly removeMissing?: boolean | undefined;
  /** Say what would be done, have the server check it, and store nothing. */
  readonly dryRun?: boolean | undefined;
}

/** An option as a report names it. */
export interface SyncedOption {
  /** UID; in a dry run that of an added option is of the rehearsal only. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** What a synchronisation did, or in a dry run would do; every option of the set is in one of the lists. */
export interface SyncReport {
  readonly added: readonly SyncedOption[];
  /** Options of which something but the place changed. */
  readonly updated: readonly SyncedOption[];
  readonly removed: readonly SyncedOption[];
  readonly unchanged: readonly SyncedOption[];
  /** Whether options that stay came to stand in another order. */
  readonly reordered: boolean;
}
