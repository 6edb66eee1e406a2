/** What matching needs of an item. */
interface Keyed {
  readonly key: string;
  readonly looseKeys?: readonly string[] | undefined;
}

/** Something as both sides have it. */
export interface Pair<Item> {
  readonly before: Item;
  readonly after: Item;
}

/** The items of two sides, told apart into what only one has and what both have. */
export interface Matched<Item> {
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
  readonly pairs: readonly Pair<Item>[];
}

/** Finds each item again on the other side: by its key, else by a loose key where that is unique on both sides. */
export function matchItems<Item extends Keyed>(
  before: readonly Item[],
  after: readonly Item[],
): Matched<Item> {
  if (before.length === 0 || after.length === 0) return { removed: before, added: after, pairs: [] };
  const came = byKey(after);
  const pairs: Pair<Item>[] = [];
  let gone: Item[] = [];
  for (const [name, item] of byKey(before)) {
    const twin = came.get(name);
    if (twin === undefined) gone.push(item);
    else {
      pairs.push({ before: item, after: twin });
      came.delete(name);
    }
  }
  let fresh = [...came.values()];
  for (const rank of [0, 1]) {
    if (gone.length === 0 || fresh.length === 0) break;
    const found = pairByLooseKey(gone, fresh, rank);
    const moved = new Set(found.flatMap((pair) => [pair.before, pair.after]));
    pairs.push(...found);
    gone = gone.filter((item) => !moved.has(item));
    fresh = fresh.filter((item) => !moved.has(item));
  }
  return { removed: gone, added: fresh, pairs };
}

function pairByLooseKey<Item extends Keyed>(
  before: readonly Item[],
  after: readonly Item[],
  rank: number,
): Pair<Item>[] {
  const candidates = byLooseKey(after, rank);
  return [...byLooseKey(before, rank)].flatMap(([key, [item, ...more]]): Pair<Item>[] => {
    const [twin, ...others] = candidates.get(key) ?? [];
    const isUnique = more.length === 0 && others.length === 0;
    return item === undefined || twin === undefined || !isUnique ? [] : [{ before: item, after: twin }];
  });
}

/** A name that comes twice, such as a format with two charsets, is told apart by its number. */
function byKey<Item extends Keyed>(items: readonly Item[]): Map<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    let name = item.key;
    for (let count = 2; found.has(name); count++) name = `${item.key} ${count}`;
    found.set(name, item);
  }
  return found;
}

function byLooseKey<Item extends Keyed>(items: Iterable<Item>, rank: number): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = item.looseKeys?.[rank];
    if (key === undefined) continue;
    const known = found.get(key);
    if (known === undefined) found.set(key, [item]);
    else known.push(item);
  }
  return found;
}
