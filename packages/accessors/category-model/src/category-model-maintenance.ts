import { type CallOptions, type Connection, checkUid, misshapen } from "@dhis2w/runtime";
import { checkUids } from "./arguments.ts";
import { type CategoryOptionCombos, createCategoryOptionCombos } from "./category-option-combos.ts";
import { unsupportedMergeError } from "./errors.ts";

/** What of two data values of one place and time stays when their option combos become one. */
export type DataMergeStrategy = "DISCARD" | "LAST_UPDATED";

/** What to merge. */
export interface Merge {
  /** UIDs of what goes, at least one. */
  readonly sources: readonly string[];
  /** UID of what refers to the sources refers to then. */
  readonly target: string;
  /** `true` by default. Sources that stay can make duplicates that block deletions. */
  readonly deleteSources?: boolean | undefined;
}

/** What to merge where data values move along. */
export interface DataMerge extends Merge {
  readonly dataMergeStrategy: DataMergeStrategy;
}

/** Puts the category model of a server in order. A call takes `signal` and `timeout`, for each of its requests. */
export class CategoryModelMaintenance {
  readonly #connection: Connection;
  readonly #optionCombos: CategoryOptionCombos<{
    models: { Category: object; CategoryOption: object; CategoryOptionCombo: object };
  }>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#optionCombos = createCategoryOptionCombos(connection);
  }

  /**
   * Has the server make the option combos of one combo, or of all, what their categories make, names included, and
   * waits for its answer. `categoryCombos.waitForCocGeneration` does so where they differ, but does not look at names.
   *
   * One request. `HTTP.CONFLICT` where an option combo cannot go, mostly because it holds data, or there is no
   * such combo.
   *
   * @example
   * ```ts
   * import { categoryModelMaintenance } from "@dhis2w/client-v42/category-model";
   *
   * await categoryModelMaintenance(dhis2).regenerate(comboUid);
   * ```
   */
  async regenerate(comboUid?: string, call: CallOptions = {}): Promise<void> {
    if (comboUid !== undefined) checkUid("comboUid", comboUid);
    const one = comboUid === undefined ? "" : `/categoryCombo/${comboUid}`;
    await this.#connection.request("POST", `/api/maintenance/categoryOptionComboUpdate${one}`, call);
  }

  /**
   * Merges category options into one, and gives the UIDs of those that are gone. Combos of categories that had several
   * of them have duplicate option combos then: `mergeDuplicates`.
   *
   * One request. `MERGE.UNSUPPORTED` before it where the release has no such endpoint (BUG-156); what the server
   * refuses is `HTTP.CONFLICT` with rows.
   *
   * @example
   * ```ts
   * import { categoryModelMaintenance } from "@dhis2w/client-v42/category-model";
   *
   * await categoryModelMaintenance(dhis2).mergeCategoryOptions({ sources: [otherUid], target: unknownUid });
   * ```
   */
  async mergeCategoryOptions(merge: Merge, call: CallOptions = {}): Promise<string[]> {
    return this.#merge("categoryOptions", merge, call);
  }

  /**
   * Merges category option combos into one, with their data values, and gives the UIDs of those that are gone.
   *
   * One request, with the errors of `mergeCategoryOptions`.
   *
   * @example
   * ```ts
   * import { categoryModelMaintenance } from "@dhis2w/client-v42/category-model";
   *
   * const merge = { sources: [duplicateUid], target: keptUid, dataMergeStrategy: "LAST_UPDATED" } as const;
   * await categoryModelMaintenance(dhis2).mergeCategoryOptionCombos(merge);
   * ```
   */
  async mergeCategoryOptionCombos(merge: DataMerge, call: CallOptions = {}): Promise<string[]> {
    if (merge.dataMergeStrategy !== "DISCARD" && merge.dataMergeStrategy !== "LAST_UPDATED")
      throw new RangeError("dataMergeStrategy must be DISCARD or LAST_UPDATED");
    return this.#merge("categoryOptionCombos", merge, call);
  }

  /**
   * Merges categories with the same options into one, and gives the UIDs of those that are gone.
   *
   * One request, with the errors of `mergeCategoryOptions`.
   *
   * @example
   * ```ts
   * import { categoryModelMaintenance } from "@dhis2w/client-v43/category-model";
   *
   * await categoryModelMaintenance(dhis2).mergeCategories({ sources: [genderUid], target: sexUid });
   * ```
   */
  async mergeCategories(merge: Merge, call: CallOptions = {}): Promise<string[]> {
    return this.#merge("categories", merge, call);
  }

  /**
   * Merges category combos with the same categories into one, and gives the UIDs of those that are gone. The combo that
   * stays has duplicate option combos then: `mergeDuplicates`.
   *
   * One request, with the errors of `mergeCategoryOptions`.
   *
   * @example
   * ```ts
   * import { categoryModelMaintenance } from "@dhis2w/client-v43/category-model";
   *
   * await categoryModelMaintenance(dhis2).mergeCategoryCombos({ sources: [otherUid], target: comboUid });
   * ```
   */
  async mergeCategoryCombos(merge: Merge, call: CallOptions = {}): Promise<string[]> {
    return this.#merge("categoryCombos", merge, call);
  }

  /**
   * Merges each option combo of a combo whose combination another one has already into that one, data values too, and
   * gives the UIDs of those that are gone.
   *
   * Two requests, and one for each combination that has duplicates; the errors are those of `mergeCategoryOptions`.
   *
   * @example
   * ```ts
   * import { categoryModelMaintenance } from "@dhis2w/client-v42/category-model";
   *
   * const gone = await categoryModelMaintenance(dhis2).mergeDuplicates(comboUid, "LAST_UPDATED");
   * ```
   */
  async mergeDuplicates(
    comboUid: string,
    dataMergeStrategy: DataMergeStrategy,
    call: CallOptions = {},
  ): Promise<string[]> {
    this.#checkSupported("categoryOptionCombos");
    const { duplicate } = await this.#optionCombos.compare(comboUid, call);
    const gone: string[] = [];
    for (const target of new Set(duplicate.map(({ of }) => of))) {
      const sources = duplicate.filter(({ of }) => of === target).map(({ id }) => id);
      gone.push(...(await this.mergeCategoryOptionCombos({ sources, target, dataMergeStrategy }, call)));
    }
    return gone;
  }

  async #merge(resource: keyof typeof types, merge: Merge, call: CallOptions): Promise<string[]> {
    this.#checkSupported(resource);
    const { sources, target, deleteSources = true } = merge;
    checkUids("sources", sources);
    checkUid("target", target);
    if (sources.length === 0) throw new RangeError("sources must name at least one");
    if (sources.includes(target)) throw new RangeError("target must not be one of the sources");
    const path = `/api/${resource}/merge`;
    const answer = await this.#connection.request("POST", path, {
      ...call,
      body: { ...merge, deleteSources },
    });
    const { response } = (answer ?? {}) as {
      readonly response?: { readonly mergeReport?: { readonly sourcesDeleted?: readonly string[] } };
    };
    const gone = response?.mergeReport?.sourcesDeleted;
    if (Array.isArray(gone)) return gone;
    throw misshapen(this.#connection.baseUrl, "POST", path, "the answer has no merge report", answer);
  }

  #checkSupported(resource: keyof typeof types): void {
    const { quirks, release } = this.#connection.server;
    if (
      !String(quirks.mergeableTypes ?? "")
        .split(" ")
        .includes(types[resource])
    )
      throw unsupportedMergeError(resource, release);
  }
}

/** What a resource's objects are called where a release says what it can merge. */
const types = {
  categories: "Category",
  categoryCombos: "CategoryCombo",
  categoryOptionCombos: "CategoryOptionCombo",
  categoryOptions: "CategoryOption",
} as const;

/**
 * The maintenance of a server's category model.
 *
 * @example
 * ```ts
 * import { createCategoryModelMaintenance } from "@dhis2w/category-model";
 *
 * await createCategoryModelMaintenance(dhis2).regenerate();
 * ```
 */
export const createCategoryModelMaintenance = (connection: Connection): CategoryModelMaintenance =>
  new CategoryModelMaintenance(connection);
