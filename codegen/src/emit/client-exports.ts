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
    "Answer",
    "AnswerFacts",
    "Auth",
    "BodyAs",
    "BodyForms",
    "ByCode",
    "CallOptions",
    "ClientOptions",
    "Clock",
    "CodeRef",
    "CollectionChange",
    "CollectionOf",
    "CommonDhis2",
    "CommonResource",
    "CommonResources",
    "ConnectOptions",
    "Connection",
    "CountOptions",
    "CreateOf",
    "Dhis2ErrorCode",
    "Dhis2ErrorOf",
    "Dhis2ErrorTypes",
    "ErrorFacts",
    "FindingPath",
    "GetOptions",
    "HttpMethod",
    "Identified",
    "ImportMetadataOptions",
    "ImportRow",
    "ImportStats",
    "MetadataIdentifier",
    "MetadataImportStrategy",
    "ImportTarget",
    "Item",
    "JobFailure",
    "JobOutcome",
    "JobReference",
    "JsonPatchOperation",
    "Judged",
    "ListItem",
    "ListOptions",
    "MetadataBundle",
    "MetadataImportRow",
    "MetadataReport",
    "Middleware",
    "ModelName",
    "ModelOf",
    "NotDeletedError",
    "ObjectReport",
    "One",
    "Page",
    "PageOptions",
    "Pager",
    "PatchChanges",
    "PatchOperation",
    "PatchOperations",
    "QueryValue",
    "ReadOptions",
    "Replacement",
    "ReplacementOf",
    "RequestFacts",
    "RequestOptions",
    "Resource",
    "ResourceSchemas",
    "RetryOptions",
    "SaveManyOptions",
    "Schema",
    "SchemaIssue",
    "SearchOptions",
    "SystemInfo",
    "TypedItem",
    "TypedResource",
    "UpdateOf",
    "ValidationFinding",
    "ValidationMode",
    "ValidationOptions",
    "ValidationReport",
    "ValidationSide",
    "Validator",
    "VersionCheck",
    "WaitForJobOptions",
    "Writes",
  ],
} as const;

/** What a client hands on of `@dhis2w/query`: the types that the models are written in, and queries. */
export const queryExports = {
  values: ["QueryError", "where"],
  types: [
    "Changes",
    "CheckedFields",
    "CheckedFilter",
    "CheckedOrder",
    "DateTime",
    "FilterOperator",
    "FilterValue",
    "ListOperator",
    "OpenEnum",
    "QueryErrorCode",
    "QuirkValue",
    "Ref",
    "ResourceTable",
    "ResourceType",
    "Selected",
    "ServerDescription",
    "UnaryOperator",
    "ValueOperator",
  ],
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
  /** Types that its users name. */
  readonly types: readonly string[];
}

const accessorTypes: Readonly<Record<string, readonly string[]>> = {
  "attribute-values": [
    "AttributableResource",
    "AttributeReference",
    "AttributeValues",
    "AttributeValueWithAttribute",
    "FindOptions",
    "RuntimeName",
  ],
  "category-combos": [
    "CategoryComboEdit",
    "CategoryCombos",
    "CategoryComboUser",
    "CategoryComboWithParts",
    "DeleteOptions",
    "InUseError",
    "ListAllOptions",
    "MatrixBlockedError",
    "MatrixDifference",
    "MatrixRow",
    "MatrixTimeoutError",
    "MembershipChange",
    "NamedObject",
    "NewCategoryCombo",
    "UnexpectedCountError",
    "WaitOptions",
  ],
};

/** The names that belong to an accessor: `category-combos` is `categoryCombos`, a `CategoryCombos`. */
export function accessorNamed(id: string): Accessor {
  const type = id.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
  return {
    id,
    property: type.slice(0, 1).toLowerCase() + type.slice(1),
    type,
    create: `create${type}`,
    types: accessorTypes[id] ?? [],
  };
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
    types: ["AttributableResource", "AttributeInResources", "NewAttribute"],
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
