import type { Caller } from "./access/access.ts";
import { Authenticator, type AuthSnapshot } from "./auth/authenticator.ts";
import { DataStores, type DataStoresSnapshot } from "./data-store/data-stores.ts";
import { DataValues, type DataValuesSnapshot } from "./data-values/data-values.ts";
import { Planner } from "./fields/plan.ts";
import type { ServerRequest } from "./http/request.ts";
import { JobLog, type JobLogSnapshot } from "./jobs/job-log.ts";
import { runAtOnce, runDueJobs } from "./jobs/runner.ts";
import { works } from "./jobs/works.ts";
import type { Aliases } from "./query/aliases.ts";
import { formatDate } from "./query/date.ts";
import { refuseUnknownField } from "./resources/strict.ts";
import { Schemas } from "./schema/schema.ts";
import type { ServerData } from "./server-data.ts";
import { type Configuration, initialConfiguration } from "./settings/configuration.ts";
import { Settings, type SettingsSnapshot } from "./settings/settings.ts";
import { Store, type StoreSnapshot } from "./store/store.ts";
import { makeUid, makeUuid, SeededRandom } from "./store/uid.ts";
import type { Operations } from "./strict/operations.ts";
import { bootLocales, type DbLocale } from "./system/db-locales.ts";

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
  /** What a strict server holds queries to; undefined to hold them to nothing. */
  readonly operations: Operations | undefined;
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
  readonly dataValues: DataValues = new DataValues();
  /** Users who have begun to enrol a second factor, by UID. */
  readonly enrolling: Set<string> = new Set();
  /** Short names of long queries. */
  readonly aliases: Aliases = new Map();
  /** Origins whose pages may call the server. */
  readonly origins: Set<string> = new Set();
  readonly settings: Settings;
  readonly jobs: JobLog;
  /** Languages into which metadata may be translated. */
  dbLocales: readonly DbLocale[];
  /** Replaced as a whole when it is brought back. */
  configuration: Configuration;
  readonly strict: boolean;
  readonly operations: Operations | undefined;
  readonly clock: () => number;
  readonly random: () => number;
  readonly #source: SeededRandom;
  /** Jobs that run once the request is answered. */
  readonly #starting: string[] = [];

  constructor({ data, strict, operations, clock, randomSeed }: ServerSettings) {
    this.schemas = new Schemas(data);
    this.store = new Store(this.schemas);
    this.planner = new Planner(this.schemas, strict ? refuseUnknownField : undefined);
    this.#source = new SeededRandom(randomSeed);
    this.random = this.#source.next;
    this.authenticator = new Authenticator(this.store, this.random, clock);
    this.dataStores = new DataStores(this.schemas);
    this.strict = strict;
    this.operations = operations;
    this.clock = clock;
    this.settings = new Settings(this.schemas);
    this.jobs = new JobLog(clock());
    this.configuration = initialConfiguration(this.makeUuid());
    this.dbLocales = bootLocales(this);
  }

  /** The time as the server writes it. */
  now(): string {
    return formatDate(this.clock());
  }

  makeUid(): string {
    return makeUid(this.random);
  }

  /** Whether jobs of a type do anything in the sandbox. */
  runs(jobType: string): boolean {
    return works.has(jobType);
  }

  /** Lets a job run as soon as the request is answered that asked for it, if its type does not wait. */
  startNow(job: string): void {
    this.#starting.push(job);
  }

  /** Runs what was started, and what is due by the clock. */
  runJobs(): void {
    for (const job of this.#starting.splice(0)) runAtOnce(job, this, works);
    runDueJobs(this, works);
  }

  makeUuid(): string {
    return makeUuid(this.random);
  }

  /** The state as {@link restore} takes it. */
  snapshot(): ServerSnapshot {
    return {
      store: this.store.snapshot(),
      auth: this.authenticator.snapshot(),
      dataStores: this.dataStores.snapshot(),
      dataValues: this.dataValues.snapshot(),
      enrolling: [...this.enrolling],
      aliases: [...this.aliases],
      origins: [...this.origins],
      settings: this.settings.snapshot(),
      jobs: this.jobs.snapshot(),
      configuration: { ...this.configuration },
      dbLocales: this.dbLocales,
      random: this.#source.state,
    };
  }

  restore({
    store,
    auth,
    dataStores,
    dataValues,
    enrolling,
    aliases,
    origins,
    settings,
    jobs,
    configuration,
    dbLocales,
    random,
  }: ServerSnapshot): void {
    this.store.restore(store);
    this.authenticator.restore(auth);
    this.dataStores.restore(dataStores);
    this.dataValues.restore(dataValues);
    refill(this.enrolling, enrolling);
    refill(this.origins, origins);
    this.aliases.clear();
    for (const [id, target] of aliases) this.aliases.set(id, target);
    this.settings.restore(settings);
    this.jobs.restore(jobs);
    this.configuration = { ...configuration };
    this.dbLocales = dbLocales;
    this.#source.state = random;
  }
}

/** A state of a server. */
export interface ServerSnapshot {
  readonly store: StoreSnapshot;
  readonly auth: AuthSnapshot;
  readonly dataStores: DataStoresSnapshot;
  readonly dataValues: DataValuesSnapshot;
  readonly enrolling: readonly string[];
  readonly aliases: readonly (readonly [string, string])[];
  readonly origins: readonly string[];
  readonly settings: SettingsSnapshot;
  readonly jobs: JobLogSnapshot;
  readonly configuration: Configuration;
  readonly dbLocales: readonly DbLocale[];
  readonly random: number;
}

function refill(target: Set<string>, items: readonly string[]): void {
  target.clear();
  for (const item of items) target.add(item);
}
