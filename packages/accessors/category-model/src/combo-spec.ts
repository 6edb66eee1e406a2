import { type CallOptions, checkText } from "@dhis2w/runtime";
import { checkName, sameName, shortNameOf } from "./arguments.ts";
import type { DimensionKind } from "./category-model.ts";
import { sharedOptionError } from "./errors.ts";

/** An object of the category model as it is asked for: found by its code or its name, made where neither is there. */
export interface PartSpec {
  readonly name: string;
  readonly code?: string | undefined;
  /** At most 50 characters; the name where it is that short. Only for what is made. */
  readonly shortName?: string | undefined;
}

/** A category as it is asked for, with its options in order; a text is an option's name. */
export interface CategorySpec extends PartSpec {
  readonly options: readonly (string | PartSpec)[];
}

/** A category combo as it is asked for, with its categories in order. */
export interface ComboSpec {
  readonly name: string;
  readonly code?: string | undefined;
  readonly categories: readonly CategorySpec[];
  /** Of what is made; `DISAGGREGATION` by default. What is there must be of this kind. */
  readonly dataDimensionType?: DimensionKind | undefined;
  /** Of a combo that is made; `false` by default. */
  readonly skipTotal?: boolean | undefined;
}

/** How to go about it. */
export interface EnsureOptions extends CallOptions {
  /** Say what would be made, have the server check it, and store nothing. */
  readonly dryRun?: boolean | undefined;
  /** `false` where `metadata.categories.*` of the server's dhis.conf allow larger combos than the release does by itself. */
  readonly checkLimits?: boolean | undefined;
  /** Milliseconds to wait for the option combos at most, 60,000 by default. */
  readonly matrixTimeout?: number | undefined;
}

/** An object that `ensure` made, found or changed. */
export interface EnsuredPart {
  readonly type: "categoryOption" | "category" | "categoryCombo";
  /** UID; in a dry run that of what would be made is of the rehearsal only. */
  readonly id: string;
  readonly name: string;
}

/** What `ensure` did, or in a dry run would do. */
export interface EnsureReport {
  /** UID of the combo. */
  readonly combo: string;
  readonly created: readonly EnsuredPart[];
  /** What was there, changed or not. */
  readonly reused: readonly EnsuredPart[];
  /** What was there and got more: a category options, the combo categories, each appended in the order given. */
  readonly appended: readonly { readonly to: EnsuredPart; readonly added: readonly EnsuredPart[] }[];
  /** Number of option combos that the combo has, or would have. */
  readonly optionCombos: number;
  /** UIDs of other combos whose categories got options: `categoryCombos.waitForCocGeneration` puts them right. */
  readonly staleCombos: readonly string[];
}

/** A category of a checked spec: every option by name. */
export interface CheckedCategory extends PartSpec {
  readonly options: readonly PartSpec[];
}

/** A spec in which everything that can be known without the server is right. */
export interface CheckedSpec extends ComboSpec {
  readonly categories: readonly CheckedCategory[];
}

/** Refuses what cannot be one combo, before any request. */
export function checkSpec(spec: ComboSpec): CheckedSpec {
  checkPart("name of the combo", spec, false);
  if (!Array.isArray(spec.categories)) throw new TypeError("categories must be a list");
  if (spec.categories.length === 0) throw new RangeError("categories must name at least one");
  const categories = spec.categories.map((category): CheckedCategory => {
    checkPart("name of a category", category, true);
    if (!Array.isArray(category.options)) throw new TypeError(`options of '${category.name}' must be a list`);
    if (category.options.length === 0) throw new RangeError(`Category '${category.name}' needs an option`);
    const options = category.options.map((option: string | PartSpec) =>
      typeof option === "string" ? { name: option } : option,
    );
    for (const option of options) checkPart(`name of an option of '${category.name}'`, option, true);
    checkDistinct(`options of '${category.name}'`, options);
    return { ...category, options };
  });
  checkDistinct("categories", categories);
  checkShared(categories);
  return { ...spec, categories };
}

function checkPart(what: string, part: PartSpec, hasShortName: boolean): void {
  checkName(what, part.name);
  if (part.code !== undefined) checkText("code", part.code);
  if (hasShortName) shortNameOf(part);
}

/** Names that differ in case or blanks only are one name to people, and two to the server. */
function checkDistinct(what: string, parts: readonly PartSpec[]): void {
  for (const [of, labels] of [
    ["name", parts.map(({ name }) => sameName(name))],
    ["code", parts.flatMap(({ code }) => code ?? [])],
  ] as const) {
    const twice = labels.find((label, place) => labels.indexOf(label) !== place);
    if (twice !== undefined)
      throw new RangeError(`${what}: two have the ${of} '${twice}', apart from case and blanks`);
  }
}

function checkShared(categories: readonly CheckedCategory[]): void {
  const owners = new Map<string, string>();
  for (const category of categories)
    for (const option of category.options)
      for (const label of [
        `name ${sameName(option.name)}`,
        ...(option.code === undefined ? [] : [`code ${option.code}`]),
      ]) {
        const owner = owners.get(label);
        if (owner !== undefined) throw sharedOptionError(option.name, [owner, category.name]);
        owners.set(label, category.name);
      }
}
