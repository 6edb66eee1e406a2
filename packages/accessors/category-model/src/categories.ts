import {
  type CallOptions,
  type Connection,
  checkText,
  checkUid,
  type JsonPatchOperation,
  Resource,
} from "@dhis2w/runtime";
import { checkName, checkNewNames, checkUids, shortNameOf } from "./arguments.ts";
import type {
  CategoryChanges,
  CategoryModelCore,
  CategoryWithOptions,
  NewCategory,
  NewNames,
  OptionsChange,
} from "./category-model.ts";
import { defaultError, inUseError, sharedOptionError } from "./errors.ts";

/** A property named after a preset that has it replaces the preset's form. */
const fields: string = ":owner,displayName,categoryOptions[id,code,name],categoryCombos[id]";

/** What a change of the options has to know: who else would have an option. */
const surroundings = "id,name,categoryOptions[id],categoryCombos[id,categories[id,name,categoryOptions[id]]]";

/**
 * Categories: ordered lists of category options, of which combos are made. Their option combos follow no change of a
 * category by themselves: `staleCombos` names those that `categoryCombos.waitForCocGeneration` puts right (BUG-033).
 *
 * A call takes `signal` and `timeout`; the latter holds for each of its requests. Errors beside those of every request:
 * `CATEGORY_MODEL.DEFAULT` where the built-in category would be changed.
 */
export class Categories<Core extends CategoryModelCore> {
  readonly #resource: Resource<{ Category: object; Surroundings: Surroundings }, CategoryRow>;

  constructor(connection: Connection) {
    this.#resource = new Resource(connection, "categories");
  }

  /**
   * One category with its options, in order; `HTTP.NOT_FOUND` without it.
   *
   * One request.
   *
   * @example
   * ```ts
   * import { categories } from "@dhis2w/client-v42/category-model";
   *
   * const sex = await categories(dhis2).get(uid);
   * console.log(sex.name, sex.categoryOptions.map((option) => option.name));
   * ```
   */
  async get(uid: string, call: CallOptions = {}): Promise<CategoryWithOptions<Core>> {
    checkUid("uid", uid);
    const category = await this.#resource.get(uid, { ...call, fields });
    return category as CategoryWithOptions<Core>; // The shape is what `fields` asks for.
  }

  /**
   * Makes a category and reads it back; the order of its options is kept.
   *
   * Two requests. A name, short name or code that is taken and an unknown option are `HTTP.CONFLICT` with rows.
   *
   * @example
   * ```ts
   * import { categories } from "@dhis2w/client-v42/category-model";
   *
   * const sex = await categories(dhis2).create({ name: "Sex", categoryOptions: [maleUid, femaleUid] });
   * ```
   */
  async create(category: NewCategory, call: CallOptions = {}): Promise<CategoryWithOptions<Core>> {
    const { name, code, categoryOptions = [], dataDimension = true, uid } = category;
    const { dataDimensionType = "DISAGGREGATION" } = category;
    checkName("name", name);
    if (code !== undefined) checkText("code", code);
    if (uid !== undefined) checkUid("uid", uid);
    checkUids("categoryOptions", categoryOptions);
    const body = { id: uid, name, shortName: shortNameOf(category), code, dataDimensionType, dataDimension };
    const references = categoryOptions.map((id) => ({ id }));
    const report = await this.#resource.create({ ...body, categoryOptions: references }, call);
    return this.get(report.uid, call);
  }

  /**
   * Changes what is given and nothing else, and reads the category back.
   *
   * Two requests.
   *
   * @example
   * ```ts
   * import { categories } from "@dhis2w/client-v42/category-model";
   *
   * await categories(dhis2).update(uid, { description: "As registered", dataDimension: false });
   * ```
   */
  async update(
    uid: string,
    changes: CategoryChanges,
    call: CallOptions = {},
  ): Promise<CategoryWithOptions<Core>> {
    checkUid("uid", uid);
    checkNewNames(changes);
    await this.#patch(uid, changes, call);
    return this.get(uid, call);
  }

  /**
   * Gives a category another name, short name or code, and touches nothing else.
   *
   * Two requests.
   *
   * @example
   * ```ts
   * import { categories } from "@dhis2w/client-v42/category-model";
   *
   * await categories(dhis2).rename(uid, { name: "Gender", shortName: "Gender" });
   * ```
   */
  async rename(
    uid: string,
    { name, shortName, code }: NewNames,
    call: CallOptions = {},
  ): Promise<CategoryWithOptions<Core>> {
    if (name === undefined && shortName === undefined && code === undefined)
      throw new TypeError("rename needs a name, a short name or a code");
    return this.update(uid, { name, shortName, code }, call);
  }

  /**
   * Appends an option; nothing happens where the category has it. An option that another category of one of its combos has
   * is `CATEGORY_MODEL.SHARED_OPTION`, before any write.
   *
   * Two requests, one where nothing changes.
   *
   * @example
   * ```ts
   * import { categories } from "@dhis2w/client-v42/category-model";
   *
   * const { staleCombos } = await categories(dhis2).addOption(sexUid, unknownUid);
   * for (const combo of staleCombos) await dhis2.categoryCombos.waitForCocGeneration(combo);
   * ```
   */
  async addOption(uid: string, optionUid: string, call: CallOptions = {}): Promise<OptionsChange> {
    checkUid("optionUid", optionUid);
    const category = await this.#surroundings(uid, call);
    if (has(category, optionUid)) return unchanged;
    for (const { categories } of category.categoryCombos)
      for (const other of categories)
        if (has(other, optionUid)) throw sharedOptionError(optionUid, [category.name, other.name]);
    await this.#patch(uid, [{ op: "add", path: "/categoryOptions/-", value: { id: optionUid } }], call);
    return changeOf(category);
  }

