import type { HttpMethod } from "../connection.ts";
import { type AnswerFacts, Dhis2AuthError, Dhis2HttpError, Dhis2ImportError } from "./classes.ts";
import { httpCodes } from "./codes.ts";
import { errorRow, type ImportRow, importRows } from "./import-rows.ts";

/** The request that an answer belongs to, as messages name it. */
export interface Asked {
  readonly method: HttpMethod;
  /** As the caller gave it, without query. */
  readonly path: string;
  readonly url: string;
}

/** The error that an answer is; the body of a redirect is where it leads, which browsers do not tell. */
export function errorFromAnswer(
  { method, path, url }: Asked,
  status: number,
  body: unknown,
  code: string = codeOf(status, body),
): Dhis2HttpError {
  const envelope: Readonly<Record<string, unknown>> = { ...(body as object | undefined) };
  const serverCode = typeof envelope.errorCode === "string" ? envelope.errorCode : undefined;
  const said = whatIsSaid(code, body, envelope);
  const reported = importRows(body);
  // A conflict without a report still has something to say: its one row.
  const rows =
    reported.length > 0 || status !== 409
      ? reported
      : [errorRow({ errorCode: serverCode, message: said }, {})];
  const facts: AnswerFacts = { method, url, status, body, serverCode, rows };
  const message = `${method} ${path} → ${status} ${reasonPhrase(code)}: ${said}${summary(reported)}`;
  const kind = code.startsWith("AUTH") ? Dhis2AuthError : rows.length > 0 ? Dhis2ImportError : Dhis2HttpError;
  return new kind(code, message, facts);
}

/** Whether a redirect leads to the login page; where a browser hides the way, it does. */
function isLoginPage(location: unknown): boolean {
  return typeof location !== "string" || /login|\/index\.html$/i.test(location);
}

function codeOf(status: number, body: unknown): string {
  if (status < 400) return isLoginPage(body) ? "AUTH.LOGIN_PAGE" : "HTTP.REDIRECT";
  return httpCodes[status] ?? (status < 500 ? "HTTP.CLIENT_ERROR" : "HTTP.SERVER_ERROR");
}

/** `HTTP.NOT_FOUND` as `Not Found`; HTTP/2 sends no phrase of its own. */
function reasonPhrase(code: string): string {
  return code
    .slice(code.indexOf(".") + 1)
    .toLowerCase()
    .replace(/(^|_)(.)/g, (_, gap, first) => (gap && " ") + first.toUpperCase());
}

function whatIsSaid(code: string, body: unknown, envelope: Readonly<Record<string, unknown>>): string {
  if (code === "AUTH.LOGIN_PAGE") return "the server sent its login page: not signed in, or no longer";
  if (code === "HTTP.REDIRECT") return `it leads to ${body}, which is not followed; is that the new baseUrl?`;
  if (code === "IMPORT.PARTIAL") return "the server took it, but left out a part:";
  const { message, devMessage, error_description } = envelope;
  const page =
    typeof body === "string" ? (/<title>([^<]+)/i.exec(body)?.[1] ?? body).trim().slice(0, 300) : "";
  return String(message || devMessage || error_description || page || "the server gave no reason");
}

/** The first three findings in one line. */
function summary(rows: readonly ImportRow[]): string {
  const lines = rows
    .slice(0, 3)
    .map(
      ({ property, message, code }) =>
        `${property ? `${property}: ` : ""}${message}${code ? ` (${code})` : ""}`,
    );
  if (rows.length > 3) lines.push(`and ${rows.length - 3} more`);
  return lines.map((line) => ` ${line}`).join(";");
}
