import type { CallOptions } from "@dhis2w/runtime";

/** What the accessor needs of a release's types: its own model of a category combo. */
export interface CategoryComboCore {
  readonly models: { readonly CategoryCombo: object };
}

/** A category or category option combo of a combo, as far as it is read with it. */
export interface NamedObject {
  /** UID */
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly code?: string;
}

/** Properties of the release's own model that a read carries, beside categories and option combos. */
type ReadProperty =
  | "id"
  | "name"
  | "code"
  | "displayName"
  | "dataDimensionType"
  | "skipTotal"
  | "created"
  | "createdBy"
  | "lastUpdated"
  | "lastUpdatedBy"
  | "sharing"
  | "translations";

/**
 * A category combo with its categories, in their order, and its category option combos resolved to names; the rest is
 * typed by the release.
 */
export type CategoryComboWithParts<Core extends CategoryComboCore> = Pick<
  Core["models"]["CategoryCombo"],
  Extract<ReadProperty, keyof Core["models"]["CategoryCombo"]>
> & {
  /** UID */
  id: string;
  /** Whether it is the built-in combo, which stays as it is. */
  isDefault: boolean;
  categories: NamedObject[];
  /** What is stored, in no order; whether it is the whole matrix, `waitForCocGeneration` says. */
  categoryOptionCombos: NamedObject[];
};

/** From what a category combo is made. */
export interface NewCategoryCombo {
  readonly name: string;
  /** UIDs of the categories, at least one, in the order in which the names of the option combos are put together. */
  readonly categories: readonly string[];
  readonly code?: string | undefined;
  /** `DISAGGREGATION` (of data elements, the default) or `ATTRIBUTE` (of data sets and programs). */
  readonly dataDimensionType?: "DISAGGREGATION" | "ATTRIBUTE" | undefined;
  /** Leave the total over all option combos out of reports; `false` by default. */
  readonly skipTotal?: boolean | undefined;
  /** UID of the new combo; the server makes one otherwise. */
  readonly uid?: string | undefined;
}

/**
 * An edited category combo: whatever is present replaces what is stored, whatever is absent or `undefined` stays, `null`
 * clears. Categories may be references or as they were read.
 */
export type CategoryComboEdit<Core extends CategoryComboCore> = { readonly id: string } & {
  readonly [Property in keyof Omit<
    CategoryComboWithParts<Core>,
    "id" | "categories" | "categoryOptionCombos"
  >]?: CategoryComboWithParts<Core>[Property] | null | undefined;
} & {
  readonly categories?: readonly { readonly id: string }[] | undefined;
  /** Ignored: the server makes them. */
  readonly categoryOptionCombos?: readonly { readonly id: string }[] | undefined;
};

/** What a change of the membership of a category came to. */
export interface MembershipChange {
  /** Whether the combo has other categories than before. */
  readonly changed: boolean;
  /** Whether the stored option combos are no longer the product: `waitForCocGeneration` puts them right. */
  readonly matrixIsStale: boolean;
}

/** An object that refers to a category combo. */
export interface CategoryComboUser {
  /** Name of the resource: `dataElements`. */
  readonly resource: string;
  /** Property that refers to the combo: `categoryCombo`. */
  readonly property: string;
  /** UID */
  readonly id: string;
  readonly name: string;
}

/** Which combos `listAll` gives; all of them by default. */
export interface ListAllOptions extends CallOptions {
  /** Only this page, from 1. */
  readonly page?: number | undefined;
  /** Combos a page, 50 by default. */
  readonly pageSize?: number | undefined;
}

/** How long to wait for the option-combo matrix, and for what. */
export interface WaitOptions {
  /** Number of option combos that the caller counts on; an error at once where the product is another. */
  readonly expectedCount?: number | undefined;
  /**
   * Milliseconds to wait at most, 60,000 by default; the maintenance call ends with it, a read under way does not. 0 looks,
   * asks the server once and looks again.
   */
  readonly timeout?: number | undefined;
  /** Milliseconds between two looks, 1,000 by default. */
  readonly pollInterval?: number | undefined;
  /** Ends the wait; the error keeps the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How to delete a category combo. */
export interface DeleteOptions extends CallOptions {
  /**
   * Do not look who uses the combo. Without data the server then deletes it and silently moves its data elements and
   * data sets to the default combo (BUG-120).
   */
  readonly evenIfUsed?: boolean | undefined;
}
