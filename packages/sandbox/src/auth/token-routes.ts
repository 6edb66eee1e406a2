import type { Handler, Route } from "../http/routes.ts";
import { patch } from "../resources/patch.ts";
import { get, list } from "../resources/read.ts";
import { create, remove, replace } from "../resources/write.ts";

/** Tokens live at `/api/apiToken`, and answer at their plural too. */
const atSingular =
  (handler: Handler): Handler =>
  (exchange) =>
    handler({ ...exchange, parameters: { ...exchange.parameters, resource: "apiToken" } });

/** `/api/apiTokens`. */
export const tokenRoutes: readonly Route[] = [
  { method: "GET", path: "apiTokens", handler: atSingular(list) },
  { method: "POST", path: "apiTokens", handler: atSingular(create) },
  { method: "GET", path: "apiTokens/:uid", handler: atSingular(get) },
  { method: "PUT", path: "apiTokens/:uid", handler: atSingular(replace) },
  { method: "PATCH", path: "apiTokens/:uid", handler: atSingular(patch) },
  { method: "DELETE", path: "apiTokens/:uid", handler: atSingular(remove) },
];
