import type { Bundle, BundleEntry, ImportContext } from "../import/bundle.ts";
import { type ErrorReport, errorReport } from "../import/reports.ts";
import type { Stored } from "../store/store.ts";
import { idsOf } from "../store/values.ts";
import { productSize, regenerate } from "./matrix.ts";

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

/** What the category model adds to an import. */
export const categoryHooks: {
  readonly validate: typeof validate;
  readonly afterCommit: typeof afterCommit;
} = { validate, afterCommit };
