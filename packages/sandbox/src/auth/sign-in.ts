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
    return authenticator.tokenUser(credentials.trim(), {
      method: request.method,
      referer: request.headers.get("referer") ?? undefined,
    });
  return { kind: "none" };
}

/** Whether a request signs in by a personal access token, whose refusals name the scheme. */
export function usesToken(request: ServerRequest): boolean {
  return /^apitoken\s+\S/i.test(request.headers.get("authorization") ?? "");
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
