import { readBody } from "../resources/body.ts";
import type { Server } from "../server.ts";
import { isList } from "../store/values.ts";
import { type Answer, empty, json } from "./answer.ts";
import type { ServerRequest } from "./request.ts";
import type { Handler, Route } from "./routes.ts";

/** What a page of another origin gets before anything else; undefined where the request goes on. */
export function turnedAwayOrigin(request: ServerRequest, server: Server): Answer | undefined {
  const origin = foreignOrigin(request);
  if (origin === undefined) return undefined;
  if (server.origins.has(origin)) return isPreflight(request) ? empty(204) : undefined;
  return server.schemas.has("foreignOriginBlocked") ? empty(200) : undefined;
}

/** An answer with the headers by which a browser lets a page of a listed origin read it. */
export function withOrigin(answer: Answer, request: ServerRequest, server: Server): Answer {
  const origin = foreignOrigin(request);
  if (origin === undefined || !server.origins.has(origin)) return answer;
  return {
    ...answer,
    headers: {
      ...answer.headers,
      "Access-Control-Allow-Credentials": "true",
      "Access-Control-Allow-Origin": origin,
      ...(isPreflight(request) ? {} : { "Access-Control-Expose-Headers": "ETag, Location" }),
      Vary: "Origin",
    },
  };
}

function foreignOrigin(request: ServerRequest): string | undefined {
  const origin = request.headers.get("origin");
  return origin === null || origin === new URL(request.baseUrl).origin ? undefined : origin;
}

const isPreflight = ({ method, headers }: ServerRequest): boolean =>
  method === "OPTIONS" && headers.has("access-control-request-method");

const list: Handler = ({ server }) => json([...server.origins]);

const replace: Handler = (exchange) => {
  const { value } = readBody(exchange);
  const { origins } = exchange.server;
  origins.clear();
  for (const origin of isList(value) ? value : []) if (typeof origin === "string") origins.add(origin);
  return empty(204);
};

/** `/api/configuration/corsAllowlist`, also by its older name: whose pages may call the server. */
export const originRoutes: readonly Route[] = [
  ...["configuration/corsAllowlist", "configuration/corsWhitelist"].flatMap((path) => [
    { method: "GET", path, handler: list },
    { method: "POST", path, handler: replace, authorities: ["F_SYSTEM_SETTING"] },
  ]),
];
