import createFetchClient from "openapi-fetch";
import type { Auth } from "../auth.ts";
import type { Middleware } from "../client-options.ts";
import type { Answer, Connection, RequestOptions } from "../connection.ts";
import { Dhis2AbortError, Dhis2Error, Dhis2NetworkError, Dhis2TimeoutError } from "../errors/classes.ts";
import { type Asked, errorFromAnswer } from "../errors/from-answer.ts";
import { importRows } from "../errors/import-rows.ts";
import { redactCause, redactJson } from "../errors/redaction.ts";
import { unlessAborted } from "../unless-aborted.ts";
import { isLeftUnread, readAnswer, writeBody, writeQuery } from "./body.ts";
import { startDeadline, timeoutOf } from "./deadline.ts";
import { type RetryPolicy, sendWithRetry } from "./retry.ts";

/** What a transport is made of, with nothing left open. */
export interface TransportSettings {
  readonly baseUrl: string;
  readonly auth: Auth;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly timeout: number;
  readonly retry: RetryPolicy;
  readonly middleware: readonly Middleware[];
}

/** The part of an openapi-fetch client that takes any path; its own types want a map of all paths first. */
interface AnyPathClient {
  use(...middleware: readonly Middleware[]): void;
  request(
    method: string,
    url: string,
    init: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly response: Response; readonly error?: unknown }>;
}

/** Builds `send`: one call with sign-in, retry and timeout, and an error of ours for all that can go wrong. */
export function createTransport(settings: TransportSettings): Connection["send"] {
  // Taken out of the settings: a browser's own fetch refuses to be called as a method of something.
  const { baseUrl, auth, retry, fetch } = settings;
  const { origin } = new URL(baseUrl);
  // Bodies are written before: what arrives here is what goes out.
  const client = createFetchClient({ bodySerializer: (body) => body }) as unknown as AnyPathClient;
  client.use(...settings.middleware);

  return async function send(method, path, options = {}) {
    const url = urlOf(baseUrl, path, options.query);
    const sending = writeBody(method, options.body);
    const asked: Asked = { method, path: path.replace(/[?#].*$/s, ""), url: auth.redact(url) };
    const deadline = startDeadline(retry.clock, timeoutOf(options, settings.timeout), options.signal);
    const home = new URL(url).origin === origin;
    let sent = false;

    async function call(): Promise<Answer> {
      const { response, error } = await client.request(method, url, {
        parseAs: "stream",
        redirect: "manual",
        credentials: home ? auth.credentials : "omit",
        signal: deadline.signal,
        headers: {
          Accept: options.parseAs === undefined ? "application/json" : "*/*",
          "Content-Type": sending.contentType,
          ...options.headers,
          // Without it DHIS2 answers the login page where it could say 401.
          "X-Requested-With": "XMLHttpRequest",
        },
        body: sending.body,
        fetch: (request: Request) =>
          sendWithRetry(request, exchange, deadline, retry, options.retryWrite === true),
      });
      const { status, headers } = response;
      if (!response.ok && status !== 304)
        throw errorFromAnswer(
          asked,
          status,
          redactJson(status < 400 ? headers.get("Location") : error, auth.redact),
        );
      const body = await readAnswer(asked, response, options.parseAs, auth.redact);
      // The status of a write says success even where its report says that a part was left out (BUG-206).
      if (method !== "GET" && importRows(body).length > 0)
        throw errorFromAnswer(asked, status, body, "IMPORT.PARTIAL");
      return { status, headers, body };
    }

    /** One attempt: signs, sends, and reads the body to its end, so that a line that drops half-way failed it. */
    async function exchange(request: Request): Promise<Response> {
      if (home) await auth.authorize(request.headers);
      sent = true;
      const response = await fetch(request);
      if (response.type === "opaqueredirect" || isLeftUnread(response, options.parseAs)) return response;
      const { status, statusText, headers } = response;
      const bytes = await response.arrayBuffer();
      return new Response(bytes.byteLength === 0 ? null : bytes, { status, statusText, headers });
    }

    try {
      deadline.signal.throwIfAborted();
      return await unlessAborted(call(), deadline.signal);
    } catch (failure) {
      if (failure instanceof Dhis2Error) throw failure;
      const { url } = asked;
      const subject = `${method} ${asked.path}`;
      if (deadline.expired())
        throw new Dhis2TimeoutError(`${subject} took longer than ${deadline.timeout} ms`, {
          method,
          url,
          timeout: deadline.timeout,
        });
      if (deadline.signal.aborted)
        throw new Dhis2AbortError(`${subject} was aborted`, { method, url, reason: options.signal?.reason });
      const cause = redactCause(failure, auth.redact);
      // What failed before anything was sent is a mistake in the arguments, such as a header that cannot be.
      if (!sent) throw cause;
      throw new Dhis2NetworkError(`${subject} got no whole answer: ${rootOf(cause)}`, { method, url, cause });
    } finally {
      deadline.close();
    }
  };
}

/** @throws TypeError for what is neither a path on the server nor an http(s) address without user name. */
function urlOf(baseUrl: string, path: string, query: RequestOptions["query"]): string {
  if (!/^(?:\/|https?:\/\/[^/@]+(?:\/|$))/i.test(path))
    throw new TypeError("a path begins with a slash: /api/system/info");
  const search = writeQuery(query);
  const url = path.startsWith("/") ? baseUrl + path : path;
  return search === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${search}`;
}

/** The innermost message: `fetch failed` says nothing, its cause does. */
function rootOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? rootOf(cause.cause) : cause.message || cause.name;
}
