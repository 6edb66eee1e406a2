import { createQuerySerializer } from "openapi-fetch";
import type { RequestOptions } from "../connection.ts";
import { Dhis2ParseError } from "../errors/classes.ts";
import { type Asked, errorFromAnswer } from "../errors/from-answer.ts";
import type { Redact } from "../errors/redaction.ts";

/** A body as it goes out, and the type that goes with it; `null` leaves the type to the platform. */
export function writeBody(
  method: string,
  body: unknown,
): { readonly body: unknown; readonly contentType?: string | null } {
  if (body === undefined) return { body };
  const raw =
    [Blob, FormData, URLSearchParams].some((type) => body instanceof type) || typeof body === "string";
  if (raw) return { body, contentType: null };
  return {
    body: JSON.stringify(body),
    // PATCH with plain JSON is a 415: DHIS2 takes JSON Patch only.
    contentType: method === "PATCH" ? "application/json-patch+json" : "application/json",
  };
}

/** `filter=a&filter=b`: arrays repeat, `undefined` is left out, values are encoded. */
export const writeQuery: (query: RequestOptions["query"]) => string = /* @__PURE__ */ createQuerySerializer();

/** Whether the body of an answer goes to the caller unread; errors and pages are read whatever is asked for. */
export const isLeftUnread = (response: Response, form: RequestOptions["parseAs"]): boolean =>
  form === "stream" && response.ok && !isPage(response);

/**
 * Reads a success in the form that was asked for; without one JSON, text of another kind, or `undefined` when empty.
 *
 * @throws Dhis2ParseError `PARSE.HTML`, `PARSE.JSON`; Dhis2AuthError `AUTH.LOGIN_PAGE`.
 */
export async function readAnswer(
  asked: Asked,
  response: Response,
  form: RequestOptions["parseAs"],
  redact: Redact,
): Promise<unknown> {
  if (form === undefined) return readBody(asked, response, await response.text(), redact);
  if (isPage(response) && isLoginPage(await response.clone().text()))
    throw errorFromAnswer(asked, 302, undefined);
  return form === "stream" ? (response.body ?? new Blob().stream()) : response[form]();
}

const isPage = ({ headers }: Response): boolean => /\bhtml\b/i.test(headers.get("Content-Type") ?? "");

/** By its password field. */
const isLoginPage = (text: string): boolean => /type=["']?password|dhis-web-login/i.test(text);

function readBody(asked: Asked, response: Response, text: string, redact: Redact): unknown {
  const { method, path, url } = asked;
  const { status, headers } = response;
  if (text === "") return undefined;
  const received = redact(text);
  const fail = (code: string, what: string, cause?: unknown) =>
    new Dhis2ParseError(code, `${method} ${path} → ${status}: ${what}`, { method, url, received, cause });
  if (/^\s*<(?:!doctype html|html)/i.test(text)) {
    if (/\.html$/.test(path)) return text;
    if (isLoginPage(text)) throw errorFromAnswer(asked, 302, undefined);
    throw fail("PARSE.HTML", "the server sent an HTML page instead of data");
  }
  if (!/\bjson\b/i.test(headers.get("Content-Type") ?? "json")) return text;
  try {
    return JSON.parse(text);
  } catch {
    // `pong` and other bare texts are labelled as JSON too (BUG-200).
    if (!/^\s*["{[]/.test(text)) return text;
    throw fail("PARSE.JSON", `the JSON breaks off or is malformed after ${text.length} characters`);
  }
}
