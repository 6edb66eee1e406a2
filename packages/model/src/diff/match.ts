/** What matching needs of an item. */
interface Keyed {
  readonly key: string;
  readonly looseKeys?: readonly string[];
  readonly owner?: string;
}

/** The items of two sides, told apart into what only one has and what both have. */
export interface Matched<Item> {
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
  readonly pairs: readonly (readonly [Item, Item])[];
}

/**
 * Finds each item again on the other side: by its key, else by a loose key where that is unique on both sides.
 * Parts are looked for in the counterpart of their owner; those of an owner that has none are left out, for its own
 * removal or addition explains them.
 *
 * @param owners - key of each owner that has a counterpart, and the key of that
 */
export function matchItems<Item extends Keyed>(
  before: readonly Item[],
  after: readonly Item[],
  owners: ReadonlyMap<string, string> | undefined,
): Matched<Item> {
  const came = byKey(
    owners === undefined ? after : ownedBy(after, new Set(owners.values())),
    ({ key }) => key,
  );
  const renamed = ({ key, owner }: Item): string => {
    const counterpart = owner === undefined ? undefined : owners?.get(owner);
    if (owner === undefined || counterpart === undefined || counterpart === owner) return key;
    return key.startsWith(owner) ? counterpart + key.slice(owner.length) : key;
  };
  const pairs: [Item, Item][] = [];
  const left: Item[] = [];
  for (const [name, item] of byKey(
    owners === undefined ? before : ownedBy(before, new Set(owners.keys())),
    renamed,
  )) {
    const twin = came.get(name);
    if (twin === undefined) {
      left.push(item);
      continue;
    }
    pairs.push([item, twin]);
    came.delete(name);
  }
  let gone = left;
  let fresh = [...came.values()];
  for (const rank of [0, 1]) {
    const found = pairByLooseKey(gone, fresh, rank, owners);
    pairs.push(...found);
    const moved = new Set(found.flat());
    gone = gone.filter((item) => !moved.has(item));
    fresh = fresh.filter((item) => !moved.has(item));
  }
  return { removed: gone, added: fresh, pairs };
}

function pairByLooseKey<Item extends Keyed>(
  before: readonly Item[],
  after: readonly Item[],
  rank: number,
  owners: ReadonlyMap<string, string> | undefined,
): [Item, Item][] {
  const candidates = byLooseKey(after, rank, undefined);
  return [...byLooseKey(before, rank, owners)].flatMap(([key, [item, ...more]]): [Item, Item][] => {
    const [twin, ...others] = candidates.get(key) ?? [];
    const isUnique = more.length === 0 && others.length === 0;
    return item === undefined || twin === undefined || !isUnique ? [] : [[item, twin]];
  });
}

const ownedBy = <Item extends Keyed>(items: readonly Item[], owners: ReadonlySet<string>): Item[] =>
  items.filter(({ owner }) => owner === undefined || owners.has(owner));

/** A key that comes twice, such as a format with two charsets, is told apart by its number. */
function byKey<Item extends Keyed>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    let name = key;
    for (let count = 2; found.has(name); count++) name = `${key} ${count}`;
    found.set(name, item);
  }
  return found;
}

function byLooseKey<Item extends Keyed>(
  items: Iterable<Item>,
  rank: number,
  owners: ReadonlyMap<string, string> | undefined,
): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const name = item.looseKeys?.[rank];
    if (name === undefined) continue;
    const owner = item.owner === undefined ? "" : (owners?.get(item.owner) ?? item.owner);
    const key = `${owner}\n${name}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [item]);
    else known.push(item);
  }
  return found;
}
