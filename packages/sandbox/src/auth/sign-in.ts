import type { ServerRequest } from "../http/request.ts";
import type { Authenticator, SignIn } from "./authenticator.ts";

/** Who a request comes from: a valid session goes before Basic credentials, and these before a token. */
export function signIn(request: ServerRequest, authenticator: Authenticator): SignIn {
  const session = sessionOf(request);
  const sessionUser = session === undefined ? undefined : authenticator.sessionUser(session);
  if (sessionUser !== undefined) return { kind: "user", user: sessionUser };
  const authorization = request.headers.get("authorization") ?? "";
  const [scheme = "", credentials = ""] = authorization.split(/\s+(.*)/s);
  if (/^basic$/i.test(scheme)) {
    const [username, password] = basicCredentials(credentials);
    const user = username === undefined ? undefined : authenticator.userOf(username, password);
    if (user === undefined) return { kind: "refused", status: 401, message: "Unauthorized" };
    return user.values["disabled"] === true
      ? { kind: "refused", status: 401, message: "Account disabled" }
      : { kind: "user", user };
  }
  if (/^apitoken$/i.test(scheme) && credentials !== "")
    return named(
      "ApiToken",
      authenticator.tokenUser(credentials.trim(), {
        method: request.method,
        referer: request.headers.get("referer"),
        address: "127.0.0.1",
      }),
    );
  if (/^bearer$/i.test(scheme))
    return { kind: "refused", status: 401, message: "Unauthorized", scheme: "Bearer" };
  return { kind: "none" };
}

/** A refusal that names the scheme it is about. */
function named(scheme: "ApiToken", outcome: SignIn): SignIn {
  return outcome.kind === "refused" ? { ...outcome, scheme } : outcome;
}

/** The session that a request's cookie names. */
export function sessionOf(request: ServerRequest): string | undefined {
  return /(?:^|;\s*)JSESSIONID=([^;]+)/.exec(request.headers.get("cookie") ?? "")?.[1];
}

function basicCredentials(credentials: string): [string | undefined, string] {
  try {
    const bytes = Uint8Array.from(atob(credentials.trim()), (char) => char.charCodeAt(0));
    const text = new TextDecoder().decode(bytes);
    const colon = text.indexOf(":");
    return colon === -1 ? [undefined, ""] : [text.slice(0, colon), text.slice(colon + 1)];
  } catch {
    return [undefined, ""];
  }
}
