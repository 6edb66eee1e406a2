import type { ServerRequest } from "../http/request.ts";
import type { Json, JsonObject } from "../store/values.ts";

/** Which job something belongs to. */
export interface JobKey {
  readonly type: string;
  readonly id: string;
}

/** What a job told of its work at one moment, as the server shows it. */
export interface Notification extends JsonObject {
  readonly completed: boolean;
}

/** What went wrong with one object that a job handled. */
export interface JobError extends JsonObject {
  readonly id: string;
  readonly code: string;
  readonly type: string;
  readonly args: readonly string[];
  readonly message: string;
}

/** The request that a job was made for, which holds what it works on. */
export interface JobInput {
  readonly request: ServerRequest;
  /** UID of who asked. */
  readonly user: string;
}

/** What is known of one job beside its configuration. */
export interface JobRecord {
  /** Newest first. */
  readonly notifications: readonly Notification[];
  readonly summary?: JsonObject;
  readonly progress?: JsonObject;
  readonly errors: readonly JobError[];
  readonly input?: JobInput;
}

const nothing: JobRecord = { notifications: [], errors: [] };

/** What {@link JobLog.restore} brings back. */
export interface JobLogSnapshot {
  readonly records: ReadonlyMap<string, ReadonlyMap<string, JobRecord>>;
  readonly results: ReadonlyMap<string, Json>;
  readonly lastNumber: number;
  readonly lastTick: number;
}

/** What jobs told and what came of them, by type and job; records are replaced, never changed. */
export class JobLog {
  #records: Map<string, Map<string, JobRecord>> = new Map();
  #results: Map<string, Json> = new Map();
  #lastNumber = 0;
  /** When the scheduler last looked for work, in ms. */
  lastTick: number;

  constructor(now: number) {
    this.lastTick = now;
  }

  /** What is known of a job; of one that nobody knows, nothing. */
  record({ type, id }: JobKey): JobRecord {
    return this.#records.get(type)?.get(id) ?? nothing;
  }

  /** Adds to what is known of a job. */
  update(key: JobKey, change: Partial<JobRecord>): void {
    const ofType = this.#records.get(key.type) ?? new Map<string, JobRecord>();
    ofType.set(key.id, { ...this.record(key), ...change });
    this.#records.set(key.type, ofType);
  }

  /** Every type with jobs that are known, and these. */
  all(): ReadonlyMap<string, ReadonlyMap<string, JobRecord>> {
    return this.#records;
  }

  /** The jobs of a type that are known. */
  ofType(type: string): ReadonlyMap<string, JobRecord> {
    return this.#records.get(type) ?? new Map();
  }

  /** Forgets what jobs told: of one, of a type, or of all. */
  clear(type?: string, id?: string): void {
    for (const [name, records] of this.#records) {
      if (type !== undefined && name !== type) continue;
      for (const [job, { summary: _, ...record }] of records)
        if (id === undefined || job === id) records.set(job, { ...record, notifications: [] });
    }
  }

  /** What came of a piece of work that is asked for by name rather than by job. */
  result(name: string): Json | undefined {
    return this.#results.get(name);
  }

  /** Names under a prefix that have a result, in the order of their making. */
  resultNames(prefix: string): string[] {
    return [...this.#results.keys()]
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
  }

  putResult(name: string, value: Json): void {
    this.#results.delete(name);
    this.#results.set(name, value);
  }

  /** A number that no job had: the time, or one more than the last. */
  nextNumber(now: number): number {
    this.#lastNumber = Math.max(this.#lastNumber + 1, now);
    return this.#lastNumber;
  }

  /** The state as {@link restore} takes it. */
  snapshot(): JobLogSnapshot {
    return {
      records: copied(this.#records),
      results: new Map(this.#results),
      lastNumber: this.#lastNumber,
      lastTick: this.lastTick,
    };
  }

  restore({ records, results, lastNumber, lastTick }: JobLogSnapshot): void {
    this.#records = copied(records);
    this.#results = new Map(results);
    this.#lastNumber = lastNumber;
    this.lastTick = lastTick;
  }
}

const copied = (
  records: ReadonlyMap<string, ReadonlyMap<string, JobRecord>>,
): Map<string, Map<string, JobRecord>> =>
  new Map([...records].map(([type, ofType]) => [type, new Map(ofType)]));
