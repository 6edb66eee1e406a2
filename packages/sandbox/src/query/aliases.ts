import { type Answer, json } from "../http/answer.ts";
import { conflict, notFound } from "../http/refusal.ts";
import type { ServerRequest } from "../http/request.ts";
import type { Handler, Route } from "../http/routes.ts";
import { readBody } from "../resources/body.ts";
import type { Server } from "../server.ts";
import { isObject, textOf } from "../store/values.ts";

const path = "/api/query/alias";

/** Short names of long queries, by the SHA-1 of what they stand for. */
export type Aliases = Map<string, string>;

const create: Handler = async (exchange): Promise<Answer> => {
  const { value } = readBody(exchange);
  const target = isObject(value) ? textOf(value, "target") : undefined;
  if (target === undefined || !target.startsWith("/api/"))
    throw conflict(`The target must be a path below /api, but was: ${target ?? "null"}`);
  const id = await sha1(target);
  exchange.server.aliases.set(id, target);
  return json({ id, path: `${path}/${id}`, href: `${exchange.request.baseUrl}${path}/${id}`, target });
};

const unknown: Handler = ({ parameters }) => {
  throw notFound(`No alias found for ${parameters["id"] ?? ""}`);
};

/** `/api/query/alias`. */
export const aliasRoutes: readonly Route[] = [
  { method: "POST", path: "query/alias", handler: create },
  { method: "GET", path: "query/alias/:id", handler: unknown },
];

/** The path and query that a request's alias stands for; undefined where it names none. */
export function targetOf({ method, segments }: ServerRequest, { aliases }: Server): string | undefined {
  const [first, second, id] = segments;
  return method === "GET" && first === "query" && second === "alias" ? aliases.get(id ?? "") : undefined;
}

async function sha1(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
