/** What the common core promises: every release's objects can be read by it, and what it creates every release takes. */
import type { CommonCore, Models, Resources } from "@dhis2w/core-common";
import type { Core as Core41 } from "@dhis2w/core-v41";
import type { Core as Core42 } from "@dhis2w/core-v42";
import type { Core as Core43 } from "@dhis2w/core-v43";

type Holds<Claim extends true> = Claim;

/** Names of the models whose objects the common type does not take; each is a key of both. */
type Unreadable<Release extends object> = {
  [Name in keyof Models & keyof Release & string]: Release[Name] extends Models[Name] ? never : Name;
}[keyof Models & keyof Release & string];

type Shapes = "create" | "update";

/** Names of the resources whose releases refuse what a common create or update makes. */
type Unwritable<
  Release extends { [Name in keyof Resources]: Record<Shapes, unknown> },
  Shape extends Shapes,
> = {
  [Name in keyof Resources]: Resources[Name][Shape] extends Release[Name][Shape] ? never : Name;
}[keyof Resources];

type Is<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : false) : false;

export type AllModels = [
  Holds<
    Is<keyof Models, keyof Models & keyof Core41["models"] & keyof Core42["models"] & keyof Core43["models"]>
  >,
  Holds<Is<Unreadable<Core41["models"]>, never>>,
  Holds<Is<Unreadable<Core42["models"]>, never>>,
  Holds<Is<Unreadable<Core43["models"]>, never>>,
];

export type AllWrites = [
  Holds<Is<Unwritable<Core41["resources"], "create">, never>>,
  Holds<Is<Unwritable<Core42["resources"], "create">, never>>,
  Holds<Is<Unwritable<Core43["resources"], "create">, never>>,
  Holds<Is<Unwritable<Core41["resources"], "update">, never>>,
  Holds<Is<Unwritable<Core42["resources"], "update">, never>>,
  Holds<Is<Unwritable<Core43["resources"], "update">, never>>,
];

/** The checks above would pass on an empty registry, too. */
export type SomethingIsShared = [
  Holds<"DataElement" | "CategoryCombo" | "Sharing" extends keyof Models ? true : false>,
  Holds<Is<CommonCore["version"], 41 | 42 | 43>>,
];

// A check that something wrong is noticed: a type that no release's data element has.
// @ts-expect-error 'name' of a data element is a text
export type Wrong = Holds<Core42["models"]["DataElement"] extends { name?: number } ? true : false>;
