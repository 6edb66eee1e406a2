import type { Caller } from "./access/access.ts";
import { Authenticator, type AuthSnapshot } from "./auth/authenticator.ts";
import { DataStores, type DataStoresSnapshot } from "./data-store/data-stores.ts";
import { Planner } from "./fields/plan.ts";
import type { ServerRequest } from "./http/request.ts";
import type { Aliases } from "./query/aliases.ts";
import { formatDate } from "./query/date.ts";
import { refuseUnknownField } from "./resources/strict.ts";
import { Schemas } from "./schema/schema.ts";
import type { ServerData } from "./server-data.ts";
import { Store, type StoreSnapshot } from "./store/store.ts";
import { makeUid, SeededRandom } from "./store/uid.ts";

/** One request with everything that a handler needs to answer it. */
export interface Exchange {
  readonly request: ServerRequest;
  readonly server: Server;
  readonly caller: Caller;
  /** Segments that stand for names of the route's path. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a server is made with. */
export interface ServerSettings {
  readonly data: ServerData;
  readonly strict: boolean;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Start of the generator of UIDs and keys. */
  readonly randomSeed: number;
}

/** The state of one DHIS2 server. */
export class Server {
  readonly schemas: Schemas;
  readonly store: Store;
  readonly planner: Planner;
  readonly authenticator: Authenticator;
  readonly dataStores: DataStores;
  /** Users who have begun to enrol a second factor, by UID. */
  readonly enrolling: Set<string> = new Set();
  /** Short names of long queries. */
  readonly aliases: Aliases = new Map();
  /** Origins whose pages may call the server. */
  readonly origins: Set<string> = new Set();
  readonly strict: boolean;
  readonly clock: () => number;
  readonly random: () => number;
  readonly #source: SeededRandom;
  /** When the server was made, in milliseconds since the epoch. */
  readonly startedAt: number;

  constructor({ data, strict, clock, randomSeed }: ServerSettings) {
    this.schemas = new Schemas(data);
    this.store = new Store(this.schemas);
    this.planner = new Planner(this.schemas, strict ? refuseUnknownField : undefined);
    this.#source = new SeededRandom(randomSeed);
    this.random = this.#source.next;
    this.authenticator = new Authenticator(this.store, this.random, clock);
    this.dataStores = new DataStores(this.schemas);
    this.strict = strict;
    this.clock = clock;
    this.startedAt = clock();
  }

  /** The time as the server writes it. */
  now(): string {
    return formatDate(this.clock());
  }

  makeUid(): string {
    return makeUid(this.random);
  }

  /** The state as {@link restore} takes it. */
  snapshot(): ServerSnapshot {
    return {
      store: this.store.snapshot(),
      auth: this.authenticator.snapshot(),
      dataStores: this.dataStores.snapshot(),
      enrolling: [...this.enrolling],
      aliases: [...this.aliases],
      origins: [...this.origins],
      random: this.#source.state,
    };
  }

  restore({ store, auth, dataStores, enrolling, aliases, origins, random }: ServerSnapshot): void {
    this.store.restore(store);
    this.authenticator.restore(auth);
    this.dataStores.restore(dataStores);
    refill(this.enrolling, enrolling);
    refill(this.origins, origins);
    this.aliases.clear();
    for (const [id, target] of aliases) this.aliases.set(id, target);
    this.#source.state = random;
  }
}

/** A state of a server. */
export interface ServerSnapshot {
  readonly store: StoreSnapshot;
  readonly auth: AuthSnapshot;
  readonly dataStores: DataStoresSnapshot;
  readonly enrolling: readonly string[];
  readonly aliases: readonly (readonly [string, string])[];
  readonly origins: readonly string[];
  readonly random: number;
}

function refill(target: Set<string>, items: readonly string[]): void {
  target.clear();
  for (const item of items) target.add(item);
}
