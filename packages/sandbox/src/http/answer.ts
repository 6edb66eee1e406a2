import type { Json, JsonObject } from "../store/values.ts";

/** What a handler answers; the server adds the headers that every answer has. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text as sent; undefined for none. */
  readonly body: string | undefined;
}

/** `no-cache, private`: on metadata reads and on everything that was refused. */
export const noCache: Readonly<Record<string, string>> = { "Cache-Control": "no-cache, private" };

/** Caching off altogether, as system resources have it. */
export const noStore: Readonly<Record<string, string>> = {
  "Cache-Control": "no-cache, no-store, max-age=0, must-revalidate",
};

/** A JSON answer. The server writes the content type as its release does. */
export function json(body: Json, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { "Content-Type": jsonType, ...headers }, body: JSON.stringify(body) };
}

/** Stands for the release's own way of writing `application/json` with its charset. */
export const jsonType = "application/json;charset=UTF-8";

/** A text answer of some media type. */
export function text(
  body: string,
  contentType: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers: { "Content-Type": contentType, ...headers }, body };
}

/** An answer without a body. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: undefined };
}

const reasons: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  204: "No Content",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  409: "Conflict",
  412: "Precondition Failed",
  413: "Payload Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Entity",
  500: "Internal Server Error",
  501: "Not Implemented",
};

/** Name of an HTTP status as DHIS2 writes it. */
export function reasonOf(status: number): string {
  return reasons[status] ?? "Error";
}

/** DHIS2's WebMessage: the envelope of everything but data. */
export function envelope(
  status: number,
  outcome: "OK" | "WARNING" | "ERROR",
  rest: JsonObject = {},
): JsonObject {
  return { httpStatus: reasonOf(status), httpStatusCode: status, status: outcome, ...rest };
}

/** A WebMessage as an answer; without caching where it refuses. */
export function webMessage(
  status: number,
  outcome: "OK" | "WARNING" | "ERROR",
  rest: JsonObject = {},
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return json(envelope(status, outcome, rest), status, { ...(status >= 400 ? noCache : {}), ...headers });
}
