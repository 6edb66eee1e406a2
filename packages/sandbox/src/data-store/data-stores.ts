import type { Schemas } from "../schema/schema.ts";
import { Entries, type EntriesSnapshot } from "./entries.ts";

/** The data store of a server, which all share, and one for each user. */
export class DataStores {
  readonly shared: Entries;
  readonly #schemas: Schemas;
  #personal = new Map<string, Entries>();

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
    this.shared = this.#make();
  }

  /** The store of one user, by UID. */
  of(user: string): Entries {
    const known = this.#personal.get(user);
    if (known !== undefined) return known;
    const made = this.#make();
    this.#personal.set(user, made);
    return made;
  }

  snapshot(): DataStoresSnapshot {
    return {
      shared: this.shared.snapshot(),
      personal: new Map([...this.#personal].map(([user, entries]) => [user, entries.snapshot()])),
    };
  }

  restore({ shared, personal }: DataStoresSnapshot): void {
    this.shared.restore(shared);
    this.#personal = new Map();
    for (const [user, entries] of personal) this.of(user).restore(entries);
  }

  #make(): Entries {
    const model = this.#schemas.bySingular("dataStore");
    if (model === undefined) throw new RangeError("The model of this release has no data store");
    return new Entries(model);
  }
}

/** What {@link DataStores.restore} brings back. */
export interface DataStoresSnapshot {
  readonly shared: EntriesSnapshot;
  readonly personal: ReadonlyMap<string, EntriesSnapshot>;
}
