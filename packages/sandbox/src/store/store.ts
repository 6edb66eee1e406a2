import type { Model } from "../schema/model.ts";
import type { Referrer, Schemas } from "../schema/schema.ts";
import { idOf, idsOf, isList, isObject, type Json, textOf, type Values } from "./values.ts";

/** An object as it is stored. */
export interface Stored {
  readonly model: Model;
  readonly uid: string;
  readonly values: Values;
  /** Place in the order in which the objects of its type were made. */
  readonly serial: number;
}

interface Table {
  readonly rows: Map<string, Stored>;
  /** By property, then by value: who has it. */
  readonly unique: Map<string, Map<string, string>>;
}

const nobody: ReadonlySet<string> = new Set();

/** What {@link Store.restore} brings back. */
export interface StoreSnapshot {
  readonly tables: ReadonlyMap<string, readonly Stored[]>;
  readonly serial: number;
}

/**
 * The objects of a server in memory, by type and UID, with an index of unique values and one of references.
 * Rows are replaced, never changed, so that a snapshot is a list of rows.
 */
export class Store {
  readonly schemas: Schemas;
  #tables = new Map<string, Table>();
  /** `Model.property` → uid referred to → uids that refer. */
  #referrers = new Map<string, Map<string, Set<string>>>();
  #serial = 0;
  #revision = 0;

  constructor(schemas: Schemas) {
    this.schemas = schemas;
  }

  /** Goes up with every change of any object. */
  get revision(): number {
    return this.#revision;
  }

  get(model: Model, uid: string): Stored | undefined {
    return this.#tables.get(model.name)?.rows.get(uid);
  }

  /** Objects of a type in the order in which they were made. */
  all(model: Model): Iterable<Stored> {
    return this.#table(model).rows.values();
  }

  count(model: Model): number {
    return this.#table(model).rows.size;
  }

  /** The object that has a value of a unique property. */
  withUnique(model: Model, property: string, value: string): Stored | undefined {
    const uid = this.#table(model).unique.get(property)?.get(value);
    return uid === undefined ? undefined : this.get(model, uid);
  }

  /** UIDs of the objects that refer to an object by the reference at a path (`DataElement.categoryCombo`). */
  referring(path: string, uid: string): ReadonlySet<string> {
    return this.#referrers.get(path)?.get(uid) ?? nobody;
  }

  /** Stores an object, new or instead of the one that has its UID. */
  put(model: Model, uid: string, values: Values): Stored {
    this.#revision++;
    const table = this.#table(model);
    const before = table.rows.get(uid);
    const row: Stored = { model, uid, values, serial: before?.serial ?? ++this.#serial };
    if (before !== undefined) this.#unindex(table, before, row);
    table.rows.set(uid, row);
    this.#index(table, row, before);
    return row;
  }

  remove(row: Stored): void {
    this.#revision++;
    const table = this.#table(row.model);
    const current = table.rows.get(row.uid);
    if (current === undefined) return;
    table.rows.delete(row.uid);
    this.#unindex(table, current);
  }

  /** Objects that refer to an object, with the property that does. */
  *whoRefers(target: Stored): Iterable<Referrer & { readonly row: Stored }> {
    for (const referrer of this.schemas.referrersOf(target.model)) {
      for (const uid of [...this.referring(referrer.path, target.uid)]) {
        const row = this.get(referrer.model, uid);
        if (row !== undefined) yield { ...referrer, row };
      }
    }
  }

  snapshot(): StoreSnapshot {
    return {
      tables: new Map([...this.#tables].map(([name, table]) => [name, [...table.rows.values()]])),
      serial: this.#serial,
    };
  }

  restore(snapshot: StoreSnapshot): void {
    this.#revision++;
    this.#tables = new Map();
    this.#referrers = new Map();
    this.#serial = snapshot.serial;
    for (const rows of snapshot.tables.values()) {
      for (const row of rows) {
        const table = this.#table(row.model);
        table.rows.set(row.uid, row);
        this.#index(table, row);
      }
    }
  }

  #table(model: Model): Table {
    const known = this.#tables.get(model.name);
    if (known !== undefined) return known;
    const table: Table = { rows: new Map(), unique: new Map() };
    this.#tables.set(model.name, table);
    return table;
  }

  /** Indexes a row, but for the values that the one before it had too. */
  #index(table: Table, row: Stored, before?: Stored): void {
    for (const { name } of this.schemas.uniqueOf(row.model)) {
      const value = row.values[name];
      if (typeof value !== "string" || before?.values[name] === value) continue;
      const holders = table.unique.get(name) ?? new Map<string, string>();
      table.unique.set(name, holders);
      if (!holders.has(value)) holders.set(value, row.uid);
    }
    for (const referrer of this.schemas.outgoingOf(row.model)) {
      if (before !== undefined && isSame(referrer, before, row)) continue;
      for (const target of targets(referrer, row.values)) {
        const byTarget = this.#referrers.get(referrer.path) ?? new Map<string, Set<string>>();
        this.#referrers.set(referrer.path, byTarget);
        const uids = byTarget.get(target) ?? new Set<string>();
        byTarget.set(target, uids);
        uids.add(row.uid);
      }
    }
  }

  /** Takes a row out of the index, but for the values that the one after it has too. */
  #unindex(table: Table, row: Stored, after?: Stored): void {
    for (const { name } of this.schemas.uniqueOf(row.model)) {
      const value = row.values[name];
      if (typeof value !== "string" || after?.values[name] === value) continue;
      const holders = table.unique.get(name);
      if (holders?.get(value) === row.uid) holders.delete(value);
    }
    for (const referrer of this.schemas.outgoingOf(row.model)) {
      if (after !== undefined && isSame(referrer, row, after)) continue;
      for (const target of targets(referrer, row.values))
        this.#referrers.get(referrer.path)?.get(target)?.delete(row.uid);
    }
  }
}

const isSame = ({ property: { name } }: Referrer, one: Stored, other: Stored): boolean =>
  one.values[name] === other.values[name];

/** UIDs that an object refers to by one of its references. */
function targets({ property, inner }: Referrer, values: Values): readonly string[] {
  const value = values[property.name];
  if (inner === undefined) return uidsIn(value);
  const wholes = isList(value) ? value : [value];
  return wholes.flatMap((whole) => (isObject(whole) ? uidsIn(whole[inner.name]) : []));
}

function uidsIn(value: Json | undefined): readonly string[] {
  if (isList(value)) return idsOf(value);
  const uid = idOf(value);
  return uid === undefined ? [] : [uid];
}

/** How messages name an object: `One [DeOne000000] (DataElement)`. */
export function describe(model: Model, values: Values, uid: string | undefined): string {
  const name = textOf(values, "name");
  return `${name === undefined ? "" : `${name} `}[${uid ?? "null"}] (${model.simpleName})`;
}
