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
export function javaSetOrder<Item>(
  items: readonly Item[],
  hashOf: (item: Item) => number,
  initialCapacity = 16,
): Item[] {
  if (items.length < 2) return [...items];
  let capacity = initialCapacity;
  while (items.length > capacity * 0.75) capacity *= 2;
  const placed = items.map((item, index) => {
    const hash = hashOf(item);
    return { item, index, bucket: (hash ^ (hash >>> 16)) & (capacity - 1) };
  });
  return placed.sort((a, b) => a.bucket - b.bucket || a.index - b.index).map(({ item }) => item);
}

/** Slots of a set that Hibernate makes for a known number of items. */
export function capacityFor(count: number): number {
  const asked = count + Math.trunc(count * 0.75);
  let capacity = 1;
  while (capacity < asked) capacity *= 2;
  return capacity;
}

/**
 * Texts in the order in which Jackson's `CompactStringObjectMap` keeps them: a slot by the hash, then a second one
 * that two slots share, then the end. Its messages list the members of an enum so.
 */
export function compactMapOrder(texts: readonly string[]): string[] {
  const size = compactSize(texts.length);
  const primary = new Map<number, string>();
  const secondary = new Map<number, string>();
  const spilt: string[] = [];
  for (const text of javaSetOrder(texts, javaHash)) {
    const slot = javaHash(text) & (size - 1);
    if (!primary.has(slot)) primary.set(slot, text);
    else if (!secondary.has(slot >> 1)) secondary.set(slot >> 1, text);
    else spilt.push(text);
  }
  const inSlotOrder = (slots: Map<number, string>): string[] =>
    [...slots].sort(([a], [b]) => a - b).map(([, text]) => text);
  return [...inSlotOrder(primary), ...inSlotOrder(secondary), ...spilt];
}

function compactSize(count: number): number {
  if (count <= 5) return 8;
  if (count <= 12) return 16;
  let size = 32;
  while (size < count + (count >> 2)) size *= 2;
  return size;
}
