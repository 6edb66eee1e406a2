import type { CallOptions } from "@dhis2w/runtime";

/** What the accessors need of a release's types: its own models of the category model. */
export interface CategoryModelCore {
  readonly models: {
    readonly Category: object;
    readonly CategoryOption: object;
    readonly CategoryOptionCombo: object;
  };
}

/** The properties of a release's model that a read carries beside those named here. */
type Also<Model, Names extends string> = Pick<Model, Extract<Names, keyof Model>>;

/** Another object of the category model, by name. */
export interface NamedPart {
  /** UID */
  readonly id: string;
  readonly name: string;
  readonly code?: string;
}

/** A category with its options, in their order, and the combos that have it. */
export type CategoryWithOptions<Core extends CategoryModelCore> = Also<
  Core["models"]["Category"],
  | "attributeValues"
  | "dataDimension"
  | "dataDimensionType"
  | "description"
  | "displayName"
  | "sharing"
  | "translations"
> &
  NamedPart & {
    readonly shortName: string;
    readonly categoryOptions: readonly NamedPart[];
    readonly categoryCombos: readonly { readonly id: string }[];
  };

/** A category option with the categories that have it. */
export type CategoryOptionWithCategories<Core extends CategoryModelCore> = Also<
  Core["models"]["CategoryOption"],
  | "attributeValues"
  | "description"
  | "displayName"
  | "endDate"
  | "formName"
  | "organisationUnits"
  | "sharing"
  | "startDate"
  | "style"
  | "translations"
> &
  NamedPart & { readonly shortName: string; readonly categories: readonly NamedPart[] };

/** A category option combo with its options, in no order. */
export type CategoryOptionComboWithOptions<Core extends CategoryModelCore> = Also<
  Core["models"]["CategoryOptionCombo"],
  "attributeValues" | "displayName" | "ignoreApproval"
> &
  NamedPart & {
    readonly categoryCombo: { readonly id: string };
    readonly categoryOptions: readonly NamedPart[];
  };

/** Of data elements (the default), or of data sets and programs. */
export type DimensionKind = "DISAGGREGATION" | "ATTRIBUTE";

/** From what a category is made. */
export interface NewCategory {
  readonly name: string;
  /** At most 50 characters; the name where it is that short. */
  readonly shortName?: string | undefined;
  readonly code?: string | undefined;
  /** UIDs of the options, in order; none by default. */
  readonly categoryOptions?: readonly string[] | undefined;
  readonly dataDimensionType?: DimensionKind | undefined;
  /** Whether analytics can use it as a dimension; `true` by default. */
  readonly dataDimension?: boolean | undefined;
  /** UID of the new category; the server makes one otherwise. */
  readonly uid?: string | undefined;
}

/** From what a category option is made. */
export interface NewCategoryOption extends ValidityWindow {
  readonly name: string;
  /** At most 50 characters; the name where it is that short. */
  readonly shortName?: string | undefined;
  readonly code?: string | undefined;
  readonly formName?: string | undefined;
  readonly description?: string | undefined;
  readonly style?: { readonly color?: string; readonly icon?: string } | undefined;
  /** UIDs of the organisation units that may use it; none for all. */
  readonly organisationUnits?: readonly string[] | undefined;
  /** UID of the new option; the server makes one otherwise. */
  readonly uid?: string | undefined;
}

/** The days from and to which data may be entered for an option: `2026-01-31`. */
export interface ValidityWindow {
  readonly startDate?: string | null | undefined;
  readonly endDate?: string | null | undefined;
}

/** New names: what is absent stays, `code: null` takes the code away. */
export interface NewNames {
  readonly name?: string | undefined;
  readonly shortName?: string | undefined;
  readonly code?: string | null | undefined;
}

/** Changes of a category: what is absent stays, `null` clears. */
export interface CategoryChanges extends NewNames {
  readonly description?: string | null | undefined;
  readonly dataDimension?: boolean | undefined;
}

/** What a change of a category's options came to. */
export interface OptionsChange {
  readonly changed: boolean;
  /** UIDs of the combos that have the category: their option combos are stale, until `waitForCocGeneration`. */
  readonly staleCombos: readonly string[];
}

/** How to delete a category option. */
export interface DeleteOptionOptions extends CallOptions {
  /** Do not look which categories have it: the server then takes it out of them, with its option combos (BUG-124). */
  readonly evenIfUsed?: boolean | undefined;
}
