import type { Cores } from "@dhis2w/all-cores";
import type { CommonCore } from "@dhis2w/core-common";
import type { Core as Core42 } from "@dhis2w/core-v42";
import type { AttributableResource } from "./attribute.ts";
import type { Attributes } from "./attributes.ts";
import type { FlagOf } from "./flag.ts";

/** Whether each attributable resource has its flag in the model of a release. */
type HasFlags<Id extends keyof Cores> =
  FlagOf<AttributableResource<Cores[Id]>> extends keyof Cores[Id]["models"]["Attribute"] ? true : false;
export const flags: { readonly [Id in keyof Cores]: HasFlags<Id> } extends Record<keyof Cores, true>
  ? true
  : false = true;

declare const attributes: Attributes<Core42>;

export async function resourcesAndTypesAreChecked(): Promise<void> {
  const [one] = await attributes.listFor("organisationUnits");
  const resources: readonly string[] = one?.resources ?? [];
  console.log(resources, one?.valueType, one?.unique, one?.optionSet?.id);
  await attributes.create({ name: "SNOMED", valueType: "TEXT", resources: ["options"] });
  // @ts-expect-error category combos carry no attribute values
  await attributes.listFor("categoryCombos");
  // @ts-expect-error a misspelt resource
  await attributes.create({ name: "SNOMED", valueType: "TEXT", resources: ["option"] });
  // @ts-expect-error no such type of values
  await attributes.create({ name: "SNOMED", valueType: "COLOUR", resources: ["options"] });
  // @ts-expect-error an attribute is for something
  await attributes.create({ name: "SNOMED", valueType: "TEXT" });
}

/** The core of every release will do. */
export type OfEach = { readonly [Id in keyof Cores]: Attributes<Cores[Id]> };

declare const ofAll: Attributes<CommonCore>;
export const forAnyServer: Attributes<CommonCore> = ofAll;
