import { createCategoryCombos, usersOf } from "@dhis2w/category-combos";
import { type CallOptions, type Connection, Dhis2Error, isDhis2Error } from "@dhis2w/runtime";
import { type ComboPlan, planCombo } from "./combo-plan.ts";
import { type ComboSpec, checkSpec, type EnsureOptions, type EnsureReport } from "./combo-spec.ts";
import { readModel } from "./stored-model.ts";

/** Builds a category combo with its categories and options from a description of it. */
export class CategoryComboBuilder {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Sees to it that a combo is there with its categories, their options and its option combos. Each is found by its code or
   * its name, and made where neither is there; what is missing is appended, what is there otherwise stays, in its order.
   * A second run writes nothing. Of two that run at once each ends with the same combo.
   *
   * Three requests that read; where something is missing one bundle, of which the server stores all or nothing; two
   * for the option combos, five where they have to be made: nine to make all, five where all is there. Where a combo that
   * is there gets another category, its users are looked up first, one request for each property that may refer to it.
   *
   * Before any write: `RangeError` for a spec that cannot be; `CATEGORY_MODEL.SHARED_OPTION` for an option in two
   * categories; `CATEGORY_MODEL.MISMATCH` where what is there has another code or kind, or a name that differs in case
   * or blanks; `CATEGORY_MODEL.LIMIT`; `CATEGORY_COMBO.IN_USE` where the combo would get another category and has
   * users, whose data belong to the old option combos. `CATEGORY_MODEL.INCOMPLETE` after the write: all is stored,
   * as `report` says, but the option combos did not become right; `cause` says why.
   *
   * @example
   * ```ts
   * import { categoryComboBuilder } from "@dhis2w/client-v42/category-model";
   *
   * const report = await categoryComboBuilder(dhis2).ensure({
   *   name: "Sex and age",
   *   categories: [
   *     { name: "Sex", options: ["Male", "Female"] },
   *     { name: "Age", options: ["Under 5", { name: "5 and over", code: "5PLUS" }] },
   *   ],
   * });
   * console.log(report.combo, report.created.length, report.optionCombos); // 4 option combos
   * ```
   */
  async ensure(spec: ComboSpec, options: EnsureOptions = {}): Promise<EnsureReport> {
    const { dryRun = false, checkLimits = true, matrixTimeout, ...call } = options;
    const limits = checkLimits ? this.#connection.server.quirks : undefined;
    const checked = checkSpec(spec);
    const plan = async (): Promise<ComboPlan> => {
      const planned = planCombo(checked, await readModel(this.#connection, checked, call), limits);
      if (planned.widensCombo) await this.#refuseUsed(planned.report.combo, call);
      return planned;
    };
    const planned = await plan();
    if (dryRun) {
      if (planned.bundle !== undefined) await this.#import(planned.bundle, { importMode: "VALIDATE" }, call);
      return planned.report;
    }
    const done = await this.#write(planned, plan, call);
    try {
      const wait = { timeout: matrixTimeout, signal: call.signal };
      await createCategoryCombos(this.#connection).waitForCocGeneration(done.combo, wait);
    } catch (cause) {
      throw new Dhis2Error(
        "CATEGORY_MODEL.INCOMPLETE",
        `Category combo ${done.combo} is there with its categories and options, but its option combos are not right`,
        { report: done, cause },
      );
    }
    return done;
  }

  /** Writes a plan; where somebody else wrote the same meanwhile, what is still missing. */
  async #write(planned: ComboPlan, plan: () => Promise<ComboPlan>, call: CallOptions): Promise<EnsureReport> {
    let { report, bundle } = planned;
    while (bundle !== undefined) {
      try {
        await this.#import(bundle, {}, call);
        return report;
      } catch (error) {
        if (isDhis2Error(error, "ABORT.ABORTED")) throw error;
        // A bundle is stored whole or not at all. After a lost answer, or a race, a part of the spec is there now.
        const next = await plan();
        if (next.report.created.length === report.created.length) throw error;
        ({ report, bundle } = next);
      }
    }
    return report;
  }

  async #import(bundle: object, query: Readonly<Record<string, string>>, call: CallOptions): Promise<void> {
    await this.#connection.request("POST", "/api/metadata", { ...call, query, body: bundle });
  }

  async #refuseUsed(combo: string, call: CallOptions): Promise<void> {
    const users = await usersOf(this.#connection, combo, call);
    if (users.length === 0) return;
    throw new Dhis2Error(
      "CATEGORY_COMBO.IN_USE",
      `Category combo ${combo} has ${users.length} users, whose data belong to its option combos; another category would make all of them anew`,
      { users },
    );
  }
}

/**
 * The builder of category combos of a server.
 *
 * @example
 * ```ts
 * import { createCategoryComboBuilder } from "@dhis2w/category-model";
 *
 * const report = await createCategoryComboBuilder(dhis2).ensure({
 *   name: "Sex",
 *   categories: [{ name: "Sex", options: ["Male", "Female"] }],
 * });
 * ```
 */
export const createCategoryComboBuilder = (connection: Connection): CategoryComboBuilder =>
  new CategoryComboBuilder(connection);