  /**
   * Takes an option out; nothing happens where the category has it not. Option combos that hold data stay
   * (`MATRIX.BLOCKED` of `waitForCocGeneration`).
   *
   * Two requests, one where nothing changes.
   *
   * @example
   * ```ts
   * import { categories } from "@dhis2w/client-v42/category-model";
   *
   * const { changed, staleCombos } = await categories(dhis2).removeOption(sexUid, unknownUid);
   * ```
   */
  async removeOption(uid: string, optionUid: string, call: CallOptions = {}): Promise<OptionsChange> {
    checkUid("optionUid", optionUid);
    const category = await this.#surroundings(uid, call);
    if (!has(category, optionUid)) return unchanged;
    await this.#patch(uid, [{ op: "remove-by-id", path: "/categoryOptions", id: optionUid }], call);
    return changeOf(category);
  }

  /**
   * Puts the options in another order, and says whether that changed anything. The option combos stay as they are.
   *
   * Two requests, one where nothing changes. A `RangeError` where the UIDs are not those of the category's options.
   *
   * @example
   * ```ts
   * import { categories } from "@dhis2w/client-v42/category-model";
   *
   * await categories(dhis2).reorderOptions(sexUid, [femaleUid, maleUid]);
   * ```
   */
  async reorderOptions(uid: string, optionUids: readonly string[], call: CallOptions = {}): Promise<boolean> {
    checkUids("optionUids", optionUids);
    const category = await this.#surroundings(uid, call);
    const stored = category.categoryOptions.map(({ id }) => id);
    if ([...stored].sort().join() !== [...optionUids].sort().join())
      throw new RangeError(`optionUids must be the options of ${uid} in another order: ${stored.join(", ")}`);
    if (stored.join() === optionUids.join()) return false;
    await this.#patch(uid, { categoryOptions: optionUids.map((id) => ({ id })) }, call);
    return true;
  }

  /**
   * Deletes a category; its options stay. One that combos have is `CATEGORY.IN_USE`, which names them.
   *
   * Two requests.
   *
   * @example
   * ```ts
   * import { categories } from "@dhis2w/client-v42/category-model";
   *
   * await categories(dhis2).delete(uid);
   * ```
   */
  async delete(uid: string, call: CallOptions = {}): Promise<void> {
    checkUid("uid", uid);
    const found = await this.#resource.get(uid, { ...call, fields: "id,name,categoryCombos[id,name]" });
    const { name, categoryCombos } = found as Users; // The shape is what `fields` asks for.
    if (name === "default") throw defaultError(`Category ${uid}`);
    if (categoryCombos.length > 0) throw inUseError("CATEGORY.IN_USE", `Category ${uid}`, categoryCombos);
    await this.#resource.delete(uid, call);
  }

  async #surroundings(uid: string, call: CallOptions): Promise<Surroundings> {
    checkUid("uid", uid);
    const found = await this.#resource.get(uid, { ...call, fields: surroundings });
    const category = found as Surroundings; // The shape is what `fields` asks for.
    if (category.name === "default") throw defaultError(`Category ${uid}`);
    return category;
  }

  async #patch(
    uid: string,
    changes: object | readonly JsonPatchOperation[],
    call: CallOptions,
  ): Promise<void> {
    const report = await this.#resource.patch(uid, changes, call);
    // An answer without a report is what the built-in category gets, which stays as it is (BUG-121).
    if (report.klass === undefined) throw defaultError(`Category ${uid}`);
  }
}

interface Options {
  readonly id: string;
  readonly name: string;
  readonly categoryOptions: readonly { readonly id: string }[];
}

/** What `surroundings` asks for. */
interface Surroundings extends Options {
  readonly categoryCombos: readonly { readonly id: string; readonly categories: readonly Options[] }[];
}

/** What `delete` asks for. */
interface Users {
  readonly name: string;
  readonly categoryCombos: readonly { readonly id: string; readonly name: string }[];
}

/** What the requests of this accessor send; every release takes it. */
interface CategoryRow {
  model: "Category";
  create: object;
  update: object;
}

const unchanged: OptionsChange = { changed: false, staleCombos: [] };

const changeOf = ({ categoryCombos }: Surroundings): OptionsChange => ({
  changed: true,
  staleCombos: categoryCombos.map(({ id }) => id),
});

const has = ({ categoryOptions }: Options, uid: string): boolean =>
  categoryOptions.some(({ id }) => id === uid);

/**
 * The categories of a server.
 *
 * @example
 * ```ts
 * import { createCategories } from "@dhis2w/category-model";
 * import type { Core } from "@dhis2w/client-v42";
 *
 * const categories = createCategories<Core>(dhis2);
 * ```
 */
export const createCategories = <Core extends CategoryModelCore>(connection: Connection): Categories<Core> =>
  new Categories(connection);
