import { combinationKey, combinationsOf, compareMatrix } from "@dhis2w/category-combos";
import { type CallOptions, type Connection, checkText, checkUid, Resource } from "@dhis2w/runtime";
import type { CategoryModelCore, CategoryOptionComboWithOptions, NamedPart } from "./category-model.ts";

const fields: string =
  "id,code,name,displayName,ignoreApproval,attributeValues,categoryCombo[id],categoryOptions[id,code,name]";

/** A combination that the categories of a combo make. */
export interface ExpectedOptionCombo {
  /** As the server puts it together: the options' names in the order of the categories. */
  readonly name: string;
  /** In the order of the categories. */
  readonly categoryOptions: readonly NamedPart[];
}

/** How the stored option combos of a combo differ from those that its categories make. */
export interface MatrixComparison {
  readonly expected: number;
  readonly stored: number;
  readonly missing: readonly ExpectedOptionCombo[];
  /** Option combos of a combination that another one, `of`, has already. */
  readonly duplicate: readonly (StoredOptionCombo & { readonly of: string })[];
  /** Option combos of no combination. */
  readonly stale: readonly StoredOptionCombo[];
}

/** An option combo as it is compared. */
export interface StoredOptionCombo {
  /** UID */
  readonly id: string;
  readonly name: string;
  readonly categoryOptions: readonly { readonly id: string }[];
}

/**
 * Category option combos, against which data values are stored. The server makes them; only their code, and
 * whether they need approval, can be written.
 *
 * A call takes `signal` and `timeout`; the latter holds for each of its requests.
 */
