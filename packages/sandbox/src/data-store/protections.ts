import type { Caller } from "../access/access.ts";
import { hasAny } from "../access/access.ts";
import { Refusal } from "../http/refusal.ts";
import type { JsonObject } from "../store/values.ts";

type Protection = "NONE" | "RESTRICTED" | "HIDDEN";

interface ProtectedNamespace {
  readonly reads: Protection;
  readonly writes: Protection;
  readonly authorities: readonly string[];
}

/** Namespaces that DHIS2 keeps for itself, and who may use them all the same. */
const namespaces: Readonly<Record<string, ProtectedNamespace>> = {
  ANDROID_SETTINGS_APP: { reads: "NONE", writes: "RESTRICTED", authorities: ["M_androidsettingsapp"] },
  METADATASTORE: { reads: "HIDDEN", writes: "HIDDEN", authorities: ["F_METADATA_MANAGE"] },
  ORG_UNIT_PROFILE: { reads: "NONE", writes: "RESTRICTED", authorities: ["ALL", "F_ORG_UNIT_PROFILE_ADD"] },
  capture: { reads: "NONE", writes: "RESTRICTED", authorities: ["F_CAPTURE_DATASTORE_UPDATE"] },
  "settings-translations": { reads: "RESTRICTED", writes: "RESTRICTED", authorities: ["F_SYSTEM_SETTING"] },
  "sms-config": { reads: "RESTRICTED", writes: "RESTRICTED", authorities: ["F_MOBILE_SENDSMS"] },
};

/** All protections, as `/api/dataStore/protections` lists them. */
export function protections(): JsonObject[] {
  return Object.entries(namespaces).map(([namespace, { reads, writes, authorities }]) => ({
    namespace,
    reads,
    writes,
    readAuthorities: authorities,
    writeAuthorities: authorities,
  }));
}

/** Whether a namespace is as if it were not there for a user. */
export function isHidden(namespace: string, caller: Caller, use: "reads" | "writes"): boolean {
  return protectionFor(namespace, caller, use) === "HIDDEN";
}

/** Refuses a namespace that a user may not use. */
export function checkProtection(namespace: string, caller: Caller, use: "reads" | "writes"): void {
  if (protectionFor(namespace, caller, use) === "RESTRICTED")
    throw new Refusal(403, `Namespace '${namespace}' is protected, access denied`, { errorCode: "E1006" });
}

function protectionFor(namespace: string, caller: Caller, use: "reads" | "writes"): Protection {
  const protection = Object.hasOwn(namespaces, namespace) ? namespaces[namespace] : undefined;
  return protection === undefined || hasAny(caller, protection.authorities) ? "NONE" : protection[use];
}
