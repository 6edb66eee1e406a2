import { json } from "../http/answer.ts";
import type { Handler, Route } from "../http/routes.ts";

/** What the sign-in page of a server that nobody configured shows. */
const loginConfig: Handler = ({ server }) => {
  const { data } = server.schemas;
  const everyKey = server.schemas.has("settingsNameEveryKey");
  return json({
    apiVersion: data.release,
    applicationTitle: everyKey ? "" : "DHIS 2",
    ...(everyKey
      ? {
          applicationDescription: "",
          applicationNotification: "",
          applicationLeftSideFooter: "",
          applicationRightSideFooter: "",
          loginPageTemplate: "",
          minPasswordLength: "8",
          maxPasswordLength: "72",
        }
      : {}),
    countryFlag: "dhis2",
    uiLocale: "en",
    loginPopup: "",
    loginPageLayout: "DEFAULT",
    recaptchaSite: "6LcVwT0UAAAAAAkO_EGPiYOiymIszZUeHfqWIYX5",
    emailConfigured: false,
    selfRegistrationEnabled: false,
    selfRegistrationNoRecaptcha: false,
    allowAccountRecovery: false,
    useCustomLogoFront: false,
    oidcProviders: [],
  });
};

/** `/api/loginConfig`, which needs no sign-in. */
export const loginConfigRoutes: readonly Route[] = [
  { method: "GET", path: "loginConfig", handler: loginConfig, public: true },
];
