import { Diagnostic } from "../diagnostic.ts";

/** What an answer that is no success means for the person at the terminal. */
export function httpProblem(
  url: string,
  { status, headers }: { readonly status: number; readonly headers: Headers },
  body: string,
): Diagnostic {
  if (status === 401)
    return new Diagnostic({
      code: "SERVER.UNAUTHORIZED",
      summary: `${url} does not know this user`,
      why: said(body) ?? "User name, password or token is wrong, or expired.",
      next: "Check DHIS2_PAT, or DHIS2_USERNAME and DHIS2_PASSWORD.",
    });
  if (status === 403)
    return new Diagnostic({
      code: "SERVER.FORBIDDEN",
      summary: `This user may not read ${url}`,
      why: said(body) ?? "The server answered 403.",
      next: "Sign in as a user who may read metadata.",
    });
  if (status >= 300 && status < 400) {
    const target = headers.get("location");
    return new Diagnostic({
      code: "SERVER.REDIRECT",
      summary: `${url} sends elsewhere`,
      why: target === null ? `It answered ${status}.` : `It answered ${status} to ${target}.`,
      next: "If the server has moved, give its new address; if it is a login page, check the sign-in.",
    });
  }
  if (body.trimStart().startsWith("<") && status === 404) return notJson(url);
  return new Diagnostic({
    code: "SERVER.REFUSED",
    summary: `${url} answered ${status}`,
    why: said(body) ?? "The answer does not say why.",
    next: status >= 500 ? "Look into the server's log, or try again later." : "Check the address.",
  });
}

/** A page instead of data. */
export const notJson = (url: string): Diagnostic =>
  new Diagnostic({
    code: "SERVER.HTML",
    summary: `${url} answered with a page, not with data`,
    why: "A login page, a proxy's page, or an address that is not that of a DHIS2 server.",
    next: "Check the address: it is the one that a browser opens DHIS2 at, without /dhis-web-….",
  });

/** Of what a server says no more is shown. */
const longest = 500;

/** What DHIS2 says in its JSON errors. */
function said(body: string): string | undefined {
  try {
    const { message }: { message?: unknown } = Object(JSON.parse(body));
    if (typeof message !== "string" || message === "") return undefined;
    return message.length > longest ? `${message.slice(0, longest)}…` : message;
  } catch {
    return undefined;
  }
}
