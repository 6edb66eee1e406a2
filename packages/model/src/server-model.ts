/**
 * The one intermediate representation: everything that emitters, diff and sandbox know about a server.
 * Plain JSON, sorted, without anything that differs between two snapshots of the same server.
 */
export interface ServerModel {
  readonly source: ServerSource;
  /** By `name`, code-point order: a model for each schema and for each COMPLEX class a schema reaches. */
  readonly models: readonly Model[];
  /** By `name`, code-point order. */
  readonly enums: readonly EnumModel[];
  /** Every metadata resource with an endpoint, by `name`. */
  readonly resources: readonly ResourceModel[];
  /** This release's slice of the quirk table, by `id`. */
  readonly quirks: readonly QuirkSlice[];
  readonly report: ModelReport;
}

export interface ServerSource {
  /** Folder and package suffix: `v42`. */
  readonly id: string;
  /** Major version: 42. */
  readonly version: number;
  /** `2.42.5.2` */
  readonly release: string;
  readonly revision: string;
  /** When the release was built, in the zone where it was: `2026-11-22T00:32:37.000`. */
  readonly buildTime?: string;
}

export interface Model {
  /** TypeScript name, unique in the release: `DataElement`. */
  readonly name: string;
  /** Fully qualified Java class, or `openapi:Name` where only an OpenAPI component is known: the key across releases. */
  readonly klass: string;
  /** `schema`: has a row in `/api/schemas`; `embedded`: a COMPLEX class found in OpenAPI or by a correction. */
  readonly kind: "schema" | "embedded";
  /** Short key of a schema: `dataElement`. */
  readonly singular?: string;
  readonly plural?: string;
  readonly displayName?: string;
  readonly description?: string;
  /** True where values stand whole inside their owner rather than as `{ id }`. */
  readonly embedded: boolean;
  readonly identifiable: boolean;
  readonly metadata: boolean;
  readonly persisted: boolean;
  readonly translatable: boolean;
  readonly shareable: boolean;
  readonly dataShareable: boolean;
  readonly defaultPrivate: boolean;
  /** Users may mark its objects as favourites. */
  readonly favoritable?: boolean;
  /** Users may subscribe to its objects. */
  readonly subscribable?: boolean;
  readonly authorities: readonly { readonly type: string; readonly authorities: readonly string[] }[];
  /** Import order of the server. */
  readonly order?: number;
  /** By wire name, code-point order. */
  readonly properties: readonly Property[];
  /** Where an object has further keys than named ones. */
  readonly indexType?: TypeRef;
  /**
   * The model whose objects these are a summary of: where a read has a `UserSummary`, a write refers to a
   * `User` by `{ id }`.
   */
  readonly standsFor?: string;
}

export interface Property {
  /** Name on the wire: the key of a property. */
  readonly name: string;
  /** Name of one item of a collection where it is another, as import reports write it: `category` of `categories`. */
  readonly itemName?: string;
  /** Java field, internal to the server; kept for diffs and messages. */
  readonly fieldName: string;
  readonly type: TypeRef;
  readonly description?: string;
  /** `always`: in every full read of the object, with evidence; `optional` otherwise. */
  readonly presence: "always" | "optional";
  /** `PropertyType` of the server: `REFERENCE`, `COLLECTION`, `TEXT`, … */
  readonly propertyType: string;
  /** The server writes `null` where it has no value, instead of leaving the key out. */
  readonly nullable?: boolean;
  readonly itemPropertyType?: string;
  readonly collection: boolean;
  readonly ordered: boolean;
  readonly owner: boolean;
  readonly persisted: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly simple: boolean;
  readonly required: boolean;
  readonly unique: boolean;
  readonly sortable?: boolean;
  /** Whether the gist's `*` includes it whatever its type, or never; absent where its type decides. */
  readonly gistIncluded?: boolean;
  /** Place among the properties that order a gist which asks for no order. */
  readonly gistOrder?: number;
  readonly translatable: boolean;
  /** Value of `translations[].property` for this property: `SHORT_NAME`. */
  readonly translationKey?: string;
  /** Column length, texts only. */
  readonly length?: number;
  /** Bounds that mean something: those of the Java type itself are left out. */
  readonly min?: number;
  readonly max?: number;
  readonly defaultValue?: unknown;
  readonly cascade?: string;
  readonly manyToMany: boolean;
  readonly oneToOne: boolean;
  readonly manyToOne: boolean;
  readonly oneToMany: boolean;
  readonly owningRole?: string;
  readonly inverseRole?: string;
  /** Id of the correction that shaped this property, if one did: `BUG-022`. */
  readonly correction?: string;
}

/** A type as the wire has it. */
export type TypeRef =
  | { readonly kind: "text" }
  | { readonly kind: "dateTime" }
  | { readonly kind: "number" }
  | { readonly kind: "integer" }
  | { readonly kind: "boolean" }
  | { readonly kind: "literal"; readonly value: string }
  | { readonly kind: "enum"; readonly name: string }
  /** `{ id }` of another model */
  | { readonly kind: "ref"; readonly model: string }
  /** The value stands here whole. */
  | { readonly kind: "embedded"; readonly model: string }
  | { readonly kind: "array"; readonly item: TypeRef }
  | { readonly kind: "map"; readonly value: TypeRef }
  | { readonly kind: "union"; readonly members: readonly TypeRef[] }
  /** Open JSON, or a class that nothing describes; `reason` says which. */
  | { readonly kind: "unknown"; readonly reason: string };

export interface EnumModel {
  /** TypeScript name, unique in the release: `ValueType`. */
  readonly name: string;
  readonly klass: string;
  /** In the server's order. */
  readonly members: readonly string[];
}

export interface ResourceModel {
  /** Key of `client.resources` and of list answers: `dataElements`. */
  readonly name: string;
  /** Path relative to `/api`, without a leading slash. */
  readonly path: string;
  /** Name of the read model. */
  readonly model: string;
  readonly attributable: boolean;
}

export interface QuirkSlice {
  /** `BUG-033` */
  readonly id: string;
  /** Name of the behaviour, camelCase: how runtime, accessors and sandbox ask for it. */
  readonly name: string;
  readonly value: boolean | string | number;
  /** Whether clients ask for it; the sandbox asks for all. */
  readonly client: boolean;
  /** The release whose value this is, `v43`, where none was recorded for this one. */
  readonly assumedFrom?: string;
}

/** What `dhis2w model` prints. */
export interface ModelReport {
  readonly schemas: number;
  readonly properties: number;
  readonly enums: number;
  /** Classes without a schema, and where their shape comes from. */
  readonly complex: readonly {
    readonly klass: string;
    readonly from: "openapi" | "correction" | "unknown";
    readonly reason?: string;
  }[];
  /** Classes that `/api/schemas` and OpenAPI both describe. */
  readonly sharedClasses: number;
  /** Names that only one of the two sources has, each with the reason why that is fine. */
  readonly disagreements: readonly {
    readonly klass: string;
    readonly name: string;
    readonly side: "schemas" | "openapi";
    readonly reason: string;
    readonly correction?: string;
  }[];
  /** Corrections that were applied. */
  readonly corrections: readonly { readonly id: string; readonly subject: string; readonly reason: string }[];
}
