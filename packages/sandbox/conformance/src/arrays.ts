/**
 * Properties whose order the server does not keep: Java sets, whose rows come in another order after each
 * regeneration. Evidence: the same GET, the same members, another order (steps of v41 to v43 04-category-model,
 * `/categoryOptionCombos` and `/categoryOptionCombos/#/categoryOptions`).
 */
const unstable: readonly RegExp[] = [
  /\/categoryOptionCombos$/,
  /\/categoryOptionCombos\/\d+\/categoryOptions$/,
];

/** Whether the array at this place has no order that could be compared. */
export function isUnstable(pointer: string): boolean {
  return unstable.some((pattern) => pattern.test(pointer));
}

/** Whether the items come in the order of their ids; says nothing about fewer than two. */
export function isSortedById(items: readonly unknown[]): boolean {
  let previous: string | undefined;
  for (const item of items) {
    const id = typeof item === "object" && item !== null && "id" in item ? item.id : item;
    if (typeof id !== "string" || (previous !== undefined && id <= previous)) return false;
    previous = id;
  }
  return items.length > 1;
}
