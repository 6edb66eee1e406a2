import { json } from "../http/answer.ts";
import type { Route } from "../http/routes.ts";
import { holdsFor, type Releases } from "../schema/releases.ts";

type Locale = readonly [locale: string, name: string, displayName: string, releases?: Releases];

/** Languages of the user interface by their own and by their English name (21-settings "locales ui" of each release). */
const uiLocales: readonly Locale[] = [
  ["ar", "العربية", "Arabic"],
  ["ar_EG", "العربية (مصر)", "Arabic (Egypt)"],
  ["ar_IQ", "العربية (العراق)", "Arabic (Iraq)"],
  ["ar_SD", "العربية (السودان)", "Arabic (Sudan)"],
  ["bn", "বাংলা", "Bangla"],
  ["bi", "Bislama", "Bislama"],
  ["my", "မြန်မာ", "Burmese"],
  ["ckb", "کوردیی ناوەندی", "Central Kurdish"],
  ["zh", "中文", "Chinese"],
  ["zh_CN", "中文 (中国)", "Chinese (China)"],
  ["cs", "čeština", "Czech"],
  ["da", "dansk", "Danish"],
  ["nl", "Nederlands", "Dutch"],
  ["en", "English", "English"],
  ["fr", "français", "French"],
  ["hi_IN", "हिन्दी (भारत)", "Hindi (India)", { since: 43 }],
  ["id", "Indonesia", "Indonesian"],
  ["id_ID", "Indonesia (Indonesia)", "Indonesian (Indonesia)"],
  ["km", "ខ្មែរ", "Khmer"],
  ["rw", "Kinyarwanda", "Kinyarwanda"],
  ["lo", "ລາວ", "Lao"],
  ["mn", "монгол", "Mongolian"],
  ["ne", "नेपाली", "Nepali"],
  ["nb", "norsk bokmål", "Norwegian Bokmål"],
  ["or", "ଓଡ଼ିଆ", "Odia"],
  ["ps", "پښتو", "Pashto"],
  ["pt", "português", "Portuguese"],
  ["pt_BR", "português (Brasil)", "Portuguese (Brazil)"],
  ["ro", "română", "Romanian"],
  ["ru", "русский", "Russian"],
  ["si", "සිංහල", "Sinhala"],
  ["es", "español", "Spanish"],
  ["es_419", "español (Latinoamérica)", "Spanish (Latin America)", { since: 42 }],
  ["sv", "svenska", "Swedish"],
  ["tg", "тоҷикӣ", "Tajik"],
  ["tet", "Tetum", "Tetum"],
  ["uk", "українська", "Ukrainian"],
  ["ur", "اردو", "Urdu"],
  ["uz_UZ_Cyrl", "ўзбекча (Кирил, Ўзбекистон)", "Uzbek (Cyrillic, Uzbekistan)", { since: 42 }],
  ["uz_UZ_Latn", "o‘zbek (lotin, Oʻzbekiston)", "Uzbek (Latin, Uzbekistan)", { since: 42 }],
  // 2.41 takes the script for a variant, which has no name.
  ["uz_UZ_Cyrl", "o‘zbek (Oʻzbekiston, Cyrl)", "Uzbek (Uzbekistan, Cyrl)", { until: 41 }],
  ["uz_UZ_Latn", "o‘zbek (Oʻzbekiston, Latn)", "Uzbek (Uzbekistan, Latn)", { until: 41 }],
  ["vi", "Tiếng Việt", "Vietnamese"],
  ["prs", "prs", "prs"],
];

/** `/api/locales/ui`. */
export const localeRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "locales/ui",
    handler: ({ server }) => {
      const tagged = server.schemas.has("localesHaveTags");
      const { version } = server.schemas.data;
      const known = uiLocales.filter(([, , , releases = {}]) => holdsFor(version, releases));
      return json(
        known.map(([locale, name, displayName]) => ({
          locale,
          ...(tagged ? { languageTag: languageTag(locale) } : {}),
          name,
          displayName,
        })),
      );
    },
  },
];

/** `uz_UZ_Cyrl` as `uz-Cyrl-UZ`: a script stands before the region. */
export function languageTag(locale: string): string {
  const [language = "", region, script] = locale.split("_");
  return [language, script, region].filter((part) => part !== undefined).join("-");
}
