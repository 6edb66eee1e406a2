/** Parameters of an answer with fields. */
export const viewParameters: readonly string[] = [
  "fields",
  "defaults",
  "translate",
  "locale",
  "skipSharing",
  "includeChildren",
  "includeAncestors",
  "includeDescendants",
  "level",
  "maxLevel",
];

/** Parameters of a list. */
export const listParameters: readonly string[] = [
  ...viewParameters,
  "filter",
  "order",
  "paging",
  "page",
  "pageSize",
  "totalPages",
  "query",
  "rootJunction",
  // Of organisation units.
  "userOnly",
  "userDataViewOnly",
  "userDataViewFallback",
  "levelSorted",
  // Of users.
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
];

/** Parameters of a write. */
export const writeParameters: readonly string[] = [
  "importMode",
  "importReportMode",
  "importStrategy",
  "atomicMode",
  "mergeMode",
  "flushMode",
  "preheatMode",
  "preheatIdentifier",
  "identifier",
  "skipSharing",
  "skipTranslation",
  "skipValidation",
  "skipExistsValidation",
  "userOverrideMode",
  "overrideUser",
  "metadataSyncImport",
  "inclusionStrategy",
  "classKey",
  "format",
  "firstRowIsHeader",
  "async",
];
