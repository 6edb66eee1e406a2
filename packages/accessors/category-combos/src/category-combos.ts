import {
  type CallOptions,
  type Connection,
  checkText,
  checkUid,
  Dhis2Error,
  Resource,
} from "@dhis2w/runtime";
import { checkNewCategoryCombo, checkWait } from "./arguments.ts";
import type {
  CategoryComboCore,
  CategoryComboEdit,
  CategoryComboWithParts,
  DeleteOptions,
  ListAllOptions,
  MembershipChange,
  NewCategoryCombo,
  WaitOptions,
} from "./category-combo.ts";
import { changesBetween } from "./changes.ts";
import { defaultComboError, inUseError } from "./errors.ts";
import { isProduct } from "./matrix.ts";
import { readMatrix } from "./stored-matrix.ts";
import { usersOf } from "./users.ts";
import { waitForMatrix } from "./wait-for-matrix.ts";

/**
 * The owner properties, what a person wants to see beside them, and the parts by name. A property named after a preset
 * that has it replaces the preset's form.
 */
const fields: string =
  ":owner,displayName,isDefault,categories[id,code,name,displayName],categoryOptionCombos[id,code,name,displayName]";

/**
 * Category combos: ordered lists of categories, whose options multiply into the matrix of category option combos against
 * which data values are stored. Every release behaves the same here; where servers differ, `BUGS.md` tells.
 *
 * A call takes `signal` and `timeout`; the latter holds for each of its requests. Errors beside those of every request:
 * `CATEGORY_COMBO.DEFAULT` where the built-in combo would be changed.
 */
