import type { Cores } from "@dhis2w/all-cores";
import type { CommonCore } from "@dhis2w/core-common";
import type { Core as Core42 } from "@dhis2w/core-v42";
import { isDhis2Error } from "@dhis2w/runtime";
import type { OptionSets } from "./option-sets.ts";

declare const sets: OptionSets<Core42>;

export async function readsAreTyped(): Promise<void> {
  const set = await sets.getByCode("COLOUR");
  const codes: string[] = set.options.map((option) => option.code);
  const colour: string | undefined = set.options[0]?.style?.color;
  console.log(codes, colour, set.version, set.valueType);
  // @ts-expect-error the groups of an option are not read
  set.options[0]?.optionGroups;
}

export async function draftsAreChecked(): Promise<void> {
  const report = await sets.sync("COLOUR", [{ code: "RED", name: "Red", style: null }], { dryRun: true });
  const removed: readonly string[] = report.removed.map((option) => option.id);
  console.log(removed);
  // @ts-expect-error an option has a code
  await sets.sync("COLOUR", [{ name: "Red" }]);
  // @ts-expect-error a misspelt property
  await sets.sync("COLOUR", [{ code: "RED", name: "Red", colour: "#ff0000" }]);
  // @ts-expect-error a name cannot be cleared
  await sets.sync("COLOUR", [{ code: "RED", name: null }]);
  // @ts-expect-error a misspelt setting
  await sets.sync("COLOUR", [], { deleteMissing: true });
}

declare const ofEach: { readonly [Id in keyof Cores]: OptionSets<Cores[Id]> };

/** Code for any server takes the common part, and every release's accessor is one. */
export const forAnyServer: readonly OptionSets<CommonCore>[] = Object.values(ofEach);

export function errorsAreNarrowed(error: unknown): void {
  if (isDhis2Error(error, "OPTION.NOT_DELETED")) console.log(error.uids.length);
  if (isDhis2Error(error, "OPTION_SET.NAME_TAKEN")) console.log(error.uid);
}
