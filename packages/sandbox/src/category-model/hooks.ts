import type { Bundle, BundleEntry, ImportContext } from "../import/bundle.ts";
import { type ErrorReport, errorReport } from "../import/reports.ts";
import type { Stored } from "../store/store.ts";
import { idOf, idsOf } from "../store/values.ts";
import { optionKey, productSize, regenerate } from "./matrix.ts";

/** Limits of a combo: E1126, E1127, E1128. */
function validate(entry: BundleEntry, bundle: Bundle, context: ImportContext): ErrorReport[] {
  if (entry.model.name !== "CategoryCombo") return [];
  const limits = ["maxCategoriesPerCombo", "maxOptionsPerCategory", "maxCombinationsPerCombo"];
  const [maxCategories = 0, maxOptions = 0, maxCombinations = 0] = limits.map((name) =>
    Number(context.schemas.quirk(name)),
  );
  const categories = idsOf(entry.values["categories"]);
  const { klass } = context.schemas.model("CategoryOptionCombo");
  if (maxCategories > 0 && categories.length > maxCategories)
    return [
      errorReport(
        "E1126",
        klass,
        `Category combo ${entry.uid} cannot combine more than ${maxCategories} categories, but had: ${categories.length}`,
        [entry.uid, maxCategories, categories.length],
      ),
    ];
  const sizes = categories.map((uid) => optionCount(uid, bundle, context));
  const tooMany = sizes.findIndex((size) => maxOptions > 0 && size > maxOptions);
  if (tooMany >= 0)
    return [
      errorReport(
        "E1127",
        klass,
        `Category ${categories[tooMany] ?? ""} cannot have more than ${maxOptions} options, but had: ${sizes[tooMany] ?? 0}`,
        [categories[tooMany] ?? "", maxOptions, sizes[tooMany] ?? 0],
      ),
    ];
  const combinations = productSize(sizes);
  if (maxCombinations > 0 && combinations > maxCombinations)
    return [
      errorReport(
        "E1128",
        klass,
        `Category combo ${entry.uid} cannot have more than ${maxCombinations} combinations, but requires: ${combinations}`,
        [entry.uid, maxCombinations, combinations],
      ),
    ];
  return [];
}

function optionCount(category: string, bundle: Bundle, { schemas, store }: ImportContext): number {
  const model = schemas.model("Category");
  const values = bundle.find(model, category)?.values ?? store.get(model, category)?.values;
  return idsOf(values?.["categoryOptions"]).length;
}

/**
 * POST and PUT of a single combo make its matrix, on 41 a PUT without pruning it. A bundle, JSON Patch and the
 * collection endpoints don't.
 */
function afterCommit(stored: Stored, entry: BundleEntry, context: ImportContext): void {
  if (stored.model.name !== "CategoryCombo" || !context.single) return;
  regenerate(stored, context, entry.action === "update" && context.schemas.has("comboPutKeepsStaleRows"));
}

/** A report of one entry of a bundle. */
interface EntryReports {
  readonly entry: BundleEntry;
  readonly reports: readonly ErrorReport[];
}

/** Option combos that come with their combo have to be its whole matrix, where the release asks for that. */
function validateBundle(bundle: Bundle, context: ImportContext): EntryReports[] {
  if (context.schemas.has("partialOptionComboImport")) return [];
  return bundle.entries
    .filter(({ model, action }) => model.name === "CategoryCombo" && action !== "delete")
    .flatMap((combo) => validateMatrix(combo, bundle, context));
}

function validateMatrix(combo: BundleEntry, bundle: Bundle, context: ImportContext): EntryReports[] {
  const rows = bundle.entries.filter(
    ({ model, values }) =>
      model.name === "CategoryOptionCombo" && idOf(values["categoryCombo"]) === combo.uid,
  );
  if (rows.length === 0) return [];
  const wanted = optionSets(idsOf(combo.values["categories"]), bundle, context);
  const { klass } = context.schemas.model("CategoryOptionCombo");
  if (rows.length !== wanted.length) {
    const message = `Importing ${rows.length} CategoryOptionCombos does not match the expected amount of ${wanted.length} for CategoryCombo ${combo.uid}`;
    return rows.map((entry) => ({
      entry,
      reports: [errorReport("E1130", klass, message, [rows.length, wanted.length, combo.uid])],
    }));
  }
  const missing = new Map(wanted.map((options) => [optionKey(options), options]));
  const unexpected = rows.filter((row) => !missing.delete(optionKey(idsOf(row.values["categoryOptions"]))));
  return unexpected.map((entry) => {
    const options = idsOf(entry.values["categoryOptions"]);
    const left = [...missing.values()];
    const message = `Unexpected CategoryOptionCombo provided with CategoryOptions: ${listed(options)} for CategoryCombo: ${combo.uid}. Missing expected CategoryOptionCombos with CategoryOption sets: ${listed(left.map(listed))}`;
    const report = errorReport("E1131", klass, message, [options, combo.uid, left]);
    return { entry, reports: [{ ...report, args: [listed(options), combo.uid, listed(left.map(listed))] }] };
  });
}

const listed = (items: readonly string[]): string => `[${items.join(", ")}]`;

/** The product of the options of categories, stored or in the bundle. */
function optionSets(
  categories: readonly string[],
  bundle: Bundle,
  { schemas, store }: ImportContext,
): string[][] {
  const model = schemas.model("Category");
  return categories.reduce<string[][]>(
    (product, uid) => {
      const values = bundle.find(model, uid)?.values ?? store.get(model, uid)?.values;
      const options = idsOf(values?.["categoryOptions"]);
      return product.flatMap((row) => options.map((option) => [...row, option]));
    },
    [[]],
  );
}

/** What the category model adds to an import. */
export const categoryHooks: {
  readonly validate: typeof validate;
  readonly validateBundle: typeof validateBundle;
  readonly afterCommit: typeof afterCommit;
} = { validate, validateBundle, afterCommit };
