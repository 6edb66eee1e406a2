import { type Answer, json, noStore } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import type { Exchange } from "../server.ts";
import type { Json } from "../store/values.ts";
import { authorityRoutes } from "./authority-names.ts";
import { dbLocaleRoutes } from "./db-locales.ts";
import { flagRoutes } from "./flags.ts";
import { infoRoutes } from "./info.ts";
import { localeRoutes } from "./locales.ts";
import { loginConfigRoutes } from "./login-config.ts";
import { objectCountRoutes } from "./object-counts.ts";
import { periodRoutes } from "./periods.ts";
import { relativePeriodRoutes } from "./relative-periods.ts";
import { resourceListRoutes } from "./resources.ts";
import { schemaRoutes } from "./schemas.ts";

/** `GET /api/system/id`: new UIDs. */
const ids: Handler = (exchange) => codes(exchange, () => exchange.server.makeUid());

/** `GET /api/system/uuid`: new UUIDs. */
const uuids: Handler = (exchange) => codes(exchange, () => exchange.server.makeUuid());

function codes({ request }: Exchange, make: () => string): Answer {
  const limit = request.query.get("limit") ?? "1";
  if (!/^-?\d{1,9}$/.test(limit))
    throw new Refusal(400, `Value '${limit}' is not valid for parameter limit. For input string: "${limit}"`);
  const made: Json[] = [];
  for (let count = Math.min(Number(limit), 10_000); count > 0; count--) made.push(make());
  return json({ codes: made }, 200, noStore);
}

/** What tells about the server itself. */
export const systemRoutes: readonly Route[] = [
  ...infoRoutes,
  ...periodRoutes,
  ...relativePeriodRoutes,
  ...localeRoutes,
  ...dbLocaleRoutes,
  ...flagRoutes,
  ...authorityRoutes,
  ...objectCountRoutes,
  ...loginConfigRoutes,
  ...resourceListRoutes,
  ...schemaRoutes,
  { method: "GET", path: "/system/id", handler: ids },
  { method: "GET", path: "/system/uid", handler: ids },
  { method: "GET", path: "/system/uuid", handler: uuids },
];
