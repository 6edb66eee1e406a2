import { callerOf, hasAny } from "./access/access.ts";
import { mapRoutes } from "./analytical-objects/map-routes.ts";
import type { SignIn } from "./auth/authenticator.ts";
import { loginRoutes } from "./auth/login.ts";
import { logout, logoutPath } from "./auth/logout.ts";
import { sessionOf, signIn } from "./auth/sign-in.ts";
import { tokenRoutes } from "./auth/token-routes.ts";
import { twoFactorRoutes } from "./auth/two-factor.ts";
import { maintenanceRoutes } from "./category-model/maintenance.ts";
import { dashboardRoutes } from "./dashboards/routes.ts";
import { dataStoreRoutes } from "./data-store/routes.ts";
import { dataValueRoutes } from "./data-values/routes.ts";
import { gistRoutes } from "./gist/routes.ts";
import { accepts } from "./http/accept.ts";
import { type Answer, empty, envelope, json, jsonType, noCache } from "./http/answer.ts";
import { ContainerRefusal } from "./http/container.ts";
import { isEndpoint, isOwnPath } from "./http/endpoints.ts";
import { originRoutes, turnedAwayOrigin, withOrigin } from "./http/origins.ts";
import { methodNotAllowed, notSupported, Refusal } from "./http/refusal.ts";
import { readRequest, type ServerRequest } from "./http/request.ts";
import { type Handler, type Route, RouteTable } from "./http/routes.ts";
import { interpretationRoutes } from "./interpretations/routes.ts";
import { jobRoutes } from "./jobs/configuration-routes.ts";
import { schedulerRoutes } from "./jobs/scheduler-routes.ts";
import { taskRoutes } from "./jobs/task-routes.ts";
import { MalformedJson } from "./json/located-json.ts";
import { expressionRoutes } from "./maintenance/expression-description.ts";
import { integrityRoutes } from "./maintenance/integrity-routes.ts";
import { operationRoutes } from "./maintenance/operations.ts";
import { resourceTableRoutes } from "./maintenance/resource-tables.ts";
import { meRoutes } from "./me/routes.ts";
import { bundleRoutes } from "./metadata/routes.ts";
import { unitRoutes } from "./organisation-units/routes.ts";
import { aliasRoutes, targetOf } from "./query/aliases.ts";
import { malformedBody } from "./resources/body.ts";
import { resourceRoutes } from "./resources/routes.ts";
import { checkParameters } from "./resources/strict.ts";
import type { Exchange, Server } from "./server.ts";
import { configurationRoutes } from "./settings/configuration.ts";
import { customFileRoutes } from "./settings/custom-files.ts";
import { systemSettingRoutes } from "./settings/system-routes.ts";
import { userSettingRoutes } from "./settings/user-routes.ts";
import { sharingRoutes } from "./sharing/routes.ts";
import { systemRoutes } from "./system/routes.ts";
import { userRoutes } from "./users/routes.ts";

const ownRoutes = new RouteTable([
  ...systemRoutes,
  ...meRoutes,
  ...loginRoutes,
  ...maintenanceRoutes,
  ...bundleRoutes,
  ...sharingRoutes,
  ...dataStoreRoutes,
  ...dataValueRoutes,
  ...userRoutes,
  ...unitRoutes,
  ...mapRoutes,
  ...dashboardRoutes,
  ...interpretationRoutes,
  ...originRoutes,
  ...aliasRoutes,
  ...tokenRoutes,
  ...twoFactorRoutes,
  ...systemSettingRoutes,
  ...userSettingRoutes,
  ...configurationRoutes,
  ...customFileRoutes,
  ...jobRoutes,
  ...taskRoutes,
  ...schedulerRoutes,
  ...resourceTableRoutes,
  ...operationRoutes,
  ...integrityRoutes,
  ...expressionRoutes,
]);
const metadataRoutes = new RouteTable([...gistRoutes, ...resourceRoutes]);

/** Answers requests with the state of one server. */
export class App {
  readonly #server: Server;
  readonly #basePath: string;

  constructor(server: Server, basePath: string) {
    this.#server = server;
    this.#basePath = basePath;
  }

