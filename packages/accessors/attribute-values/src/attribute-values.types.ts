import type { Cores } from "@dhis2w/all-cores";
import type { CommonCore } from "@dhis2w/core-common";
import type { Core as Core42 } from "@dhis2w/core-v42";
import type { AttributeValues } from "./attribute-values.ts";

declare const values: AttributeValues<Core42>;
const uid = "OuClinicA00";

export async function theResourceIsChecked(
  known: "dataElements" | "options",
  runtime: string,
): Promise<void> {
  const code: string | undefined = await values.getValue("organisationUnits", uid, "MFL_CODE");
  await values.setValue(known, uid, "MFL_CODE", code ?? "");
  await values.setValue(runtime, uid, "MFL_CODE", "12345");
  const wasThere: boolean = await values.deleteValue(runtime, uid, "MFL_CODE");
  const uids: string[] = await values.findUidsByValue("categories", "MFL_CODE", "12345", {
    filter: "level:eq:4",
  });
  const first: string | undefined = await values.findOneUidByValue(runtime, "MFL_CODE", "12345");
  const [one] = await values.listFor(known, uid);
  const name: string | undefined = one?.attribute.name;
  console.log(wasThere, uids, first, name, one?.attribute.code, one?.value);
  // @ts-expect-error a misspelt resource
  await values.getValue("organisationUnit", uid, "MFL_CODE");
  // @ts-expect-error category combos carry no attribute values
  await values.setValue("categoryCombos", uid, "MFL_CODE", "12345");
  // @ts-expect-error no such resource
  await values.findUidsByValue("nowhere", "MFL_CODE", "12345");
  // @ts-expect-error values are texts
  await values.setValue("organisationUnits", uid, "MFL_CODE", 12345);
}

declare const ofEach: { readonly [Id in keyof Cores]: AttributeValues<Cores[Id]> };

/** Code for any server takes the common part, and every release's accessor is one. */
export const forAnyServer: readonly AttributeValues<CommonCore>[] = Object.values(ofEach);
