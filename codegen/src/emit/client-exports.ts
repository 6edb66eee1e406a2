/** What every client hands on from `@dhis2w/runtime`, by name. */
export const runtimeExports = {
  values: [
    "basic",
    "cookie",
    "Dhis2AbortError",
    "Dhis2AuthError",
    "Dhis2Error",
    "Dhis2HttpError",
    "Dhis2ImportError",
    "Dhis2NetworkError",
    "Dhis2ParseError",
    "Dhis2TimeoutError",
    "Dhis2ValidationError",
    "Dhis2VersionError",
    "generateUid",
    "isDhis2Error",
    "isUid",
    "personalAccessToken",
    "validateWith",
  ],
  types: [
    "Auth",
    "CallOptions",
    "ClientOptions",
    "Connection",
    "ConnectOptions",
    "CommonResource",
    "CountOptions",
    "Dhis2ErrorCode",
    "GetOptions",
    "ImportRow",
    "JsonPatchOperation",
    "ListOptions",
    "Middleware",
    "ObjectReport",
    "Page",
    "PageOptions",
    "Pager",
    "RequestOptions",
    "Resource",
    "RetryOptions",
    "SystemInfo",
    "TypedResource",
    "VersionCheck",
  ],
} as const;

/** What a client hands on of `@dhis2w/query`: the types that the models are written in, and queries. */
export const queryExports = {
  values: ["QueryError", "where"],
  types: ["Changes", "DateTime", "FilterOperator", "OpenEnum", "QueryErrorCode", "Ref", "Selected"],
} as const;

/** A hand-written accessor as a client carries it. */
export interface Accessor {
  /** Folder below `packages/accessors`, and name of its package. */
  readonly id: string;
  /** Property of the client. */
  readonly property: string;
  /** Class, generic in the core. */
  readonly type: string;
  /** Makes one from a connection. */
  readonly create: string;
}

/** The names that belong to an accessor: `category-combos` is `categoryCombos`, a `CategoryCombos`. */
export function accessorNamed(id: string): Accessor {
  const type = id.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
  return { id, property: type.slice(0, 1).toLowerCase() + type.slice(1), type, create: `create${type}` };
}

/** What a client hands on by a subpath named after a package. */
export interface SubpathExports {
  /** Classes that are made of a client, generic in the core, each with what it is for. */
  readonly makes: Readonly<Record<string, string>>;
  /** Further types that their users name. */
  readonly types: readonly string[];
}

/** By folder below `packages/accessors`, which is the package's name too. */
export const subpathExports: Readonly<Record<string, SubpathExports>> = {
  "option-sets": {
    makes: { OptionSets: "Option sets of a server" },
    types: [
      "NameTakenError",
      "NotDeletedError",
      "OptionDraft",
      "OptionInSet",
      "OptionSetWithOptions",
      "SyncedOption",
      "SyncOptions",
      "SyncReport",
    ],
  },
};