  async fetch(input: Request): Promise<Response> {
    this.#server.runJobs();
    const { schemas } = this.#server;
    let request: ServerRequest | undefined;
    try {
      request = await readRequest(input, this.#basePath, Number(schemas.quirk("newestPathVersion")));
    } catch (error) {
      return this.#respond(refusalOf(error, this.#server).answer(), input.method);
    }
    if (request === undefined) return this.#respond(this.#outside(input), input.method);
    const target = targetOf(request, this.#server);
    if (target !== undefined) {
      const { headers } = input;
      return this.fetch(new Request(`${request.baseUrl}${target}`, { headers, redirect: "manual" }));
    }
    const answer = turnedAwayOrigin(request, this.#server) ?? (await this.#answer(request));
    this.#server.runJobs();
    return this.#respond(withOrigin(answer, request, this.#server), input.method);
  }

  async #answer(request: ServerRequest): Promise<Answer> {
    try {
      const match = findRoute(request, this.#server);
      const caller = signIn(request, this.#server.authenticator);
      if (caller.kind !== "user" && !("route" in match && match.route.public === true))
        return turnedAway(request, caller, this.#server);
      if (!("route" in match)) throw match.refusal;
      const { user } = caller.kind === "user" ? caller : anonymous(this.#server);
      const exchange: Exchange = {
        request,
        server: this.#server,
        caller: callerOf(this.#server.store, user),
        parameters: match.parameters,
      };
      checkAuthority(match.route, exchange);
      checkAcceptable(match.route, exchange);
      const known = this.#server.operations?.parametersOf(request, match.route);
      if (known !== undefined) checkParameters(request.query, known);
      const answer = await match.route.handler(exchange);
      return caller.kind === "user" && !match.route.public ? withSession(answer, request, exchange) : answer;
    } catch (error) {
      return refusalOf(error, this.#server).answer();
    }
  }

  /** What stands beside `/api`: pages, to which programs do not come without credentials. */
  #outside(input: Request): Answer {
    const { schemas } = this.#server;
    const url = new URL(input.url);
    const baseUrl = `${url.origin}${this.#basePath}`;
    if (url.pathname === `${this.#basePath}${logoutPath}`) return logout(input, baseUrl, this.#server);
    if (!isProgram(input)) {
      const location = `${baseUrl}${String(schemas.quirk("loginRedirectPath"))}`;
      return { status: 302, headers: { Location: location }, body: undefined };
    }
    return json(envelope(401, "ERROR", { message: "Unauthorized" }), 401);
  }

  #respond({ status, headers, body }: Answer, method: string): Response {
    const merged = new Headers({ "Content-Security-Policy": "frame-ancestors 'self';", ...headers });
    if (merged.get("content-type") === jsonType && !this.#server.schemas.has("jsonCharset"))
      merged.set("Content-Type", "application/json");
    const isBodiless = method === "HEAD" || status === 204 || status === 304;
    return new Response(isBodiless ? null : (body ?? null), { status, headers: merged });
  }
}

/** Public endpoints know no caller; they are answered as for the administrator. */
function anonymous(server: Server): { readonly user: Exchange["caller"]["user"] } {
  const [first] = server.store.all(server.schemas.model("User"));
  if (first === undefined) throw new Refusal(500, "The server has no user");
  return { user: first };
}

type Found = ReturnType<RouteTable["find"]>;

function findRoute(
  request: ServerRequest,
  server: Server,
): Extract<Found, { route: unknown }> | { readonly refusal: Refusal } {
  const own = ownRoutes.find(request.method, request.segments);
  if ("route" in own) return own;
  if (own.methods.length > 0) return unserved(request, own.methods, server);
  // Made only where they are needed: an error that nobody throws costs as much as an answer.
  const unknown = (): Refusal => new ContainerRefusal(404, request, server.schemas);
  const unsupported = (): Refusal => notSupported(`${request.method} ${request.path}`);
  const [first = ""] = request.segments;
  const isResource = server.schemas.resource(first)?.metadata === true || first === "identifiableObjects";
  if (!isResource)
    return { refusal: isEndpoint(request.segments, server.schemas.data.version) ? unsupported() : unknown() };
  if (isOwnPath(request.segments)) return { refusal: unsupported() };
  const found = metadataRoutes.find(request.method, request.segments);
  if ("route" in found) return found;
  if (found.methods.length > 0) return unserved(request, found.methods, server);
  return { refusal: request.segments.length > deepest ? unknown() : unsupported() };
}

/** A path that takes other methods: OPTIONS tells which. */
function unserved(
  { method }: ServerRequest,
  methods: readonly string[],
  { schemas }: Server,
): ReturnType<typeof findRoute> {
  if (method !== "OPTIONS") return { refusal: methodNotAllowed(method, schemas) };
  const head = methods.includes("GET") ? ["HEAD"] : [];
  const allowed = [...methods, ...head, "OPTIONS"].join(",");
  const handler: Handler = () => empty(200, { Allow: allowed, "Accept-Patch": "" });
  return { route: { method, path: "", handler }, parameters: {} };
}

/** Segments of the longest path that a metadata resource has. */
const deepest = 4;

/** Refuses who takes none of the media types that a route has. */
function checkAcceptable({ produces = ["application/json"] }: Route, { request, server }: Exchange): void {
  const suffixed = request.suffix === undefined ? undefined : suffixTypes[request.suffix];
  const isAcceptable =
    suffixed === undefined ? accepts(request.headers.get("accept"), produces) : produces.includes(suffixed);
  if (request.method === "GET" && !isAcceptable) throw new ContainerRefusal(406, request, server.schemas);
}

const suffixTypes: Readonly<Record<string, string>> = {
  csv: "text/csv",
  geojson: "application/json+geojson",
  html: "text/html",
  json: "application/json",
  pdf: "application/pdf",
  xml: "application/xml",
};

function checkAuthority({ authorities = [] }: Route, { caller, server }: Exchange): void {
  if (hasAny(caller, authorities)) return;
  const namesThem = server.schemas.quirk("springGeneration") !== 5;
  const which = namesThem ? `, requires one Authority from [${authorities.join(", ")}]` : "";
  throw new Refusal(403, `Access is denied${which}`);
}

const isProgram = ({ headers }: { readonly headers: Headers }): boolean =>
  headers.get("x-requested-with") === "XMLHttpRequest";

/** No or wrong credentials: 401 to programs, a redirect to the sign-in page for browsers. */
function turnedAway(request: ServerRequest, caller: SignIn, { schemas }: Server): Answer {
  const { scheme = undefined, message = "Unauthorized" } = caller.kind === "refused" ? caller : {};
  if (caller.kind === "refused" && scheme === "ApiToken")
    return json(envelope(caller.status, "ERROR", { message }), caller.status, {
      ...noCache,
      "WWW-Authenticate": scheme,
    });
  if (scheme === "Bearer" && schemas.has("bearerTokenAnswer")) return invalidBearer();
  if (caller.kind === "none" && !isProgram(request) && !request.headers.has("authorization")) {
    const isPage = request.headers.get("accept")?.startsWith("text/html") === true;
    const path = String(schemas.quirk(isPage ? "pageRedirectPath" : "loginRedirectPath"));
    return { status: 302, headers: { Location: `${request.baseUrl}${path}` }, body: undefined };
  }
  return json(envelope(401, "ERROR", { message }), 401);
}

/** A bearer token that nobody issued, refused as OAuth has it. */
function invalidBearer(): Answer {
  const [error, description] = ["invalid_token", "Invalid access token"];
  return json({ error, error_description: description }, 401, {
    "WWW-Authenticate": `Bearer realm="oauth", error="${error}", error_description="${description}"`,
  });
}

/** A request that signed in by credentials and has no session of its own starts one. */
function withSession(answer: Answer, request: ServerRequest, { server, caller }: Exchange): Answer {
  if (sessionOf(request) !== undefined) return answer;
  noteLogin(caller.user, server);
  const session = server.authenticator.startSession(caller.user);
  return {
    ...answer,
    headers: { ...answer.headers, "Set-Cookie": `JSESSIONID=${session}; Path=/; HttpOnly; SameSite=Lax` },
  };
}

/** Keeps when a user first signed in. */
function noteLogin({ model, uid }: Exchange["caller"]["user"], server: Server): void {
  const row = server.store.get(model, uid);
  if (row !== undefined && row.values["lastLogin"] === undefined)
    server.store.put(model, uid, { ...row.values, lastLogin: server.now() });
}

/** Whatever was thrown as a refusal; a fault of the sandbox itself is a 500 that says so. */
function refusalOf(error: unknown, server: Server): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof MalformedJson)
    return malformedBody(error, Number(server.schemas.quirk("malformedBodyStatus")));
  const message = error instanceof Error ? error.message : String(error);
  return new Refusal(500, `The sandbox failed: ${message}`);
}
