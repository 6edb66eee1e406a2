import { type CallOptions, type Connection, checkText, checkUid, Resource } from "@dhis2w/runtime";
import { checkName, checkNewNames, checkUids, checkWindow, shortNameOf } from "./arguments.ts";
import type {
  CategoryModelCore,
  CategoryOptionWithCategories,
  DeleteOptionOptions,
  NewCategoryOption,
  NewNames,
  ValidityWindow,
} from "./category-model.ts";
import { defaultError, inUseError } from "./errors.ts";

/** A property named after a preset that has it replaces the preset's form. */
const fields: string = ":owner,displayName,categories[id,code,name]";

/**
 * Category options: what a category is made of.
 *
 * A call takes `signal` and `timeout`; the latter holds for each of its requests. Errors beside those of every request:
 * `CATEGORY_MODEL.DEFAULT` where the built-in option would be changed.
 */
export class CategoryOptions<Core extends CategoryModelCore> {
  readonly #resource: Resource<{ CategoryOption: object }, OptionRow>;

  constructor(connection: Connection) {
    this.#resource = new Resource(connection, "categoryOptions");
  }

  /**
   * One option with the categories that have it; `HTTP.NOT_FOUND` without it.
   *
   * One request.
   *
   * @example
   * ```ts
   * import { categoryOptions } from "@dhis2w/client-v42/category-model";
   *
   * const male = await categoryOptions(dhis2).get(maleUid);
   * ```
   */
  async get(uid: string, call: CallOptions = {}): Promise<CategoryOptionWithCategories<Core>> {
    checkUid("uid", uid);
    const option = await this.#resource.get(uid, { ...call, fields });
    return option as CategoryOptionWithCategories<Core>; // The shape is what `fields` asks for.
  }

  /**
   * Makes an option and reads it back.
   *
   * Two requests. A name, short name or code that is taken is `HTTP.CONFLICT` with rows.
   *
   * @example
   * ```ts
   * import { categoryOptions } from "@dhis2w/client-v42/category-model";
   *
   * const project = await categoryOptions(dhis2).create({ name: "Project A", startDate: "2026-01-01" });
   * ```
   */
  async create(
    option: NewCategoryOption,
    call: CallOptions = {},
  ): Promise<CategoryOptionWithCategories<Core>> {
    const { uid, organisationUnits, ...properties } = option;
    checkName("name", option.name);
    if (option.code !== undefined) checkText("code", option.code);
    if (uid !== undefined) checkUid("uid", uid);
    if (organisationUnits !== undefined) checkUids("organisationUnits", organisationUnits);
    checkWindow(option);
    const body = { id: uid, ...properties, shortName: shortNameOf(option) };
    const units = organisationUnits?.map((id) => ({ id }));
    const report = await this.#resource.create({ ...body, organisationUnits: units }, call);
    return this.get(report.uid, call);
  }

  /**
   * Says from and to which day data may be entered for an option; what is absent stays, `null` opens the window.
   *
   * Two requests.
   *
   * @example
   * ```ts
   * import { categoryOptions } from "@dhis2w/client-v42/category-model";
   *
   * await categoryOptions(dhis2).setValidity(uid, { startDate: "2026-01-01", endDate: null });
   * ```
   */
  async setValidity(
    uid: string,
    { startDate, endDate }: ValidityWindow,
    call: CallOptions = {},
  ): Promise<CategoryOptionWithCategories<Core>> {
    checkWindow({ startDate, endDate });
    if (startDate === undefined && endDate === undefined)
      throw new TypeError("setValidity needs a first or a last day");
    return this.#patch(uid, { startDate, endDate }, call);
  }

  /**
   * Gives an option another name, short name or code, and touches nothing else. The names of its option combos follow
   * only when they are made again: `categoryModelMaintenance.regenerate`.
   *
   * Two requests.
   *
   * @example
   * ```ts
   * import { categoryOptions } from "@dhis2w/client-v42/category-model";
   *
   * await categoryOptions(dhis2).rename(maleUid, { name: "Men", shortName: "Men" });
   * ```
   */
  async rename(
    uid: string,
    { name, shortName, code }: NewNames,
    call: CallOptions = {},
  ): Promise<CategoryOptionWithCategories<Core>> {
    checkNewNames({ name, shortName, code });
    if (name === undefined && shortName === undefined && code === undefined)
      throw new TypeError("rename needs a name, a short name or a code");
    return this.#patch(uid, { name, shortName, code }, call);
  }

  /**
   * Deletes an option. One that categories have is `CATEGORY_OPTION.IN_USE`, which names them: without data the server
   * would take it out of them and delete its option combos, without a word (BUG-124). `evenIfUsed` skips the look; an
   * option whose option combos hold data is then `HTTP.CONFLICT` with E4030.
   *
   * Two requests.
   *
   * @example
   * ```ts
   * import { categoryOptions } from "@dhis2w/client-v42/category-model";
   *
   * await categoryOptions(dhis2).delete(uid);
   * ```
   */
  async delete(uid: string, options: DeleteOptionOptions = {}): Promise<void> {
    checkUid("uid", uid);
    const { evenIfUsed = false, ...call } = options;
    const { name, categories } = await this.get(uid, call);
    if (name === "default") throw defaultError(`Category option ${uid}`);
    if (!evenIfUsed && categories.length > 0)
      throw inUseError("CATEGORY_OPTION.IN_USE", `Category option ${uid}`, categories);
    await this.#resource.delete(uid, call);
  }

  async #patch(uid: string, changes: object, call: CallOptions): Promise<CategoryOptionWithCategories<Core>> {
    checkUid("uid", uid);
    const report = await this.#resource.patch(uid, changes, call);
    // An answer without a report is what the built-in option gets, which stays as it is (BUG-121).
    if (report.klass === undefined) throw defaultError(`Category option ${uid}`);
    return this.get(uid, call);
  }
}

/** What the requests of this accessor send; every release takes it. */
interface OptionRow {
  model: "CategoryOption";
  create: object;
  update: object;
}

/**
 * The category options of a server.
 *
 * @example
 * ```ts
 * import { createCategoryOptions } from "@dhis2w/category-model";
 * import type { Core } from "@dhis2w/client-v42";
 *
 * const categoryOptions = createCategoryOptions<Core>(dhis2);
 * ```
 */
export const createCategoryOptions = <Core extends CategoryModelCore>(
  connection: Connection,
): CategoryOptions<Core> => new CategoryOptions(connection);
