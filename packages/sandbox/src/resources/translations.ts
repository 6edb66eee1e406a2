import { empty, json, noCache, webMessage } from "../http/answer.ts";
import type { Handler } from "../http/routes.ts";
import { type ErrorReport, errorReport, objectReportJson } from "../import/reports.ts";
import { isList, isObject, type Json, textOf } from "../store/values.ts";
import { readBody } from "./body.ts";
import { checkKeys } from "./strict.ts";
import { modelOf, objectOf } from "./targets.ts";
import { requireJson } from "./write.ts";

const translationClass = "org.hisp.dhis.translation.Translation";

/** GET of the translations of an object. */
export const getTranslations: Handler = (exchange) => {
  const row = objectOf(exchange, modelOf(exchange));
  return json({ translations: row.values["translations"] ?? [] }, 200, noCache);
};

/** PUT of the translations of an object: a locale and a property name one of them. */
export const putTranslations: Handler = (exchange) => {
  const model = modelOf(exchange);
  const row = objectOf(exchange, model);
  requireJson(exchange);
  const { value } = readBody(exchange);
  checkKeys(value, ["translations"], exchange);
  const given = isObject(value) ? value["translations"] : undefined;
  const translations = isList(given) ? given : [];
  for (const translation of translations) checkKeys(translation, ["locale", "property", "value"], exchange);
  const errorReports = problems(translations, model.klass, model.simpleName, row.uid);
  if (errorReports.length > 0) {
    const report = { model, uid: undefined, index: 0, displayName: undefined, errorReports };
    return webMessage(409, "WARNING", {
      message: "One or more errors occurred, please see full details in import report.",
      response: objectReportJson(report),
    });
  }
  const { server } = exchange;
  server.store.put(model, row.uid, { ...row.values, translations, lastUpdated: server.now() });
  return empty(204);
};

function problems(translations: readonly Json[], klass: string, type: string, uid: string): ErrorReport[] {
  const reports: ErrorReport[] = [];
  const seen = new Set<string>();
  for (const translation of translations) {
    if (!isObject(translation)) continue;
    const [locale, property, value] = ["locale", "property", "value"].map((name) =>
      textOf(translation, name),
    );
    const missing = locale === undefined ? "locale" : property === undefined ? "property" : "value";
    if (locale === undefined || property === undefined || value === undefined) {
      reports.push(
        errorReport("E4000", translationClass, `Missing required property \`${missing}\``, [missing], {
          klass,
        }),
      );
      continue;
    }
    const key = `${locale} ${property}`;
    if (seen.has(key))
      reports.push(
        errorReport(
          "E1106",
          translationClass,
          `There are duplicate translation records for property \`${property}\` and locale \`${locale}\` on ${type} \`${uid}\``,
          [property, locale, type, uid],
          { klass },
        ),
      );
    seen.add(key);
  }
  return reports;
}
