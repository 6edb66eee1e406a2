import type { ImportContext } from "../import/bundle.ts";
import type { Stored } from "../store/store.ts";
import { idsOf, textOf } from "../store/values.ts";

/** One row that a combo's matrix should have. */
interface MatrixRow {
  /** UIDs of the options, one of each category, in the order of the categories. */
  readonly options: readonly string[];
  /** The options' names, joined. */
  readonly name: string;
}

/** The product of the options of a combo's categories. */
function productOf(combo: Stored, { schemas, store }: ImportContext): MatrixRow[] {
  const categories = idsOf(combo.values["categories"])
    .map((uid) => store.get(schemas.model("Category"), uid))
    .filter((category) => category !== undefined);
  const optionModel = schemas.model("CategoryOption");
  const lists = categories.map(({ values }) => idsOf(values["categoryOptions"]));
  const skipsEmpty = !schemas.has("emptyCategoryEmptiesMatrix");
  const factors = skipsEmpty ? lists.filter((options) => options.length > 0) : lists;
  if (factors.length === 0) return [];
  let product: string[][] = [[]];
  for (const options of factors)
    product = product.flatMap((row) => options.map((option) => [...row, option]));
  return product.map((options) => ({
    options,
    name: options.map((uid) => textOf(store.get(optionModel, uid)?.values ?? {}, "name") ?? uid).join(", "),
  }));
}

/** How many rows a product has, without making them. */
export function productSize(sizes: readonly number[]): number {
  return sizes.length === 0 ? 0 : sizes.reduce((product, size) => product * size, 1);
}

/** The option combos that a combo has. */
function rowsOf(combo: Stored, { schemas, store }: ImportContext): Stored[] {
  const model = schemas.model("CategoryOptionCombo");
  return [...store.referring("CategoryOptionCombo.categoryCombo", combo.uid)]
    .map((uid) => store.get(model, uid))
    .filter((row) => row !== undefined);
}

/** Names a set of options whatever their order. */
export const optionKey = (options: readonly string[]): string => [...options].sort().join(" ");

/** What a regeneration did, row by row. */
export type MatrixChange =
  | { readonly kind: "added"; readonly name: string }
  | { readonly kind: "deleted"; readonly name: string }
  | { readonly kind: "kept"; readonly name: string; readonly because: string }
  | { readonly kind: "renamed"; readonly uid: string; readonly name: string };

/** Brings the stored rows of a combo in line with the product; `keepsStale` leaves rows that are not in it. */
export function regenerate(combo: Stored, context: ImportContext, keepsStale: boolean): MatrixChange[] {
  const wanted = new Map(productOf(combo, context).map((row) => [optionKey(row.options), row]));
  const changes: MatrixChange[] = [];
  const present = new Set<string>();
  for (const row of rowsOf(combo, context)) {
    const key = optionKey(idsOf(row.values["categoryOptions"]));
    const target = wanted.get(key);
    if (target === undefined || present.has(key)) {
      if (keepsStale) continue;
      const name = textOf(row.values, "name") ?? row.uid;
      if (context.dataValues.hold(row.uid)) {
        changes.push({ kind: "kept", name, because: String(context.schemas.quirk("dataValueVeto")) });
        continue;
      }
      context.store.remove(row);
      changes.push({ kind: "deleted", name });
      continue;
    }
    present.add(key);
    if (keepsStale || row.values["name"] === target.name) continue;
    context.store.put(row.model, row.uid, { ...row.values, name: target.name, lastUpdated: context.now() });
    changes.push({ kind: "renamed", uid: row.uid, name: target.name });
  }
  for (const [key, row] of wanted) {
    if (present.has(key)) continue;
    addRow(combo, row, context);
    changes.push({ kind: "added", name: row.name });
  }
  return changes;
}

function addRow(combo: Stored, { options, name }: MatrixRow, context: ImportContext): void {
  const now = context.now();
  const uid = context.makeUid();
  context.store.put(context.schemas.model("CategoryOptionCombo"), uid, {
    id: uid,
    name,
    created: now,
    lastUpdated: now,
    lastUpdatedBy: { id: context.caller.user.uid },
    categoryCombo: { id: combo.uid },
    categoryOptions: options.map((id) => ({ id })),
    ignoreApproval: false,
  });
}

/** The object of a type that every server begins with. */
export function isDefault(row: Stored): boolean {
  return row.values["name"] === "default" && defaultTypes.has(row.model.name);
}

/** Types of the category model that have a default object. */
const defaultTypes: ReadonlySet<string> = new Set([
  "Category",
  "CategoryCombo",
  "CategoryOption",
  "CategoryOptionCombo",
]);
