import { empty, json, webMessage } from "../http/answer.ts";
import { missingParameter } from "../http/container.ts";
import { notFound, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import type { Exchange, Server } from "../server.ts";
import type { JsonObject } from "../store/values.ts";
import { emptySharing } from "../wire/computed.ts";
import { summaryOfUser } from "../wire/write-out.ts";
import { countries, firstLocales, languages } from "./locale-names.ts";
import { languageTag } from "./locales.ts";

/** A language into which metadata may be translated. */
export interface DbLocale {
  readonly uid: string;
  /** `en_ZW` */
  readonly locale: string;
  readonly created: string;
  /** UID of who added it; nobody for those of the first boot. */
  readonly addedBy: string | undefined;
}

/** What a first boot brings. */
export const bootLocales = (server: Server): DbLocale[] =>
  Object.keys(firstLocales).map((locale) => ({
    uid: server.makeUid(),
    locale,
    created: server.now(),
    addedBy: undefined,
  }));

/** English name: `English (Zimbabwe)`. */
function nameOf(locale: string): string {
  const [language = "", country, script] = locale.split("_");
  const name = languages[language] ?? language;
  const where = [script, country === undefined ? undefined : (countries[country] ?? country)].filter(
    (part) => part !== undefined,
  );
  return where.length === 0 ? name : `${name} (${where.join(", ")})`;
}

/** `GET /api/locales/db`: by their English names. */
const readNames: Handler = ({ server }) => {
  const tagged = server.schemas.has("localesHaveTags");
  const rows = server.dbLocales.map(({ locale }) => ({
    locale,
    ...(tagged ? { languageTag: languageTag(locale) } : {}),
    name: firstLocales[locale] ?? ownName(locale),
    displayName: nameOf(locale),
  }));
  return json(rows.sort((one, other) => (one.displayName < other.displayName ? -1 : 1)));
};

/** What a language calls itself, as the platform knows it. */
function ownName(locale: string): string {
  const tag = languageTag(locale);
  return new Intl.DisplayNames([tag], { type: "language", languageDisplay: "standard" }).of(tag) ?? tag;
}

function viewOf({ uid, locale, created, addedBy }: DbLocale, { schemas, store }: Server): JsonObject {
  const user = addedBy === undefined ? undefined : store.get(schemas.model("User"), addedBy);
  return {
    name: nameOf(locale),
    created,
    lastUpdated: created,
    translations: [],
    favorites: [],
    ...(user === undefined ? {} : { lastUpdatedBy: summaryOfUser(user) }),
    sharing: emptySharing(schemas.find("Sharing")),
    locale,
    displayName: nameOf(locale),
    favorite: false,
    id: uid,
    attributeValues: [],
  };
}

const readAll: Handler = ({ server }) => json(server.dbLocales.map((one) => viewOf(one, server)));

const readOne: Handler = ({ server, parameters }) => {
  const { uid = "" } = parameters;
  const found = server.dbLocales.find((one) => one.uid === uid);
  if (found === undefined) throw notFound(`Cannot find Locale with uid: ${uid}`);
  return json(viewOf(found, server));
};

const add: Handler = (exchange) => {
  const { server, request, caller } = exchange;
  const language = request.query.get("language");
  if (language === null) throw missingParameter("language", "String", request, server.schemas);
  const locale = localeOf(language, exchange);
  if (server.dbLocales.some((one) => one.locale === locale)) throw new Refusal(409, "Locale code existed.");
  const uid = server.makeUid();
  server.dbLocales = [...server.dbLocales, { uid, locale, created: server.now(), addedBy: caller.user.uid }];
  const headers = { Location: `${request.baseUrl}/api/locales/${uid}` };
  return webMessage(201, "OK", { message: "Locale created successfully" }, headers);
};

function localeOf(language: string, { request, server }: Exchange): string {
  const part = (name: string): string | undefined => request.query.get(name)?.trim() || undefined;
  const country = part("country");
  const isLanguage = Object.hasOwn(languages, language);
  const isCountry = country === undefined || Object.hasOwn(countries, country);
  if (server.schemas.has("localesHaveTags")) {
    const script = part("script");
    if (script !== undefined && !/^[A-Z][a-z]{3}$/.test(script))
      throw new Refusal(409, `Invalid script: ${script}`);
    if (script !== undefined && country === undefined)
      throw new Refusal(409, "Script must be used with region");
    if (!isLanguage || !isCountry) throw new Refusal(409, "Invalid country or language code.");
    return [language, country, script].filter((one) => one !== undefined).join("_");
  }
  if (!isLanguage) throw new Refusal(409, "Invalid Language.");
  if (!isCountry) throw new Refusal(409, "Invalid country.");
  return [language, country].filter((one) => one !== undefined).join("_");
}

const remove: Handler = ({ server, parameters }) => {
  const { uid = "" } = parameters;
  const left = server.dbLocales.filter((one) => one.uid !== uid);
  if (left.length === server.dbLocales.length) throw notFound(`Cannot find Locale with uid ${uid}`);
  server.dbLocales = left;
  return empty(204);
};

/** `/api/locales/db`, `/api/locales/dbLocales` and the codes of which they are made. */
export const dbLocaleRoutes: readonly Route[] = [
  { method: "GET", path: "locales/db", handler: readNames, parameters: [] },
  { method: "GET", path: "locales/languages", handler: () => json(languages), parameters: [] },
  { method: "GET", path: "locales/countries", handler: () => json(countries), parameters: [] },
  { method: "GET", path: "locales/dbLocales", handler: readAll, parameters: [] },
  {
    method: "POST",
    path: "locales/dbLocales",
    handler: add,
    authorities: ["F_LOCALE_ADD"],
    parameters: ["language", "country", "script"],
  },
  { method: "GET", path: "locales/dbLocales/:uid", handler: readOne, parameters: [] },
  {
    method: "DELETE",
    path: "locales/dbLocales/:uid",
    handler: remove,
    authorities: ["F_LOCALE_DELETE"],
    parameters: [],
  },
];
