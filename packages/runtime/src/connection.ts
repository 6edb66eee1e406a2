import type { ResourceTable, ServerDescription } from "@dhis2w/query";
import type { ValidationMode, Validator } from "./validation/validator.ts";

/** The methods that DHIS2 answers. */
export type HttpMethod = "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Time as the client sees it; tests hand in their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after that many milliseconds; rejects with the signal's reason as soon as it aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** A value of a query parameter; `undefined` leaves it out, an array repeats it. */
export type QueryValue = string | number | boolean | undefined | readonly (string | number | boolean)[];

/** What every call takes. */
export interface CallOptions {
  /** Ends the call; the error keeps the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call, retries included; the client's `timeout` by default. */
  readonly timeout?: number | undefined;
  /** For calls of resources that read or write objects: instead of the mode of the client's `validation`. */
  readonly validation?: ValidationMode | undefined;
}

/** In what form the body of a success may be asked for, by what it then is. */
export interface BodyForms {
  readonly text: string;
  readonly blob: Blob;
  readonly arrayBuffer: ArrayBuffer;
  /** As it comes. The call has ended by then: neither `timeout` nor `signal` ends the stream, `cancel()` does. */
  readonly stream: ReadableStream<Uint8Array>;
}

/** What a body comes as; without a form JSON is parsed, other text stays text, and nothing is `undefined`. */
export type BodyAs<Form extends keyof BodyForms | undefined> = Form extends keyof BodyForms
  ? BodyForms[Form]
  : unknown;

/** What a request takes beside method and path. */
export interface RequestOptions<Form extends keyof BodyForms | undefined = keyof BodyForms | undefined>
  extends CallOptions {
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** Sent as JSON unless it is a text, a Blob, FormData or URLSearchParams. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Repeat this request like a safe one although its method is not. */
  readonly retryWrite?: boolean;
  /** For images, archives and other files: the body in this form, whatever its type, and `Accept` of any type. */
  readonly parseAs?: Form;
}

/**
 * An answer with its status; `body` is in the form that was asked for, or the parsed JSON, the text of another kind,
 * or `undefined` when empty.
 */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/**
 * A signed-in way to one server: what accessors and stand-alone functions are built on.
 * Every client is one.
 */
export interface Connection {
  /** Up to and without `/api`: `https://dhis2.example.org/hmis`. */
  readonly baseUrl: string;
  readonly server: ServerDescription;
  readonly resourceTable: ResourceTable;
  readonly clock: Clock;
  /** Looks at what resources read and write; absent where no schemas were handed over. */
  readonly validator?: Validator | undefined;
  /** Calls any endpoint and gives the parsed body. `path` is as on the server, `/api/system/ping`. */
  request(method: HttpMethod, path: string, options?: RequestOptions): Promise<unknown>;
  /** The same with status and headers. */
  send(method: HttpMethod, path: string, options?: RequestOptions): Promise<Answer>;
}
