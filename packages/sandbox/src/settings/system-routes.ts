import { accepts } from "../http/accept.ts";
import { type Answer, empty, json, text, webMessage } from "../http/answer.ts";
import { ContainerRefusal } from "../http/container.ts";
import { methodNotAllowed, notFound, notSupported, Refusal } from "../http/refusal.ts";
import { hasMediaType } from "../http/request.ts";
import type { Handler, Route } from "../http/routes.ts";
import { readBody } from "../resources/body.ts";
import type { Exchange } from "../server.ts";
import { emptyValues, isObject, type Json } from "../store/values.ts";
import type { SettingKey } from "./keys.ts";
import { NotASettingValue, shownText, storedText } from "./values.ts";

/** Caching off, as the settings have it. */
const uncached = { "Cache-Control": "no-cache, no-store, must-revalidate" };

const isLenient = ({ server }: Exchange): boolean => server.schemas.has("lenientSettings");

const notThere = "Setting does not exist or is marked as confidential";

/** Several values of a parameter, each of which may be a list. */
export const listed = (query: URLSearchParams, name: string): string[] =>
  query.getAll(name).flatMap((value) => value.split(","));

/** `GET /api/systemSettings`: all of them, or those that are asked for. */
const readAll: Handler = (exchange) => {
  const { settings } = exchange.server;
  const asked = listed(exchange.request.query, "key");
  const isPublic = (key: string): boolean => settings.keys.get(key)?.confidential !== true;
  const found = emptyValues();
  if (isLenient(exchange)) {
    const known = (asked.length === 0 ? [...settings.keys.keys()] : asked).filter(
      (key) => settings.keys.has(key) && isPublic(key),
    );
    if (known.length === 0) throw notFound(notThere);
    for (const key of known) put(found, key, settings.value(key));
  } else {
    const keys = asked.length === 0 ? [...settings.keys.keys()].filter(isPublic) : asked;
    for (const key of keys) put(found, key, settings.value(key));
  }
  return json(found, 200, uncached);
};

function put(target: { [name: string]: Json }, key: string, value: Json | undefined): void {
  if (value !== undefined) target[key] = value;
}

/** `GET /api/systemSettings/{key}`, as JSON or text. */
const readOne: Handler = (exchange) => {
  const { request, server, caller } = exchange;
  const { settings } = server;
  const setting = settings.keys.get(exchange.parameters["key"] ?? "");
  const wantsText = !accepts(request.headers.get("accept"), ["application/json"]);
  if (setting === undefined || (setting.confidential && !caller.superuser)) {
    if (!isLenient(exchange)) {
      if (setting === undefined) throw doesNotExist(exchange.parameters["key"] ?? "");
      throw new Refusal(403, "Setting is marked as confidential", { errorCode: "E1006" });
    }
    if (wantsText) return text(notThere, "text/plain;charset=utf-8", 404);
    throw notFound(notThere);
  }
  const locale = request.query.get("locale") ?? "";
  const translated = setting.translatable ? translationOf(setting, locale, exchange) : undefined;
  const stored = settings.text(setting.key);
  // Asked for by language, the newer releases write plain text whatever is accepted.
  if (wantsText || (request.query.has("locale") && !isLenient(exchange)))
    return text(
      translated ?? shownText(setting, stored, isLenient(exchange)),
      "text/plain;charset=UTF-8",
      200,
      uncached,
    );
  return json({ [setting.key]: translated ?? settings.value(setting.key) ?? "" }, 200, uncached);
};

/** What a setting says in a language, by default that of the caller's pages. */
function translationOf(
  { key }: SettingKey,
  locale: string,
  { server, caller }: Exchange,
): string | undefined {
  const { settings } = server;
  const chosen = settings.readOfUser(caller.user.uid, "keyUiLocale") ?? "en";
  return settings.translation(key, locale === "" ? (chosen.split("_")[0] ?? chosen) : locale);
}

/** `POST /api/systemSettings/{key}`: a value, or what it is in another language. */
const writeOne: Handler = (exchange) => {
  const { request, server, parameters } = exchange;
  const { key = "" } = parameters;
  const value = givenValue(exchange);
  // A JSON body is always the value itself, in no language.
  const locale = isJsonBody(exchange) ? "" : (request.query.get("locale") ?? "");
  if (locale !== "") return translate(key, locale, value, exchange);
  if (!isLenient(exchange)) {
    putAll(new Map([[key, value]]), exchange);
    return webMessage(200, "OK", { message: `System setting '${key}' set to value '${value}'.` });
  }
  const setting = server.settings.keys.get(key);
  if (setting === undefined) throw new Refusal(409, `Key is not supported: ${key}`);
  const stored = leniently(setting, value);
  server.settings.put(key, stored);
  return webMessage(200, "OK", {
    message: `System setting '${key}' set to value '${shownText(setting, stored, true)}'.`,
  });
};

/** The value of the query, else the body. */
function givenValue(exchange: Exchange): string {
  const { request, server } = exchange;
  const value = request.query.get("value");
  if (value !== null) return value;
  if (isLenient(exchange)) {
    if (request.text === "") throw new Refusal(409, "Value must be specified as query param or as payload");
    return request.text;
  }
  if (hasMediaType(request, "text/plain")) return request.text;
  if (isJsonBody(exchange)) {
    const { value: body } = readBody(exchange);
    return typeof body === "string" ? body : JSON.stringify(body);
  }
  throw new ContainerRefusal(400, request, server.schemas);
}

