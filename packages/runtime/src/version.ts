import type { ServerDescription } from "@dhis2w/query";
import { Dhis2VersionError } from "./errors/classes.ts";

/** What a server says about itself when asked. */
export interface SystemInfo {
  /** `2.42.5.2` */
  readonly version: string;
  readonly revision: string | undefined;
}

/** How a client takes a server of another major version: refuse, report to `onWarning`, or don't look. */
export type VersionCheck = "strict" | "warn" | "off";

/** Reads `/api/system/info`; `undefined` when the server does not say its version. */
export function readSystemInfo(body: unknown): SystemInfo | undefined {
  const { version, revision } = (body ?? {}) as { readonly version?: unknown; readonly revision?: unknown };
  if (typeof version !== "string" || version === "") return undefined;
  return { version, revision: typeof revision === "string" ? revision : undefined };
}

/** The error of a server that is not of the major version that the client was made for; other patches are fine. */
export function compareVersions(
  client: ServerDescription,
  info: SystemInfo | undefined,
): Dhis2VersionError | undefined {
  const expected = client.version;
  const major = /^(?:2\.)?(\d+)/.exec(info?.version ?? "")?.[1];
  const facts = { expected, actual: info?.version };
  if (info === undefined || major === undefined)
    return new Dhis2VersionError(
      "VERSION.UNKNOWN",
      "GET /api/system/info did not tell a DHIS2 version",
      facts,
    );
  if (Number(major) === expected) return undefined;
  return new Dhis2VersionError(
    "VERSION.MISMATCH",
    `the server runs DHIS2 ${info.version}, this client is made for 2.${expected}: install @dhis2w/client-v${major}, ` +
      `or pass versionCheck: "warn"`,
    facts,
  );
}
