import type { ServerRequest } from "../http/request.ts";

/** Of every read: what OpenAPI leaves out here and there (BUG-252). */
const reading = [
  "fields",
  "filter",
  "order",
  "paging",
  "page",
  "pageSize",
  "defaults",
  "translate",
  "locale",
];

/** Of one resource alone. Every parameter that was recorded and had an effect is here or in the document. */
const byResource: Readonly<Record<string, readonly string[]>> = {
  organisationUnits: [
    "includeChildren",
    "includeAncestors",
    "includeDescendants",
    "level",
    "maxLevel",
    "userOnly",
    "userDataViewOnly",
    "userDataViewFallback",
    "levelSorted",
    "withinUserHierarchy",
    "withinUserSearchHierarchy",
  ],
  "organisationUnits.geojson": ["level"],
  systemSettings: ["key", "value"],
  userSettings: ["key", "value"],
  users: [
    "ou",
    "userOrgUnits",
    "orgUnitBoundary",
    "userGroup",
    "phoneNumber",
    "canManage",
    "authSubset",
    "lastLogin",
    "inactiveMonths",
    "inactiveSince",
    "selfRegistered",
    "invitationStatus",
    "includeChildren",
  ],
};

/** Parameters that the server reads and its OpenAPI document does not name. */
export function leftOut({ method, segments: [first = ""] }: ServerRequest): readonly string[] {
  const own = Object.hasOwn(byResource, first) ? (byResource[first] ?? []) : [];
  return method === "GET" || method === "HEAD" ? [...reading, ...own] : own;
}
