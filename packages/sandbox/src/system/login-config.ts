import { json } from "../http/answer.ts";
import type { Handler, Route } from "../http/routes.ts";
import { isEmailConfigured } from "../settings/settings.ts";
import { type DraftValues, emptyValues } from "../store/values.ts";

/** Texts of the page by the settings that hold them. */
const texts: Readonly<Record<string, string>> = {
  applicationTitle: "applicationTitle",
  applicationDescription: "keyApplicationIntro",
  applicationNotification: "keyApplicationNotification",
  applicationLeftSideFooter: "keyApplicationFooter",
  applicationRightSideFooter: "keyApplicationRightFooter",
  loginPopup: "loginPopup",
};

/** What the sign-in page shows. */
const loginConfig: Handler = ({ server, request }) => {
  const { settings, schemas } = server;
  const everyKey = schemas.has("settingsNameEveryKey");
  const locale = request.query.get("locale") ?? "en";
  // What nobody set is empty to the newer releases, even where the settings begin with a text.
  const own = (key: string): string | undefined =>
    everyKey ? (settings.isSet(key) ? settings.text(key) : "") : settings.read(key);
  const config: DraftValues = emptyValues();
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined) config[name] = value;
  };
  config["apiVersion"] = schemas.data.release;
  for (const [name, key] of Object.entries(texts)) put(name, settings.translation(key, locale) ?? own(key));
  put("countryFlag", settings.read("keyFlag"));
  put("uiLocale", settings.text("keyUiLocale").split("_")[0]);
  const hasLogo = settings.flag("keyUseCustomLogoFront");
  put("loginPageLogo", hasLogo ? "/api/staticContent/logo_front.png" : undefined);
  put("loginPageLayout", settings.read("loginPageLayout"));
  put("loginPageTemplate", settings.read("loginPageTemplate"));
  put("recaptchaSite", settings.read("recaptchaSite"));
  if (everyKey) {
    put("minPasswordLength", settings.read("minPasswordLength"));
    put("maxPasswordLength", settings.read("maxPasswordLength"));
  }
  return json({
    ...config,
    emailConfigured: isEmailConfigured(settings),
    selfRegistrationEnabled: false,
    selfRegistrationNoRecaptcha: settings.flag("keySelfRegistrationNoRecaptcha"),
    allowAccountRecovery: settings.flag("keyAccountRecovery"),
    useCustomLogoFront: hasLogo,
    oidcProviders: [],
  });
};

/** `/api/loginConfig`, which needs no sign-in. */
export const loginConfigRoutes: readonly Route[] = [
  { method: "GET", path: "loginConfig", handler: loginConfig, public: true },
];
