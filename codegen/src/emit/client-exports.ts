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
    "importMetadata",
    "isDhis2Error",
    "isUid",
    "personalAccessToken",
    "startMetadataImport",
    "validateWith",
    "waitForJob",
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
    "ImportMetadataOptions",
    "ImportRow",
    "ImportTarget",
    "JobFailure",
    "JobOutcome",
    "JobReference",
    "JsonPatchOperation",
    "ListOptions",
    "MetadataBundle",
    "MetadataImportRow",
    "MetadataReport",
    "Middleware",
    "ObjectReport",
    "Page",
    "PageOptions",
    "Pager",
    "RequestOptions",
    "Resource",
    "RetryOptions",
    "SaveManyOptions",
    "SystemInfo",
    "TypedResource",
    "VersionCheck",
    "WaitForJobOptions",
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
  /** Classes that are made of a client and generic in the core, each with what it is for. */
  readonly typed: Readonly<Record<string, string>>;
  /** Classes that are made of a client and are the same for each release. */
  readonly untyped?: Readonly<Record<string, string>>;
  /** Further types that their users name. */
  readonly types: readonly string[];
}

/** By folder below `packages/accessors`, which is the package's name too. */
export const subpathExports: Readonly<Record<string, SubpathExports>> = {
  attributes: {
    typed: { Attributes: "Attributes of a server, which administrators add to its metadata" },
    types: ["AttributeInResources", "NewAttribute"],
  },
  "category-model": {
    typed: {
      Categories: "Categories of a server",
      CategoryOptionCombos: "Category option combos of a server",
      CategoryOptions: "Category options of a server",
    },
    untyped: {
      CategoryComboBuilder: "Builds category combos from descriptions",
      CategoryModelMaintenance: "Puts the category model of a server in order",
    },
    types: [
      "CategoryChanges",
      "CategoryOptionComboWithOptions",
      "CategoryOptionWithCategories",
      "CategorySpec",
      "CategoryWithOptions",
      "ComboSpec",
      "DataMerge",
      "DataMergeStrategy",
      "DeleteOptionOptions",
      "DimensionKind",
      "EnsureOptions",
      "EnsureReport",
      "EnsuredPart",
      "ExpectedOptionCombo",
      "IncompleteError",
      "MatrixComparison",
      "Merge",
      "MismatchError",
      "NamedPart",
      "NewCategory",
      "NewCategoryOption",
      "NewNames",
      "OptionsChange",
      "PartInUseError",
      "PartSpec",
      "SharedOptionError",
      "StoredOptionCombo",
      "ValidityWindow",
    ],
  },
  "option-sets": {
    typed: { OptionSets: "Option sets of a server" },
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

/** What a client carries and hands on unless its row says otherwise: all there is. */
export const everyAccessor: { readonly accessors: readonly string[]; readonly subpaths: readonly string[] } =
  {
    accessors: ["attribute-values", "category-combos"],
    subpaths: Object.keys(subpathExports),
  };
