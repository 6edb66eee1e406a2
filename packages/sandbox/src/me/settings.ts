import { json } from "../http/answer.ts";
import { conflict } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import type { Exchange } from "../server.ts";
import type { JsonObject } from "../store/values.ts";

/** Settings of a user who never changed any. */
export function settingsOf({ server }: Pick<Exchange, "server">): JsonObject {
  const everyKey = server.schemas.has("settingsNameEveryKey");
  return {
    keyMessageSmsNotification: !everyKey,
    keyMessageEmailNotification: !everyKey,
    keyStyle: "light_blue/light_blue.css",
    keyUiLocale: "en",
    keyAnalysisDisplayProperty: "name",
    ...(everyKey ? { keyDbLocale: "en", keyTrackerDashboardLayout: "" } : {}),
  };
}

const all: Handler = (exchange) => json(settingsOf(exchange));

const one: Handler = (exchange) => {
  const { key = "" } = exchange.parameters;
  const settings = settingsOf(exchange);
  const value = Object.hasOwn(settings, key) ? settings[key] : undefined;
  if (value !== undefined) return json(value);
  if (exchange.server.schemas.has("settingsNameEveryKey")) return json("");
  throw conflict(`Key is not supported: ${key}`, "E1004");
};

/** `/api/me/settings`. */
export const settingRoutes: readonly Route[] = [
  { method: "GET", path: "/me/settings", handler: all },
  { method: "GET", path: "/me/settings/:key", handler: one },
];