export class CategoryOptionCombos<Core extends CategoryModelCore> {
  readonly #connection: Connection;
  readonly #resource: Resource<{ Row: object }, { model: "Row"; create: never; update: object }>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#resource = new Resource(connection, "categoryOptionCombos");
  }

  /**
   * The stored option combos of a combo, over all pages, by name.
   *
   * One request for each 500.
   *
   * @example
   * ```ts
   * import { categoryOptionCombos } from "@dhis2w/client-v42/category-model";
   *
   * for (const row of await categoryOptionCombos(dhis2).listForCombo(comboUid)) console.log(row.id, row.name);
   * ```
   */
  async listForCombo(
    comboUid: string,
    call: CallOptions = {},
  ): Promise<CategoryOptionComboWithOptions<Core>[]> {
    checkUid("comboUid", comboUid);
    const rows = await this.#resource.list({
      ...call,
      fields,
      filter: [`categoryCombo.id:eq:${comboUid}`],
      order: "name:asc",
    });
    return rows as CategoryOptionComboWithOptions<Core>[]; // The shape is what `fields` asks for.
  }

  /**
   * One option combo; `HTTP.NOT_FOUND` without it.
   *
   * One request.
   *
   * @example
   * ```ts
   * import { categoryOptionCombos } from "@dhis2w/client-v42/category-model";
   *
   * const row = await categoryOptionCombos(dhis2).get(uid);
   * ```
   */
  async get(uid: string, call: CallOptions = {}): Promise<CategoryOptionComboWithOptions<Core>> {
    checkUid("uid", uid);
    const row = await this.#resource.get(uid, { ...call, fields });
    return row as CategoryOptionComboWithOptions<Core>; // The shape is what `fields` asks for.
  }

  /**
   * Gives an option combo a code, or takes it away with `null`. Everything else follows from its combo and options.
   *
   * One request. A code that is taken is `HTTP.CONFLICT`.
   *
   * @example
   * ```ts
   * import { categoryOptionCombos } from "@dhis2w/client-v42/category-model";
   *
   * await categoryOptionCombos(dhis2).setCode(uid, "M_U5");
   * ```
   */
  async setCode(uid: string, code: string | null, call: CallOptions = {}): Promise<void> {
    checkUid("uid", uid);
    if (code !== null) checkText("code", code);
    await this.#resource.patch(
      uid,
      [{ op: code === null ? "replace" : "add", path: "/code", value: code }],
      call,
    );
  }

  /**
   * The combinations that the categories of a combo make, worked out here: what should be stored.
   *
   * One request. A category without options leaves nothing, or is left out, as the release does (BUG-104).
   *
   * @example
   * ```ts
   * import { categoryOptionCombos } from "@dhis2w/client-v42/category-model";
   *
   * const rows = await categoryOptionCombos(dhis2).expectedMatrix(comboUid);
   * console.log(rows.map((row) => row.name));
   * ```
   */
  async expectedMatrix(comboUid: string, call: CallOptions = {}): Promise<ExpectedOptionCombo[]> {
    checkUid("comboUid", comboUid);
    const combo = await new Resource<{ Combo: Combo }, { model: "Combo" }>(
      this.#connection,
      "categoryCombos",
    ).get(comboUid, { ...call, fields: "id,categories[id,categoryOptions[id,code,name]]" });
    const { categories } = combo as Combo; // The shape is what `fields` asks for.
    const options = new Map(
      categories.flatMap((category) => category.categoryOptions.map((one) => [one.id, one])),
    );
    const emptyEmpties = this.#connection.server.quirks.emptyCategoryEmptiesMatrix === true;
    return combinationsOf(categories, emptyEmpties).map((uids) => {
      const categoryOptions = uids.flatMap((uid) => options.get(uid) ?? []);
      return { name: categoryOptions.map(({ name }) => name).join(", "), categoryOptions };
    });
  }

  /**
   * Compares the stored option combos of a combo with those that its categories make, as sets of options.
   *
   * Two requests, and one for each 500 option combos more.
   *
   * @example
   * ```ts
   * import { categoryOptionCombos } from "@dhis2w/client-v42/category-model";
   *
   * const { missing, duplicate, stale } = await categoryOptionCombos(dhis2).compare(comboUid);
   * ```
   */
  async compare(comboUid: string, call: CallOptions = {}): Promise<MatrixComparison> {
    const matrix = await this.expectedMatrix(comboUid, call);
    const rows: readonly StoredOptionCombo[] = await this.listForCombo(comboUid, call);
    const uidsOf = ({ categoryOptions }: { readonly categoryOptions: readonly { readonly id: string }[] }) =>
      categoryOptions.map(({ id }) => id);
    const difference = compareMatrix(matrix.map(uidsOf), rows);
    const missing = new Set(difference.missing.map(combinationKey));
    const odd = new Set(difference.stale.map(({ id }) => id));
    const kept = new Map(
      rows.filter(({ id }) => !odd.has(id)).map((row) => [combinationKey(uidsOf(row)), row.id]),
    );
    const oddRows = rows.filter(({ id }) => odd.has(id));
    return {
      expected: difference.expected,
      stored: difference.stored,
      missing: matrix.filter((one) => missing.has(combinationKey(uidsOf(one)))),
      duplicate: oddRows.flatMap((row) => {
        const of = kept.get(combinationKey(uidsOf(row)));
        return of === undefined ? [] : [{ ...row, of }];
      }),
      stale: oddRows.filter((row) => !kept.has(combinationKey(uidsOf(row)))),
    };
  }
}

/** What `expectedMatrix` asks for. */
interface Combo {
  readonly categories: readonly { readonly id: string; readonly categoryOptions: readonly NamedPart[] }[];
}

/**
 * The category option combos of a server.
 *
 * @example
 * ```ts
 * import { createCategoryOptionCombos } from "@dhis2w/category-model";
 * import type { Core } from "@dhis2w/client-v42";
 *
 * const categoryOptionCombos = createCategoryOptionCombos<Core>(dhis2);
 * ```
 */
export const createCategoryOptionCombos = <Core extends CategoryModelCore>(
  connection: Connection,
): CategoryOptionCombos<Core> => new CategoryOptionCombos(connection);
