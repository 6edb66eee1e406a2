/** What of a category the matrix is made of. */
export interface MatrixCategory {
  readonly categoryOptions: readonly { readonly id: string }[];
}

/** A stored category option combo: one row of the matrix. */
export interface MatrixRow {
  readonly id: string;
  readonly name?: string | undefined;
  readonly categoryOptions: readonly { readonly id: string }[];
}

/** How the stored option combos of a combo differ from the product of its categories' options. */
export interface MatrixDifference {
  /** Number of combinations in the product. */
  readonly expected: number;
  /** Number of stored option combos. */
  readonly stored: number;
  /** Combinations without an option combo, each as the UIDs of its options. */
  readonly missing: readonly (readonly string[])[];
  /** Option combos that belong to no combination, or to one that another option combo has already. */
  readonly stale: readonly MatrixRow[];
}

/**
 * The combinations of the options of all categories, in the order of the categories; an option combo is a set of
 * options, so two orders of the same options are one combination.
 *
 * `emptyCategoryEmptiesMatrix` is the quirk of that name (BUG-104): whether a category without options leaves no
 * combination at all, or is left out of the product.
 */
export function combinationsOf(
  categories: readonly MatrixCategory[],
  emptyCategoryEmptiesMatrix: boolean,
): string[][] {
  const lists = categories.map((category) => category.categoryOptions.map((option) => option.id));
  const filled = lists.filter((options) => options.length > 0);
  if (filled.length === 0 || (emptyCategoryEmptiesMatrix && filled.length < lists.length)) return [];
  let product: string[][] = [[]];
  for (const options of filled)
    product = product.flatMap((combination) => options.map((option) => [...combination, option]));
  return [...new Map(product.map((combination) => [combinationKey(combination), combination])).values()];
}

/** Compares the stored option combos with the combinations as sets; a count proves nothing. */
export function compareMatrix(
  combinations: readonly (readonly string[])[],
  rows: readonly MatrixRow[],
): MatrixDifference {
  const missing = new Map(combinations.map((combination) => [combinationKey(combination), combination]));
  const stale = rows.filter(
    (row) => !missing.delete(combinationKey(row.categoryOptions.map((option) => option.id))),
  );
  return { expected: combinations.length, stored: rows.length, missing: [...missing.values()], stale };
}

/** Whether the stored option combos are the product: every combination once, and nothing else. */
export const isProduct = ({ missing, stale }: MatrixDifference): boolean =>
  missing.length === 0 && stale.length === 0;

/** Names the combination of these options whatever their order: UIDs have no comma. */
export const combinationKey = (options: readonly string[]): string => [...new Set(options)].sort().join();
