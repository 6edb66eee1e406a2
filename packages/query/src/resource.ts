/** One row of a release's resource table, as a type: the model it serves and the shapes it takes. */
export interface ResourceType<
  Model extends string = string,
  Create = unknown,
  Update = unknown,
  Attributable extends boolean = boolean,
> {
  /** Name of the read model, a key of `Models`. */
  model: Model;
  create: Create;
  update: Update;
  /** Whether objects of this resource can carry attribute values. */
  attributable: Attributable;
}

/** The types that a generated core hands to the runtime. */
export interface CoreTypes {
  /** Major version: 42 for DHIS2 2.42. */
  version: number;
  /** Read models by name. */
  models: object;
  /** Resource rows by name; the name is the plural, which is also the key of a list answer. */
  resources: object;
}

/**
 * The run-time half of the resource table. The name of a resource is the key of its list answers, and its path
 * relative to `/api` unless `paths` says otherwise.
 */
export interface ResourceTable<Name extends string = string> {
  /** Names of the resources whose objects can carry attribute values. */
  readonly attributable: readonly Name[];
  /** Names of all other resources. */
  readonly others: readonly Name[];
  /** Paths of the resources that are not served under their name. */
  readonly paths: { readonly [Key in Name]?: string };
  /**
   * Who refers to a model, for the models whose users are looked up before a delete: by model the resources, by resource
   * the paths of the referring properties, `{ CategoryCombo: { dataSets: ["categoryCombo", "dataSetElements.categoryCombo"] } }`.
   */
  readonly referrers: { readonly [Model: string]: { readonly [Key in Name]?: readonly string[] } };
}

/**
 * Changes to an object that is made from `Create`: whatever is absent stays as stored, and `null` clears
 * what a create may leave out.
 */
export type Changes<Create> = {
  [Property in keyof Create]?: Create[Property] | (undefined extends Create[Property] ? null : never);
};
