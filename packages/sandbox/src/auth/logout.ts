import type { Answer } from "../http/answer.ts";
import { pageOf } from "../http/container.ts";
import type { Server } from "../server.ts";

/** Where a session ends, beside `/api`. */
export const logoutPath = "/dhis-web-commons-security/logout.action";

/** Ends the session of a cookie; older releases refuse methods other than GET with a page of their web server. */
export function logout(input: Request, baseUrl: string, server: Server): Answer {
  const toLogin = !server.schemas.has("logoutLeadsHome");
  if (toLogin && input.method !== "GET")
    return {
      status: 405,
      headers: { "Content-Type": "text/html;charset=iso-8859-1" },
      body: pageOf(`Error 405 HTTP method ${input.method} is not supported by this URL`),
    };
  const session = /(?:^|;\s*)JSESSIONID=([^;]+)/.exec(input.headers.get("cookie") ?? "")?.[1];
  if (session !== undefined) server.authenticator.endSession(session);
  if (toLogin) {
    const location = `${baseUrl}${String(server.schemas.quirk("loginRedirectPath"))}`;
    return { status: 302, headers: { Location: location }, body: undefined };
  }
  const cookie = "JSESSIONID=; Expires=Thu, 01 Jan 1970 00:00:10 GMT; Path=/";
  return { status: 302, headers: { Location: "/", "Set-Cookie": cookie }, body: undefined };
}