export class CategoryCombos<Core extends CategoryComboCore> {
  readonly #connection: Connection;
  readonly #resource: Resource<{ CategoryCombo: CategoryComboWithParts<Core> }, ComboRow>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#resource = new Resource(connection, "categoryCombos");
  }

  /**
   * All category combos by name, the built-in default among them; with `page`, only those of that page.
   *
   * One request a page of `pageSize` combos (50 by default).
   *
   * @example
   * ```ts
   * const combos = await dhis2.categoryCombos.listAll();
   * for (const combo of combos) console.log(combo.name, combo.categories.map((category) => category.name));
   * ```
   */
  async listAll(options: ListAllOptions = {}): Promise<CategoryComboWithParts<Core>[]> {
    const { page, pageSize = 50, ...call } = options;
    const query = { ...call, fields, order: "name:asc", pageSize };
    const combos =
      page === undefined
        ? await this.#resource.list(query)
        : (await this.#resource.page({ ...query, page })).items;
    return combos as CategoryComboWithParts<Core>[]; // The shape is what `fields` asks for.
  }

  /**
   * One category combo with its categories, in order, and its stored option combos; `HTTP.NOT_FOUND` without it.
   *
   * One request.
   *
   * @example
   * ```ts
   * const combo = await dhis2.categoryCombos.get(uid);
   * console.log(combo.name, combo.categoryOptionCombos.length);
   * ```
   */
  async get(uid: string, call: CallOptions = {}): Promise<CategoryComboWithParts<Core>> {
    checkUid("uid", uid);
    const combo = await this.#resource.get(uid, { ...call, fields });
    return combo as CategoryComboWithParts<Core>; // The shape is what `fields` asks for.
  }

  /**
   * Makes a category combo and reads it back; the order of `categories` is kept. Every release makes the option combos
   * at once, but for servers that users told of (BUG-033): `waitForCocGeneration` is right for all.
   *
   * Two requests. What the server refuses (a name that is taken, an unknown category, more categories than the release
   * allows) is `HTTP.CONFLICT` with rows.
   *
   * @example
   * ```ts
   * const combo = await dhis2.categoryCombos.create({ name: "Sex and age", categories: [sexUid, ageUid] });
   * const rows = await dhis2.categoryCombos.waitForCocGeneration(combo.id, { expectedCount: 6 });
   * ```
   */
  async create(combo: NewCategoryCombo, call: CallOptions = {}): Promise<CategoryComboWithParts<Core>> {
    checkNewCategoryCombo(combo);
    const { name, categories, code, dataDimensionType = "DISAGGREGATION", skipTotal = false, uid } = combo;
    const report = await this.#resource.create(
      { id: uid, name, code, dataDimensionType, skipTotal, categories: categories.map((id) => ({ id })) },
      call,
    );
    return this.get(report.uid, call);
  }

  /**
   * Writes an edited combo back: own properties that are present replace, absent ones keep what is stored, `null` clears.
   * What the server computes is ignored, and only what differs from what is stored is sent, as a JSON Patch: a PUT
   * would clear whatever the body leaves out (BUG-205). An unknown property is `HTTP.BAD_REQUEST`.
   *
   * Gives the combo as it is stored then, and says whether its option combos are stale: a change of `categories` leaves
   * the old ones, until `waitForCocGeneration`. Three requests where nothing differs, five otherwise.
   *
   * @example
   * ```ts
   * const combo = await dhis2.categoryCombos.get(uid);
   * const { matrixIsStale } = await dhis2.categoryCombos.update({ ...combo, skipTotal: true });
   * ```
   */
  async update(
    combo: CategoryComboEdit<Core>,
    call: CallOptions = {},
  ): Promise<CategoryComboWithParts<Core> & { matrixIsStale: boolean }> {
    checkUid("id", combo.id);
    const stored = await this.get(combo.id, call);
    if (stored.isDefault) throw defaultComboError(combo.id);
    const changes = changesBetween(stored, combo);
    const written = Object.keys(changes).length > 0 ? await this.#patch(combo.id, changes, call) : stored;
    return { ...written, matrixIsStale: !isProduct(await readMatrix(this.#connection, combo.id, call)) };
  }

  /**
   * Gives a combo another name or code, or both, and touches nothing else; `code: null` takes the code away.
   *
   * Two requests; gives the combo as it is stored then.
   *
   * @example
   * ```ts
   * await dhis2.categoryCombos.rename(uid, { name: "Sex, age and area" });
   * ```
   */
  async rename(
    uid: string,
    to: { readonly name?: string | undefined; readonly code?: string | null | undefined },
    call: CallOptions = {},
  ): Promise<CategoryComboWithParts<Core>> {
    checkUid("uid", uid);
    const { name, code } = to;
    if (name === undefined && code === undefined) throw new TypeError("rename needs a name or a code");
    if (name !== undefined) checkText("name", name);
    if (code !== undefined && code !== null) checkText("code", code);
    return this.#patch(uid, { name, code }, call);
  }

  /**
   * Appends a category to a combo; nothing happens where the combo has it. The old option combos stay until
   * `waitForCocGeneration`.
   *
   * Three requests where the combo has the category, four otherwise. A category that the server does not
   * know is `CATEGORY_COMBO.UNKNOWN_CATEGORY`.
   *
   * @example
   * ```ts
   * const { changed, matrixIsStale } = await dhis2.categoryCombos.addCategory(uid, areaUid);
   * if (matrixIsStale) await dhis2.categoryCombos.waitForCocGeneration(uid, { timeout: 120_000 });
   * ```
   */
  async addCategory(uid: string, categoryUid: string, call: CallOptions = {}): Promise<MembershipChange> {
    return this.#changeMembership("POST", uid, categoryUid, call);
  }

  /**
   * Takes a category out of a combo; nothing happens where the combo has it not. The old option combos stay until
   * `waitForCocGeneration`, which cannot remove those that hold data (`MATRIX.BLOCKED`).
   *
   * Three requests where the combo has it not, four otherwise.
   *
   * @example
   * ```ts
   * const { changed, matrixIsStale } = await dhis2.categoryCombos.removeCategory(uid, areaUid);
   * ```
   */
  async removeCategory(uid: string, categoryUid: string, call: CallOptions = {}): Promise<MembershipChange> {
    return this.#changeMembership("DELETE", uid, categoryUid, call);
  }

  /**
   * Waits until the stored option combos are the product of the categories' options, compared as sets and not by their
   * number, and gives that number. Where they are not, the server is asked once to make them so (BUG-033).
   *
   * Two requests a look. `MATRIX.TIMEOUT` says what was expected, stored, missing and stale and how long it waited;
   * `MATRIX.BLOCKED` that the server refuses, as it does where a stale option combo holds data;
   * `MATRIX.UNEXPECTED_COUNT` that the product is not `expectedCount`.
   *
   * @example
   * ```ts
   * const rows = await dhis2.categoryCombos.waitForCocGeneration(uid, { expectedCount: 6, timeout: 120_000 });
   * ```
   */
  async waitForCocGeneration(uid: string, options: WaitOptions = {}): Promise<number> {
    checkUid("uid", uid);
    checkWait(options);
    return waitForMatrix(this.#connection, uid, options);
  }

  /**
   * Deletes a combo and its option combos. Who uses it is looked up first, and `CATEGORY_COMBO.IN_USE` names them:
   * without data the server would delete it and silently move them to the default combo (BUG-120). With data it refuses
   * by itself: `HTTP.CONFLICT` with E4030. `evenIfUsed` skips the look.
   *
   * Two requests, and one for each property of this release that may refer to a combo (five to eight).
   *
   * @example
   * ```ts
   * await dhis2.categoryCombos.delete(uid);
   * ```
   */
  async delete(uid: string, options: DeleteOptions = {}): Promise<void> {
    checkUid("uid", uid);
    const { evenIfUsed = false, ...call } = options;
    await this.#categoriesOf(uid, call);
    const users = evenIfUsed ? [] : await usersOf(this.#connection, uid, call);
    if (users.length > 0) throw inUseError(uid, users);
    await this.#resource.delete(uid, call);
  }

  async #changeMembership(
    method: "POST" | "DELETE",
    uid: string,
    categoryUid: string,
    call: CallOptions,
  ): Promise<MembershipChange> {
    checkUid("uid", uid);
    checkUid("categoryUid", categoryUid);
    const isMember = (await this.#categoriesOf(uid, call)).includes(categoryUid);
    const changed = isMember !== (method === "POST");
    if (changed)
      await this.#connection.request(method, `/api/categoryCombos/${uid}/categories/${categoryUid}`, call);
    const matrix = await readMatrix(this.#connection, uid, call);
    // The server answers 200 to a category that it does not know, and adds nothing.
    if (method === "POST" && !matrix.categories.includes(categoryUid))
      throw new Dhis2Error(
        "CATEGORY_COMBO.UNKNOWN_CATEGORY",
        `The server knows no category ${categoryUid}, and added none to ${uid}`,
      );
    return { changed, matrixIsStale: !isProduct(matrix) };
  }

  /** UIDs of a combo's categories, unless it is the combo that the server keeps as it is. */
  async #categoriesOf(uid: string, call: CallOptions): Promise<string[]> {
    const combo = await this.#resource.get(uid, { ...call, fields: "id,isDefault,categories[id]" });
    if (combo.isDefault) throw defaultComboError(uid);
    return (combo.categories ?? []).map((category) => category.id);
  }

  async #patch(uid: string, changes: object, call: CallOptions): Promise<CategoryComboWithParts<Core>> {
    const report = await this.#resource.patch(uid, changes, call);
    // An answer without a report is what the default combo gets, which stays as it is (BUG-121).
    if (report.klass === undefined) throw defaultComboError(uid);
    return this.get(uid, call);
  }
}

/** What the requests of this accessor send; every release takes it. */
interface ComboRow {
  model: "CategoryCombo";
  create: Omit<NewCategoryCombo, "categories" | "uid"> & {
    id: string | undefined;
    categories: { id: string }[];
  };
  update: object;
}

/**
 * The category combos of a server; every client has them as `dhis2.categoryCombos`.
 *
 * @example
 * ```ts
 * import { createCategoryCombos } from "@dhis2w/category-combos";
 * import type { Core } from "@dhis2w/client-v42";
 *
 * const categoryCombos = createCategoryCombos<Core>(dhis2);
 * ```
 */
export const createCategoryCombos = <Core extends CategoryComboCore>(
  connection: Connection,
): CategoryCombos<Core> => new CategoryCombos(connection);