const isJsonBody = (exchange: Exchange): boolean =>
  !isLenient(exchange) &&
  !exchange.request.query.has("value") &&
  hasMediaType(exchange.request, "application/json");

function translate(key: string, locale: string, value: string, exchange: Exchange): Answer {
  const { settings } = exchange.server;
  const setting = settings.keys.get(key);
  if (isLenient(exchange)) {
    if (setting === undefined) throw new Refusal(409, `Key is not supported: ${key}`);
    if (!settings.isSet(key) && value !== "") throw new Refusal(409, `No entry found for key: ${key}`);
  } else if (setting?.translatable !== true) {
    throw new Refusal(400, `Not translatable: ${key}`, { errorCode: "E1003" });
  }
  settings.translate(key, locale, value);
  return webMessage(200, "OK", {
    message: `Translation for system setting '${key}' and locale: '${locale}' set to: '${value}'`,
  });
}

/** `POST /api/systemSettings`: several at once, all or none. */
const writeAll: Handler = (exchange) => {
  const { value: body } = readBody(exchange);
  if (!isObject(body)) throw notSupported("system settings that are no object");
  const given = new Map(Object.entries(body).map(([key, value]) => [key, textOfMember(value, exchange)]));
  if (isLenient(exchange)) {
    const { settings } = exchange.server;
    const unknown = [...given.keys()].filter((key) => !settings.keys.has(key));
    if (unknown.length > 0) throw new Refusal(409, `Key(s) is not supported: ${unknown.join(", ")}`);
    for (const [key, value] of given) {
      const setting = settings.keys.get(key);
      if (setting !== undefined) settings.put(key, leniently(setting, value));
    }
  } else {
    putAll(given, exchange);
  }
  return webMessage(200, "OK", { message: "System settings imported" });
};

function textOfMember(value: Json, { request }: Exchange): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw notSupported(`${request.method} ${request.path} of values that are neither text nor number`);
}

/** Sets keys after all of them were found right. */
function putAll(given: ReadonlyMap<string, string>, { server: { settings } }: Exchange): void {
  const unknown = [...given.keys()].filter((key) => !settings.keys.has(key));
  if (unknown.length > 0) throw doesNotExist(unknown.join(","));
  const stored: [string, string][] = [];
  for (const [key, value] of given) {
    const setting = settings.keys.get(key);
    if (setting !== undefined) stored.push([key, strictly(setting, value)]);
  }
  for (const [key, value] of stored) settings.put(key, value);
}

/** A value as the newer releases take it: refused in their own words, whatever is wrong with it. */
export function strictly(setting: SettingKey, value: string): string {
  if (value === "") return "";
  try {
    return storedText(setting, value, false);
  } catch (error) {
    if (!(error instanceof NotASettingValue)) throw error;
    const message = `Not a valid value for setting ${setting.key}: ${value}`;
    throw new Refusal(400, message, { errorCode: "E1003" });
  }
}

/** A value as 2.41 takes it: what Java makes of it, or Java's complaint. */
export function leniently(setting: SettingKey, value: string): string {
  if (setting.type === "json") throw notSupported(`writing the setting ${setting.key}`);
  try {
    return storedText(setting, value, true);
  } catch (error) {
    if (!(error instanceof NotASettingValue)) throw error;
    if (setting.type === "date") throw notSupported(`'${value}' as a date of a setting`);
    throw new Refusal(400, error.message);
  }
}

/** 404 of a key that the release does not have. */
export const doesNotExist = (key: string): Refusal => notFound(`Setting does not exist: ${key}`);

/** `DELETE /api/systemSettings/{key}`: back to what the release begins with. */
const removeOne: Handler = (exchange) => {
  const { settings } = exchange.server;
  const { key = "" } = exchange.parameters;
  const locale = exchange.request.query.get("locale") ?? "";
  if (!settings.keys.has(key))
    throw isLenient(exchange) ? new Refusal(409, `Key is not supported: ${key}`) : doesNotExist(key);
  if (locale !== "") settings.translate(key, locale, "");
  else {
    settings.remove(key);
    // The translations of 2.41 are kept with the value.
    if (isLenient(exchange)) settings.forgetTranslations(key);
  }
  return empty(204);
};

/** `DELETE /api/systemSettings?key=…`. */
const removeSeveral: Handler = (exchange) => {
  const { request, server } = exchange;
  if (isLenient(exchange)) throw methodNotAllowed(request.method, server.schemas);
  if (!request.query.has("key")) throw new ContainerRefusal(400, request, server.schemas);
  for (const key of listed(request.query, "key")) server.settings.remove(key);
  return empty(204);
};

const authorities = ["F_SYSTEM_SETTING"];
const produces = ["application/json", "text/plain"];

/** `/api/systemSettings`. */
export const systemSettingRoutes: readonly Route[] = [
  { method: "GET", path: "systemSettings", handler: readAll, parameters: ["key"] },
  { method: "POST", path: "systemSettings", handler: writeAll, authorities, parameters: [] },
  { method: "DELETE", path: "systemSettings", handler: removeSeveral, authorities, parameters: ["key"] },
  { method: "GET", path: "systemSettings/:key", handler: readOne, produces, parameters: ["locale"] },
  {
    method: "POST",
    path: "systemSettings/:key",
    handler: writeOne,
    authorities,
    parameters: ["value", "locale"],
  },
  {
    method: "DELETE",
    path: "systemSettings/:key",
    handler: removeOne,
    authorities,
    parameters: ["locale"],
  },
];
