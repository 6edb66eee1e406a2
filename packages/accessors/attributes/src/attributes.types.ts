import type { CommonCore } from "@dhis2w/core-common";
import type { Core as Core41 } from "@dhis2w/core-v41";
import type { Core as Core42 } from "@dhis2w/core-v42";
import type { Core as Core43 } from "@dhis2w/core-v43";
import type { AttributableResource } from "./attribute.ts";
import type { Attributes } from "./attributes.ts";
import type { FlagOf } from "./flag.ts";

/** Each attributable resource has its flag in the model of each release. */
type FlagsOf<Core extends Core41 | Core42 | Core43> = FlagOf<AttributableResource<Core>>;
export const flags: [
  FlagsOf<Core41> extends keyof Core41["models"]["Attribute"] ? true : false,
  FlagsOf<Core42> extends keyof Core42["models"]["Attribute"] ? true : false,
  FlagsOf<Core43> extends keyof Core43["models"]["Attribute"] ? true : false,
] = [true, true, true];

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

declare const of41: Attributes<Core41>;
declare const of43: Attributes<Core43>;
export const all: [Attributes<Core41>, Attributes<Core43>] = [of41, of43];

declare const ofAll: Attributes<CommonCore>;
export const forAnyServer: Attributes<CommonCore> = ofAll;
