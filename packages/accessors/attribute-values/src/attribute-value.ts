import type { CallOptions } from "@dhis2w/runtime";

/** What the accessor needs of a release's types: its resource table. */
export interface AttributeValuesCore {
  readonly resources: object;
}

/** Names of the resources whose objects can carry attribute values in this release. */
export type AttributableResource<Core extends AttributeValuesCore> = {
  [Name in keyof Core["resources"]]: Core["resources"][Name] extends { attributable: true } ? Name : never;
}[keyof Core["resources"]] &
  string;

/**
 * A name that is only known at run time: any `string`, but no literal, so that a name that the compiler can see is held
 * against {@link AttributableResource}.
 */
export type RuntimeName<Name extends string> = string extends Name ? Name : never;

/** Code or UID of an attribute, or the attribute as it was read. */
export type AttributeReference = string | { readonly id: string };

/** A value of an object with the attribute that it is of. */
export interface AttributeValueWithAttribute {
  readonly attribute: {
    /** UID */
    readonly id: string;
    readonly code?: string;
    readonly name: string;
  };
  readonly value: string;
}

/** How to look for objects. */
export interface FindOptions extends CallOptions {
  /** Further filters (`path:eq:…`), all of which must hold. */
  readonly filter?: string | readonly string[] | undefined;
}
