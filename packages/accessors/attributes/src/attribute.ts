/** What the accessor needs of a release's types: its own model of an attribute, and its resource table. */
export interface AttributesCore {
  readonly models: { readonly Attribute: object };
  readonly resources: object;
}

/** Names of the resources whose objects can carry attribute values in this release. */
export type AttributableResource<Core extends AttributesCore> = {
  [Name in keyof Core["resources"]]: Core["resources"][Name] extends { attributable: true } ? Name : never;
}[keyof Core["resources"]] &
  string;

/** Properties of the release's own model that a read carries beside those named here. */
type ReadProperty =
  | "description"
  | "displayName"
  | "mandatory"
  | "optionSet"
  | "sharing"
  | "shortName"
  | "sortOrder"
  | "translations"
  | "unique"
  | "valueType";

/** An attribute with the resources whose objects can carry values of it; the rest is typed by the release. */
export type AttributeInResources<Core extends AttributesCore> = Pick<
  Core["models"]["Attribute"],
  Extract<ReadProperty, keyof Core["models"]["Attribute"]>
> & {
  /** UID */
  readonly id: string;
  readonly code?: string;
  readonly name: string;
  /** Names of resources: `dataElements`. */
  readonly resources: readonly AttributableResource<Core>[];
};

/** The types of values that the release knows. */
type ValueTypeOf<Core extends AttributesCore> = Core["resources"] extends {
  readonly attributes: { create: { valueType: infer ValueType } };
}
  ? ValueType
  : string;

/** From what an attribute is made. */
export interface NewAttribute<Core extends AttributesCore> {
  readonly name: string;
  readonly valueType: ValueTypeOf<Core>;
  /** The resources whose objects can carry values of it, at least one. */
  readonly resources: readonly AttributableResource<Core>[];
  /** At most 50 characters. */
  readonly shortName?: string | undefined;
  readonly code?: string | undefined;
  readonly description?: string | undefined;
  /** Whether no two objects of a resource may have the same value; `false` by default. */
  readonly unique?: boolean | undefined;
  /** Whether no object may be stored without a value; `false` by default. */
  readonly mandatory?: boolean | undefined;
  /** UID of the option set whose codes are the values. */
  readonly optionSet?: string | undefined;
  /** UID of the new attribute; the server makes one otherwise. */
  readonly uid?: string | undefined;
}
