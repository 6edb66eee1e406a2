import { webMessage } from "../http/answer.ts";
import { ContainerRefusal } from "../http/container.ts";
import { notSupported, Refusal } from "../http/refusal.ts";
import type { Handler, Route } from "../http/routes.ts";
import type { Exchange } from "../server.ts";

/** Signing in with a second factor: who begins to enrol, and nobody who got to the end. */
const isEnrolling = ({ server, caller }: Exchange): boolean => server.enrolling.has(caller.user.uid);

const conflict = (message: string, errorCode: string): Refusal => new Refusal(409, message, { errorCode });

/** An endpoint that only releases with enrolment have. */
function sinceEnrolment(handler: Handler): Handler {
  return (exchange) => {
    const { server, request } = exchange;
    if (!server.schemas.has("twoFactorEnrolment")) throw new ContainerRefusal(404, request, server.schemas);
    return handler(exchange);
  };
}

/** No code is the right one, for the sandbox makes no secret to go by. */
const enable: Handler = (exchange) => {
  if (isEnrolling(exchange)) throw new Refusal(403, "Invalid 2FA code", { errorCode: "E3023" });
  const first = exchange.server.schemas.has("twoFactorEnrolment")
    ? "User must start 2FA enrollment first"
    : "User must call the /qrCode endpoint first";
  throw conflict(first, "E3029");
};

const disable: Handler = () => {
  throw conflict("User has not enabled 2FA", "E3031");
};

const enrol: Handler = ({ server, caller }) => {
  server.enrolling.add(caller.user.uid);
  const message = "The user has enrolled in TOTP 2FA, call the QR code endpoint to continue the process";
  return webMessage(200, "OK", { message });
};

const code: Handler = (exchange) => {
  if (!isEnrolling(exchange)) throw conflict("User is not in TOTP 2FA enrollment mode", "E3047");
  throw notSupported("QR codes of a second factor");
};

/** The picture of the code; the release's words for who does not take pictures. */
const picture: Handler = ({ server }) => {
  const isOld = server.schemas.quirk("springGeneration") === 5;
  throw new Refusal(406, isOld ? "Could not find acceptable representation" : "No acceptable representation");
};

/** `/api/2fa`. */
export const twoFactorRoutes: readonly Route[] = [
  { method: "POST", path: "2fa/enabled", handler: enable },
  { method: "POST", path: "2fa/enable", handler: sinceEnrolment(enable) },
  { method: "POST", path: "2fa/disabled", handler: disable },
  { method: "POST", path: "2fa/disable", handler: sinceEnrolment(disable) },
  { method: "POST", path: "2fa/enrollTOTP2FA", handler: sinceEnrolment(enrol) },
  { method: "GET", path: "2fa/qrCodeJson", handler: sinceEnrolment(code) },
  { method: "GET", path: "2fa/qrCode", handler: picture },
];
