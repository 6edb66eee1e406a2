/** Parameters of an answer with fields. */
export const viewParameters: readonly string[] = ["fields", "defaults", "translate", "locale", "skipSharing"];

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

/** Parameters of a gist. */
export const gistParameters: readonly string[] = [
  "absoluteUrls",
  "auto",
  "describe",
  "fields",
  "filter",
  "headless",
  "inverse",
  "locale",
  "order",
  "orgUnitsOffline",
  "orgUnitsTree",
  "page",
  "pageListName",
  "pageSize",
  "references",
  "rootJunction",
  "total",
  "totalPages",
  "translate",
];
