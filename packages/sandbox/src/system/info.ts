import { hasAny } from "../access/access.ts";
import { type Answer, json, noStore, text } from "../http/answer.ts";
import type { Route } from "../http/routes.ts";
import { formatDate } from "../query/date.ts";
import type { Exchange } from "../server.ts";
import { isEmailConfigured } from "../settings/settings.ts";
import { emptyValues, type Json, type JsonObject } from "../store/values.ts";

/** What a release tells of itself, and that it is there. */
export const infoRoutes: readonly Route[] = [
  { method: "GET", path: "system/info", handler: info },
  { method: "GET", path: "system/ping", handler: ping, produces: ["application/json", "text/plain"] },
  {
    method: "GET",
    path: "ping",
    handler: () => ({ status: 200, headers: {}, body: undefined }),
    public: true,
  },
];

function ping({ request }: Exchange): Answer {
  const wantsText = (request.headers.get("accept") ?? "").startsWith("text/plain");
  return text(
    "pong",
    wantsText ? "text/plain;charset=UTF-8" : "application/json;charset=UTF-8",
    200,
    noStore,
  );
}

function info(exchange: Exchange): Answer {
  const asked = (exchange.request.query.get("fields") ?? "*").split(",").map((name) => name.trim());
  const all = systemInfo(exchange);
  if (asked.includes("*") || asked.includes(":all")) return json(all, 200, noStore);
  const chosen = emptyValues();
  for (const [name, value] of Object.entries(all)) if (asked.includes(name)) chosen[name] = value;
  return json(chosen, 200, noStore);
}

/** What was never done, or not since the epoch. */
const never = formatDate(0);

function systemInfo(exchange: Exchange): JsonObject {
  const { server, request, caller } = exchange;
  const { schemas, settings } = server;
  const tablesMade = settings.text("keyLastSuccessfulAnalyticsTablesUpdate");
  const isNew = schemas.has("systemInfoNamesUnsetDates");
  const now = server.clock();
  const maySeeServer = hasAny(caller, ["F_VIEW_SERVER_INFO"]);
  return {
    contextPath: request.baseUrl,
    calendar: settings.text("keyCalendar"),
    dateFormat: settings.text("keyDateFormat").toLowerCase(),
    serverDate: formatDate(now),
    serverTimeZoneId: "UTC",
    ...(schemas.has("systemInfoTellsSession") ? { sessionTimeout: 3600 } : {}),
    serverTimeZoneDisplayName: "Coordinated Universal Time",
    lastAnalyticsTableSuccess: tablesMade,
    intervalSinceLastAnalyticsTableSuccess: interval(now - Date.parse(`${tablesMade}Z`)),
    lastAnalyticsTableRuntime: settings.text("keyLastSuccessfulAnalyticsTablesRuntime"),
    ...(isNew
      ? {
          lastSystemMonitoringSuccess: never,
          lastAnalyticsTablePartitionSuccess: never,
          intervalSinceLastAnalyticsTablePartitionSuccess: interval(now),
          lastAnalyticsTablePartitionRuntime: "",
          systemMetadataVersion: settings.text("keySystemMetadataVersion"),
          lastMetadataVersionSyncAttempt: never,
        }
      : {}),
    databaseInfo: {
      ...(maySeeServer ? { name: "sandbox", user: "sandbox", url: "memory", databaseVersion: "none" } : {}),
      spatialSupport: true,
      time: formatDate(now),
    },
    ...(schemas.has("systemInfoTellsSession") ? { capability: { analyticsTotalCounts: false } } : {}),
    ...(schemas.has("systemInfoTellsBaseUrl") ? { instanceBaseUrl: request.baseUrl } : {}),
    version: schemas.data.release,
    revision: schemas.data.revision,
    ...(schemas.data.buildTime === undefined ? {} : { buildTime: schemas.data.buildTime }),
    ...(maySeeServer ? machine() : {}),
    encryption: maySeeServer,
    emailConfigured: isEmailConfigured(settings),
    redisEnabled: false,
    systemName: settings.text("applicationTitle"),
    isMetadataVersionEnabled: settings.flag("keyVersionEnabled"),
  };
}

/** What only those may see who may see the server. */
function machine(): Record<string, Json> {
  return {
    jasperReportsVersion: "6.20.0",
    environmentVariable: "DHIS2_HOME",
    fileStoreProvider: "filesystem",
    readOnlyMode: "off",
    nodeId: "sandbox",
    javaVersion: "17.0.15",
    javaVendor: "none",
    osName: "sandbox",
    osArchitecture: "none",
    osVersion: "none",
    externalDirectory: "none",
    readReplicaCount: 0,
    memoryInfo: "none",
    cpuCores: 1,
    clusterHostname: "sandbox",
  };
}

/** `498697 h, 39 m, 28 s`; parts that are zero at the beginning are left out. */
function interval(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const parts = [...(hours > 0 ? [`${hours} h`] : []), ...(hours > 0 || minutes > 0 ? [`${minutes} m`] : [])];
  return [...parts, `${seconds % 60} s`].join(", ");
}
