/** Order of two texts by UTF-16 code units: the same on every machine, unlike a collation. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A copy of the items, ordered by a text of each, which is asked for once. */
export function sortedBy<Item>(items: Iterable<Item>, key: (item: Item) => string): Item[] {
  return Array.from(items, (item) => ({ item, text: key(item) }))
    .sort((a, b) => compareText(a.text, b.text))
    .map(({ item }) => item);
}
