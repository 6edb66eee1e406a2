import { json } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";
import { hasMediaType } from "../http/request.ts";
import type { Handler, Route } from "../http/routes.ts";
import { MalformedJson, parseLocated } from "../json/located-json.ts";
import type { Exchange } from "../server.ts";
import { isObject, type Json, textOf } from "../store/values.ts";

/** `POST /api/auth/login`: starts a session. */
const login: Handler = (exchange) => {
  const { request, server } = exchange;
  if (!hasMediaType(request, "application/json"))
    throw new Refusal(
      415,
      `Content-Type '${request.headers.get("content-type") ?? ""};charset=UTF-8' is not supported`,
    );
  const body = readLogin(exchange);
  const [username, password] = isObject(body) ? [textOf(body, "username"), textOf(body, "password")] : [];
  const user =
    username === undefined || password === undefined
      ? undefined
      : server.authenticator.userOf(username, password);
  if (user === undefined) throw new Refusal(401, "Bad credentials");
  const session = server.authenticator.startSession(user);
  return json({ loginStatus: "SUCCESS", redirectUrl: "/" }, 200, {
    "Set-Cookie": `JSESSIONID=${session}; Path=/; HttpOnly; SameSite=Lax`,
  });
};

function readLogin({ request }: Exchange): Json {
  try {
    return parseLocated(request.text).value;
  } catch (error) {
    if (!(error instanceof MalformedJson)) throw error;
    throw new Refusal(400, error.syntax ? `JSON parse error: ${error.problem}` : missingBody);
  }
}

/** What Spring says of a body that is not there: it names the method that wanted it. */
const missingBody = [
  "Required request body is missing: public org.hisp.dhis.webapi.controller.security.LoginResponse",
  "org.hisp.dhis.webapi.controller.security.AuthenticationController.login(jakarta.servlet.http.HttpServletRequest,jakarta.servlet.http.HttpServletResponse,org.hisp.dhis.webapi.controller.security.LoginRequest)",
].join(" ");

/** Signing in by a session. */
export const loginRoutes: readonly Route[] = [
  { method: "POST", path: "/auth/login", handler: login, public: true },
];
