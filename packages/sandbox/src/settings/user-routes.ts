import { callerOf, hasAny } from "../access/access.ts";
import { type Answer, empty, json, noCache, text, webMessage } from "../http/answer.ts";
import { conflict, notSupported, objectNotFound, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import type { Exchange } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { emptyValues, type Json, type JsonObject } from "../store/values.ts";
import type { SettingKey } from "./keys.ts";
import { doesNotExist, leniently, listed, strictly } from "./system-routes.ts";
import { guessedValue, shownText, shownValue } from "./values.ts";

const isLenient = ({ server }: Exchange): boolean => server.schemas.has("lenientSettings");

/** The settings of a user by key; of nobody's, what the release begins with. */
export function settingsOfUser(
  user: string | undefined,
  { server: { settings } }: Pick<Exchange, "server">,
  fallsBack = true,
): JsonObject {
  const found = emptyValues();
  for (const setting of settings.userKeys.values()) {
    const stored = settings.readOfUser(user, setting.key, fallsBack);
    if (stored !== undefined) found[setting.key] = shownValue(setting, stored);
  }
  return found;
}

const fallsBack = ({ request }: Exchange): boolean => request.query.get("useFallback") !== "false";

/** `GET /api/userSettings`: all of them, or those that are asked for. */
const readAll: Handler = (exchange) => {
  const user = userOf(exchange);
  const asked = listed(exchange.request.query, "key");
  const all = settingsOfUser(user?.uid, exchange, fallsBack(exchange));
  if (asked.length === 0) return json(all, 200, noCache);
  const chosen = emptyValues();
  for (const key of asked) {
    if (isLenient(exchange)) keyOf(key, exchange);
    chosen[key] = all[key] ?? (isLenient(exchange) ? null : "");
  }
  return json(chosen, 200, noCache);
};

/** `GET /api/userSettings/{key}`: text, whatever is accepted. */
const readOne: Handler = (exchange): Answer => {
  const setting = keyOf(exchange.parameters["key"] ?? "", exchange);
  const stored = exchange.server.settings.readOfUser(userOf(exchange)?.uid, setting.key, fallsBack(exchange));
  const shown = stored === undefined ? "null" : shownText(setting, stored, isLenient(exchange));
  return text(shown, "text/plain;charset=UTF-8", 200, noCache);
};

const writeOne: Handler = (exchange) => {
  const { request, server } = exchange;
  const setting = keyOf(exchange.parameters["key"] ?? "", exchange);
  const value = request.query.get("value") ?? request.text;
  if (value === "") throw refusedAs(exchange, "You need to specify a new value");
  const user = writtenUser(exchange);
  const stored = isLenient(exchange) ? leniently(setting, value) : strictly(setting, value);
  server.settings.putOfUser(user.uid, setting.key, stored);
  return webMessage(200, "OK", { message: "User setting saved" });
};

const removeOne: Handler = (exchange) => {
  const setting = keyOf(exchange.parameters["key"] ?? "", exchange);
  exchange.server.settings.putOfUser(writtenUser(exchange).uid, setting.key, undefined);
  return empty(200);
};

function keyOf(key: string, exchange: Exchange): SettingKey {
  const setting = exchange.server.settings.userKeys.get(key);
  if (setting !== undefined) return setting;
  throw isLenient(exchange) ? new Refusal(404, `No user setting found with key: ${key}`) : doesNotExist(key);
}

const refusedAs = (exchange: Exchange, message: string): Refusal =>
  isLenient(exchange) ? new Refusal(409, message) : conflict(message, "E1004");

/** Whose settings a request is about; undefined where it names nobody that there is. */
function userOf(exchange: Exchange): Stored | undefined {
  const { request, server, caller } = exchange;
  const [uid, username] = [request.query.get("userId"), request.query.get("user")];
  if (uid === null && username === null) return caller.user;
  const model = server.schemas.model("User");
  const byName = (name: string): Stored | undefined =>
    [...server.store.all(model)].find(({ values }) => values["username"] === name);
  const user =
    uid !== null && (isLenient(exchange) || username === null)
      ? server.store.get(model, uid)
      : byName(username ?? "");
  if (isLenient(exchange)) {
    if (user === undefined) throw new Refusal(409, `Could not find user '${uid ?? username ?? ""}'`);
    checkMayAccess(user, 401, exchange);
  } else if (username === null) {
    if (user === undefined) throw objectNotFound("User", uid ?? "");
    checkMayAccess(user, 403, exchange);
  }
  return user;
}

/** The settings of others are for who may change users, or may do whatever they may. */
function checkMayAccess(user: Stored, status: number, { caller, request, server }: Exchange): void {
  if (hasAny(caller, ["F_USER_ADD"])) return;
  const { authorities } = callerOf(server.store, user);
  if ([...authorities].every((authority) => caller.authorities.has(authority))) return;
  if (hasAny(caller, ["F_USER_ADD_WITHIN_MANAGED_GROUP"]))
    throw notSupported(`${request.method} ${request.path} of users in managed groups`);
  const rest: JsonObject = status === 403 ? { errorCode: "E1006" } : {};
  throw new Refusal(
    status,
    `You are not authorized to access user: ${String(user.values["username"])}`,
    rest,
  );
}

function writtenUser(exchange: Exchange): Stored {
  const user = userOf(exchange);
  if (user !== undefined) return user;
  const username = exchange.request.query.get("user") ?? "";
  throw conflict(`User with username ${username} could not be found.`, "E1004");
}

/** `GET /api/me/settings/{key}`: JSON; a key that nobody knows is an empty text, or refused. */
const readOwn: Handler = (exchange) => {
  const { server, caller, parameters } = exchange;
  const { key = "" } = parameters;
  const setting = server.settings.userKeys.get(key);
  const stored = server.settings.readOfUser(caller.user.uid, key);
  if (setting !== undefined && stored !== undefined) return json(shownValue(setting, stored), 200, noCache);
  if (!isLenient(exchange)) return json(guessedValue(stored ?? ""), 200, noCache);
  if (setting === undefined) throw conflict(`Key is not supported: ${key}`, "E1004");
  throw new Refusal(404, `User setting not found for key: ${key}`, { errorCode: "E1005" });
};

const readAllOwn: Handler = (exchange) => {
  const all = settingsOfUser(exchange.caller.user.uid, exchange);
  const asked = isLenient(exchange) ? [] : listed(exchange.request.query, "key");
  if (asked.length === 0) return json(all, 200, noCache);
  return json(Object.fromEntries(asked.map((key): [string, Json] => [key, all[key] ?? ""])), 200, noCache);
};

const parameters = ["user", "userId", "useFallback"];

/** `/api/userSettings` and `/api/me/settings`. */
export const userSettingRoutes: readonly Route[] = [
  { method: "GET", path: "userSettings", handler: readAll, parameters: [...parameters, "key"] },
  {
    method: "GET",
    path: "userSettings/:key",
    handler: readOne,
    parameters,
    produces: ["application/json", "text/plain"],
  },
  { method: "POST", path: "userSettings/:key", handler: writeOne, parameters: ["user", "userId", "value"] },
  { method: "DELETE", path: "userSettings/:key", handler: removeOne, parameters: ["user", "userId"] },
  { method: "GET", path: "me/settings", handler: readAllOwn, parameters: ["key"] },
  { method: "GET", path: "me/settings/:key", handler: readOwn, parameters: [] },
];
