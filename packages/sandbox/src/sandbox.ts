import { App } from "./app.ts";
import { builtIn, firstBoot } from "./boot/first-boot.ts";
import { releases } from "./generated/releases.ts";
import { plantSeed, type SeedName } from "./seeds/plant.ts";
import { Server, type ServerSnapshot } from "./server.ts";
import { Operations } from "./strict/operations.ts";

/** A user that a sandbox begins with beside the administrator. */
export interface SandboxUser {
  readonly username: string;
  readonly password: string;
  /** Authorities of the role that is made for the user; none by default. */
  readonly authorities?: readonly string[];
}

/** Something that goes wrong on purpose: the first rule that fits a request and has not run out applies. */
export interface SandboxFault {
  readonly method?: string;
  /** Beginning of the path: `/api/dataElements`. */
  readonly path?: string;
  /** How many requests it strikes; all of them by default. */
  readonly times?: number;
  /** Status of the answer; without one the connection breaks. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How a sandbox is made. */
export interface SandboxOptions {
  /** Major version, one of {@link versions}. */
  readonly version: number;
  /** What it holds beside what a first boot makes. */
  readonly seed?: SeedName;
  /** Refuses what a real server ignores without a word: unknown properties and parameters. */
  readonly strict?: boolean;
  readonly users?: readonly SandboxUser[];
  /** Milliseconds since the epoch; the real time by default. */
  readonly clock?: () => number;
  /** Milliseconds that each answer takes. */
  readonly latency?: number;
  readonly faults?: readonly SandboxFault[];
  /** Origin and context path; links follow the request's own origin. */
  readonly baseUrl?: string;
}

/** One answered request. */
export interface LoggedExchange {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly status: number;
}

/** A DHIS2 server in this process. */
export interface Sandbox {
  /** Base URL for clients; requests never leave the process. */
  readonly baseUrl: string;
  /** Every request since the start or the last reset. */
  readonly log: readonly LoggedExchange[];
  /** Answers a request; takes what the global `fetch` takes. */
  readonly fetch: typeof globalThis.fetch;
  /** Goes back to the state it was made with, or to a snapshot. */
  reset(snapshot?: SandboxSnapshot): void;
  /** The state as it is now. */
  snapshot(): SandboxSnapshot;
}

/** A state of a sandbox, for {@link Sandbox.reset}. */
export type SandboxSnapshot = ServerSnapshot;

/** Major versions that there is a sandbox of, oldest first. */
export const versions: readonly number[] = Object.keys(releases).map(Number);

/** Starts a server of a release in memory, with what its first boot makes: sign in as admin / district. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const release = releases[options.version];
  if (release === undefined)
    throw new RangeError(`There is no sandbox of version ${options.version}, only of ${versions.join(", ")}`);
  const { serverData } = await release.data();
  const baseUrl = (options.baseUrl ?? "http://sandbox.dhis2.test").replace(/\/+$/, "");
  const strict = options.strict ?? false;
  const server = new Server({
    data: serverData,
    strict,
    operations: strict ? await Operations.of(options.version) : undefined,
    clock: options.clock ?? Date.now,
    randomSeed: options.version,
  });
  firstBoot(server);
  addUsers(server, options.users ?? []);
  if (options.seed !== undefined) {
    const app = new App(server, "");
    await plantSeed(server, options.seed, (request) => app.fetch(request));
  }
  return new InProcessSandbox(server, baseUrl, options);
}

function addUsers(server: Server, users: readonly SandboxUser[]): void {
  const now = server.now();
  for (const { username, password, authorities = [] } of users) {
    const role = server.makeUid();
    const uid = server.makeUid();
    const common = { created: now, lastUpdated: now, lastUpdatedBy: { id: builtIn.admin } };
    server.store.put(server.schemas.model("UserRole"), role, {
      ...common,
      id: role,
      name: `Role of ${username}`,
      authorities,
    });
    server.store.put(server.schemas.model("User"), uid, {
      ...common,
      id: uid,
      username,
      firstName: username,
      surname: username,
      userRoles: [{ id: role }],
    });
    server.authenticator.setPassword(uid, password);
  }
}

class InProcessSandbox implements Sandbox {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly #server: Server;
  readonly #app: App;
  readonly #latency: number;
  readonly #initial: SandboxSnapshot;
  readonly #faults: { readonly fault: SandboxFault; left: number }[];
  #log: LoggedExchange[] = [];

  constructor(server: Server, baseUrl: string, { latency = 0, faults = [] }: SandboxOptions) {
    this.baseUrl = baseUrl;
    this.#server = server;
    this.#app = new App(server, new URL(baseUrl).pathname.replace(/\/$/, ""));
    this.#latency = latency;
    this.#faults = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
    this.#initial = this.snapshot();
    this.fetch = (input, init) => this.#fetch(input, init);
  }

  get log(): readonly LoggedExchange[] {
    return this.#log;
  }

  snapshot(): SandboxSnapshot {
    return this.#server.snapshot();
  }

  reset(snapshot: SandboxSnapshot = this.#initial): void {
    this.#server.restore(snapshot);
    this.#log = [];
  }

  async #fetch(...[input, init]: Parameters<typeof globalThis.fetch>): Promise<Response> {
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
    request.signal.throwIfAborted();
    if (this.#latency > 0) await delay(this.#latency, request.signal);
    const url = new URL(request.url);
    const response = this.#fault(request.method, url.pathname) ?? (await this.#app.fetch(request));
    this.#log.push({ method: request.method, path: `${url.pathname}${url.search}`, status: response.status });
    return response;
  }

  #fault(method: string, path: string): Response | undefined {
    const hit = this.#faults.find(
      ({ fault, left }) =>
        left > 0 && (fault.method ?? method) === method && path.startsWith(fault.path ?? ""),
    );
    if (hit === undefined) return undefined;
    hit.left -= 1;
    const { status, headers, body } = hit.fault;
    if (status === undefined) throw new TypeError("fetch failed");
    return new Response(body ?? null, { status, ...(headers === undefined ? {} : { headers }) });
  }
}

function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    signal.addEventListener("abort", stop, { once: true });
  });
}
