import type { Answer, HttpMethod } from "../connection.ts";
import { type AnswerFacts, Dhis2AuthError, Dhis2HttpError, Dhis2ImportError } from "./classes.ts";
import { httpCodes } from "./codes.ts";
import { type ImportRow, importRows } from "./import-rows.ts";

/** The request that an answer belongs to, as messages name it. */
export interface Asked {
  readonly method: HttpMethod;
  /** As the caller gave it, without query. */
  readonly path: string;
  readonly url: string;
}

/** The error that an answer is. */
export function errorFromAnswer({ method, path, url }: Asked, answer: Answer): Dhis2HttpError {
  const { status, body } = answer;
  const code = codeOf(answer);
  const envelope = (typeof body === "object" && body !== null ? body : {}) as Readonly<
    Record<string, unknown>
  >;
  const said = whatTheServerSaid(answer, envelope);
  const serverCode = typeof envelope.errorCode === "string" ? envelope.errorCode : undefined;
  const reported = importRows(body);
  const facts: AnswerFacts = {
    method,
    url,
    status,
    body,
    serverCode,
    // A conflict without a report still has something to say: its one row.
    rows:
      reported.length > 0 || status !== 409
        ? reported
        : [{ ...unknownObject, code: serverCode, message: said }],
  };
  const details = [said, summary(reported)].filter((part) => part !== "").join(" ");
  const message = `${method} ${path} → ${status} ${reasonPhrase(code)}: ${details}`;
  if (code.startsWith("AUTH.")) return new Dhis2AuthError(code, message, facts);
  return facts.rows.length > 0
    ? new Dhis2ImportError(code, message, facts)
    : new Dhis2HttpError(code, message, facts);
}

/** The error of a success that left out a part of what was sent; `undefined` where it left out nothing. */
export function errorFromPartialImport(
  { method, path, url }: Asked,
  answer: Answer,
): Dhis2ImportError | undefined {
  const { status, body } = answer;
  const rows = importRows(body);
  if (rows.length === 0) return undefined;
  const message = `${method} ${path} → ${status}, but the server left out a part: ${summary(rows)}`;
  return new Dhis2ImportError("IMPORT.PARTIAL", message, {
    method,
    url,
    status,
    body,
    serverCode: undefined,
    rows,
  });
}

const unknownObject: Omit<ImportRow, "message"> = {
  type: undefined,
  uid: undefined,
  index: undefined,
  property: undefined,
  code: undefined,
};

function codeOf({ status, headers }: Answer): string {
  if (status < 400) return isLoginPage(headers.get("Location")) ? "AUTH.LOGIN_PAGE" : "HTTP.REDIRECT";
  return httpCodes[status] ?? (status < 500 ? "HTTP.CLIENT_ERROR" : "HTTP.SERVER_ERROR");
}

/** Whether a redirect leads to the login page. Browsers hide where it goes; with DHIS2 it is that. */
export function isLoginPage(location: string | null): boolean {
  return location === null || /login|\/index\.html$/i.test(location);
}

/** `HTTP.NOT_FOUND` as `Not Found`; HTTP/2 sends no phrase of its own. */
function reasonPhrase(code: string): string {
  return code
    .replace(/^.*\./, "")
    .toLowerCase()
    .replace(/(?:^|_)(.)/g, (_, first: string) => ` ${first.toUpperCase()}`)
    .trim();
}

function whatTheServerSaid(
  { status, headers, body }: Answer,
  envelope: Readonly<Record<string, unknown>>,
): string {
  if (status < 400) {
    const location = headers.get("Location");
    return isLoginPage(location)
      ? "the server sent its login page: no sign-in was given, or it is no longer valid"
      : `the server redirects to ${location?.replace(/\/\/[^/@]*@/, "//")}, which is not followed; if it has moved, that is the new baseUrl`;
  }
  for (const key of ["message", "devMessage", "error_description", "error"]) {
    const said = envelope[key];
    if (typeof said === "string" && said !== "") return said;
  }
  const text =
    typeof body === "string" ? (/<title>([^<]+)/i.exec(body)?.[1] ?? body).trim().slice(0, 300) : "";
  return text || "the server gave no reason";
}

/** The first three findings in one line. */
function summary(rows: readonly ImportRow[]): string {
  const lines = rows.slice(0, 3).map(({ property, message, code, uid }) => {
    const subject = [uid, property].filter((part) => part !== undefined && !message.includes(part)).join(" ");
    return `${subject}${subject && ": "}${message}${code === undefined ? "" : ` (${code})`}`;
  });
  if (rows.length > 3) lines.push(`and ${rows.length - 3} more`);
  return lines.join("; ");
}
