/** `String.hashCode` of Java. */
export function javaHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}

/**
 * Items in the order in which a Java `HashMap` or `HashSet` walks them: the server's order wherever it has none
 * of its own, so of properties in reports and of the items of a set.
 */
export function javaSetOrder<Item>(items: readonly Item[], hashOf: (item: Item) => number): Item[] {
  if (items.length < 2) return [...items];
  let capacity = 16;
  while (items.length > capacity * 0.75) capacity *= 2;
  const placed = items.map((item, index) => {
    const hash = hashOf(item);
    return { item, index, bucket: (hash ^ (hash >>> 16)) & (capacity - 1) };
  });
  return placed.sort((a, b) => a.bucket - b.bucket || a.index - b.index).map(({ item }) => item);
}
