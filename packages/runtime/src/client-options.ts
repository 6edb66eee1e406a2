import type { Auth } from "./auth.ts";
import type { Clock } from "./connection.ts";
import type { Dhis2VersionError } from "./errors/classes.ts";
import type { Validator } from "./validation/validator.ts";
import type { VersionCheck } from "./version.ts";

/** How to reach a server. */
export interface ClientOptions {
  /** `https://dhis2.example.org/hmis`, with or without `/api` and trailing slash. */
  readonly baseUrl: string;
  readonly auth: Auth;
  /** Instead of the platform's own; must leave `redirect: "manual"` as it is. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Milliseconds for each call, retries included; 120,000 by default. */
  readonly timeout?: number;
  /** How safe requests are repeated; `false` for never. */
  readonly retry?: RetryOptions | false;
  /** Sees every request and answer. */
  readonly middleware?: readonly Middleware[];
  readonly clock?: Clock;
  /** Looks at what is read and written, by schemas from `/schemas/*`: `validateWith({ schemas })`. Off by default. */
  readonly validation?: Validator;
  /** From 0 to below 1, for the jitter of retries; `Math.random` by default. */
  readonly random?: () => number;
}

/** What `connect` takes. */
export interface ConnectOptions extends ClientOptions {
  /** `strict` by default. */
  readonly versionCheck?: VersionCheck;
  /** Called once with `VERSION.MISMATCH` or `VERSION.UNKNOWN` under `versionCheck: "warn"`. */
  readonly onWarning?: (warning: Dhis2VersionError) => void;
}

/** When and how often a request that failed is sent again. */
export interface RetryOptions {
  /** How many times at most after the first; 3 by default, 0 for never. */
  readonly limit?: number;
  /** Milliseconds before the first repetition, doubled each time, of which half is random; 300 by default. */
  readonly delay?: number;
}

/** Sees each request before it goes out and each answer before it is read; may replace either. */
export interface Middleware {
  onRequest?(event: { readonly request: Request }): Request | undefined | Promise<Request | undefined>;
  onResponse?(event: {
    readonly request: Request;
    readonly response: Response;
  }): Response | undefined | Promise<Response | undefined>;
}
