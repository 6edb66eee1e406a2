/** What the common core promises: every release's objects can be read by it, and what it creates every release takes. */
import type { Cores } from "@dhis2w/all-cores";
import type { CommonCore, Models, Resources } from "@dhis2w/core-common";

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

/** What a claim comes to for each release, in one union. */
type OfEach<Claim extends Record<keyof Cores, unknown>> = Claim[keyof Cores];

export type AllModels = [
  Holds<Is<OfEach<{ [Id in keyof Cores]: Exclude<keyof Models, keyof Cores[Id]["models"]> }>, never>>,
  Holds<Is<OfEach<{ [Id in keyof Cores]: Unreadable<Cores[Id]["models"]> }>, never>>,
];

export type AllWrites = [
  Holds<Is<OfEach<{ [Id in keyof Cores]: Unwritable<Cores[Id]["resources"], "create"> }>, never>>,
  Holds<Is<OfEach<{ [Id in keyof Cores]: Unwritable<Cores[Id]["resources"], "update"> }>, never>>,
];

/** The checks above would pass on an empty registry, too. */
export type SomethingIsShared = [
  Holds<"DataElement" | "CategoryCombo" | "Sharing" extends keyof Models ? true : false>,
  Holds<Is<CommonCore["version"], Cores[keyof Cores]["version"]>>,
];

// A check that something wrong is noticed: a type that no release's data element has.
// @ts-expect-error 'name' of a data element is a text
export type Wrong = Holds<Cores["v42"]["models"]["DataElement"] extends { name?: number } ? true : false>;
