import { json } from "../http/answer.ts";
import { methodNotAllowed, Refusal } from "../http/refusal.ts";
import { hasMediaType } from "../http/request.ts";
import type { Handler, Route } from "../http/routes.ts";
import { MalformedJson, parseLocated } from "../json/located-json.ts";
import type { Exchange } from "../server.ts";
import { isObject, type Json, textOf } from "../store/values.ts";

/** `POST /api/auth/login`: starts a session. */
const login: Handler = (exchange) => {
  const { request, server } = exchange;
  if (!hasMediaType(request, "application/json")) {
    const type = request.headers.get("content-type") ?? "";
    const isOld = server.schemas.quirk("springGeneration") === 5;
    throw new Refusal(
      415,
      isOld
        ? `Content type '${type};charset=UTF-8' not supported`
        : `Content-Type '${type};charset=UTF-8' is not supported`,
    );
  }
  const body = readLogin(exchange);
  const [username, password] = isObject(body) ? [textOf(body, "username"), textOf(body, "password")] : [];
  const user =
    username === undefined || password === undefined
      ? undefined
      : server.authenticator.userOf(username, password);
  if (user === undefined) throw new Refusal(401, "Bad credentials");
  const session = server.authenticator.startSession(user);
  return json({ loginStatus: "SUCCESS", redirectUrl: server.schemas.quirk("loginRedirectUrl") }, 200, {
    "Set-Cookie": `JSESSIONID=${session}; Path=/; HttpOnly; SameSite=Lax`,
  });
};

function readLogin({ request, server }: Exchange): Json {
  try {
    return parseLocated(request.text).value;
  } catch (error) {
    if (!(error instanceof MalformedJson)) throw error;
    const isOld = server.schemas.quirk("springGeneration") === 5;
    const nested = isOld
      ? `; nested exception is com.fasterxml.jackson.core.io.JsonEOFException: ${error.message}`
      : "";
    throw new Refusal(
      400,
      error.syntax ? `JSON parse error: ${error.problem}${nested}` : missingBody(isOld ? "javax" : "jakarta"),
    );
  }
}

/** What Spring says of a body that is not there: it names the method that wanted it. */
const missingBody = (servlets: "javax" | "jakarta"): string => {
  const controller = "org.hisp.dhis.webapi.controller.security";
  const http = `${servlets}.servlet.http`;
  const parameters = [
    `${http}.HttpServletRequest`,
    `${http}.HttpServletResponse`,
    `${controller}.LoginRequest`,
  ];
  return `Required request body is missing: public ${controller}.LoginResponse ${controller}.AuthenticationController.login(${parameters.join(",")})`;
};

const noGet: Handler = ({ request, server }) => {
  throw methodNotAllowed(request.method, server.schemas);
};

/** Signing in by a session. */
export const loginRoutes: readonly Route[] = [
  { method: "POST", path: "/auth/login", handler: login, public: true },
  { method: "GET", path: "/auth/login", handler: noGet, public: true },
];
