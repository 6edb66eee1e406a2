import type { HttpMethod } from "../connection.ts";
import type { ImportRow } from "./import-rows.ts";

/** What an error carries beside code and message; each class names its own. */
export interface ErrorFacts {
  readonly cause?: unknown;
  readonly [fact: string]: unknown;
}

/**
 * Base of every error that this client throws, but for mistakes in arguments, which are `TypeError` or
 * `RangeError`. The code is the contract, the message is for people; neither carries a secret.
 */
export class Dhis2Error extends Error {
  /** `NAMESPACE.SUBCODE`, listed in ERRORS.md. */
  declare readonly code: string;

  constructor(code: string, message: string, facts: ErrorFacts = {}, name: string = "Dhis2Error") {
    const { cause, ...own } = facts;
    super(`${message} [${code}]`, cause === undefined ? {} : { cause });
    // A name that survives minifiers, and stays out of the enumerable facts.
    Object.defineProperty(this, "name", { value: name, configurable: true, writable: true });
    Object.assign(this, { code }, own);
  }

  /** Everything that is known, for logs. */
  toJSON(): Record<string, unknown> {
    const { cause } = this;
    return {
      name: this.name,
      message: this.message,
      ...Object.fromEntries(Object.entries(this)),
      ...(cause === undefined
        ? {}
        : { cause: cause instanceof Error ? `${cause.name}: ${cause.message}` : cause }),
    };
  }
}

/** The server said that it deleted options, and kept them: `OPTION.NOT_DELETED` (BUG-020). */
export interface NotDeletedError extends Dhis2Error {
  /** UIDs of the options that are still there. */
  readonly uids: readonly string[];
}

/** What every error about one request knows. */
export interface RequestFacts extends ErrorFacts {
  readonly method: HttpMethod;
  /** Where the request went, with its query. */
  readonly url: string;
}

/** What an answer that is an error adds. */
export interface AnswerFacts extends RequestFacts {
  readonly status: number;
  readonly body: unknown;
  readonly serverCode: string | undefined;
  readonly rows: readonly ImportRow[];
}

/** The server answered, and the answer is an error: codes `HTTP.*`, and those of the classes below it. */
export class Dhis2HttpError extends Dhis2Error {
  declare readonly status: number;
  declare readonly method: HttpMethod;
  /** Where the request went, with its query. */
  declare readonly url: string;
  /** Parsed JSON, or the text of another kind. */
  declare readonly body: unknown;
  /** DHIS2's own code (`E1005`), where it gave one. */
  declare readonly serverCode: string | undefined;
  /** What the server found wrong, one row a finding; empty where it gave no report. */
  declare readonly rows: readonly ImportRow[];

  constructor(code: string, message: string, facts: AnswerFacts, name: string = "Dhis2HttpError") {
    super(code, message, facts, name);
  }
}

/** Not signed in (`AUTH.UNAUTHORIZED`, `AUTH.LOGIN_PAGE`) or not allowed (`AUTH.FORBIDDEN`). */
export class Dhis2AuthError extends Dhis2HttpError {
  constructor(code: string, message: string, facts: AnswerFacts) {
    super(code, message, facts, "Dhis2AuthError");
  }
}

/**
 * The server refused what was sent, all of it (`HTTP.CONFLICT`) or a part although it answered success
 * (`IMPORT.PARTIAL`): `rows` say what and why.
 */
export class Dhis2ImportError extends Dhis2HttpError {
  constructor(code: string, message: string, facts: AnswerFacts) {
    super(code, message, facts, "Dhis2ImportError");
  }
}

/** No answer, or one that broke off: `NETWORK.FAILED`. */
export class Dhis2NetworkError extends Dhis2Error {
  declare readonly method: HttpMethod;
  declare readonly url: string;

  constructor(message: string, facts: RequestFacts) {
    super("NETWORK.FAILED", message, facts, "Dhis2NetworkError");
  }
}

/** It took longer than the call's `timeout`: `TIMEOUT.EXPIRED`. */
export class Dhis2TimeoutError extends Dhis2Error {
  /** Milliseconds that were allowed. */
  declare readonly timeout: number;

  constructor(
    message: string,
    facts: ErrorFacts & { readonly timeout: number },
    code: string = "TIMEOUT.EXPIRED",
  ) {
    super(code, message, facts, "Dhis2TimeoutError");
  }
}

/** The caller's signal aborted: `ABORT.ABORTED`. */
export class Dhis2AbortError extends Dhis2Error {
  /** `signal.reason` as the caller gave it. */
  declare readonly reason: unknown;

  constructor(message: string, facts: ErrorFacts & { readonly reason: unknown }) {
    super("ABORT.ABORTED", message, facts, "Dhis2AbortError");
  }
}

/** An answer of success that is not what was asked for: HTML, cut JSON, nothing, another shape (`PARSE.*`). */
export class Dhis2ParseError extends Dhis2Error {
  declare readonly method: HttpMethod;
  declare readonly url: string;
  /** What came instead, cut to a thousand characters. */
  declare readonly received: string;

  constructor(code: string, message: string, facts: RequestFacts & { readonly received: string }) {
    super(code, message, { ...facts, received: facts.received.slice(0, 1000) }, "Dhis2ParseError");
  }
}

/** Something that a check on this side refused: `VALIDATION.FAILED`. */
export class Dhis2ValidationError extends Dhis2Error {
  /** Every problem with where it is: `["categories", 0, "id"]`. */
  declare readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];

  constructor(message: string, facts: ErrorFacts & Pick<Dhis2ValidationError, "issues">) {
    super("VALIDATION.FAILED", message, facts, "Dhis2ValidationError");
  }
}

/** The server is of another release than this client (`VERSION.MISMATCH`) or did not say (`VERSION.UNKNOWN`). */
export class Dhis2VersionError extends Dhis2Error {
  /** Major version that this client is made for: 42. */
  declare readonly expected: number;
  /** What the server calls itself: `2.43.1`. */
  declare readonly actual: string | undefined;

  constructor(
    code: string,
    message: string,
    facts: ErrorFacts & Pick<Dhis2VersionError, "expected" | "actual">,
  ) {
    super(code, message, facts, "Dhis2VersionError");
  }
}
