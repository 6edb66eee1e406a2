import { accessOf } from "../access/access.ts";
import type { Model } from "../schema/model.ts";
import { emptyValues, isList, type Json } from "../store/values.ts";
import { type Computed, emptySharing } from "../wire/computed.ts";
import { nameOfUser } from "../wire/write-out.ts";

const name: Computed = (row) => nameOfUser(row);

/** What older releases show of a user once more, in an object of its own. */
const userCredentials: Computed = (row, view, property) => {
  const target = view.schemas.targetOf(property);
  const shown = emptyValues();
  const known: Record<string, Json | undefined> = {
    ...row.values,
    id: row.uid,
    twoFA: false,
    previousPasswords: [],
    access: accessOf(view.caller, row),
    sharing: row.values["sharing"] ?? emptySharing(view.schemas.find("Sharing")),
  };
  for (const { name: key, kind, shape } of target?.properties ?? []) {
    const value = known[key] ?? (shape === "collection" ? [] : kind === "boolean" ? false : undefined);
    if (value !== undefined) shown[key] = isList(value) ? [...value] : value;
  }
  return shown;
};

const userComputedByName: Readonly<Record<string, Computed>> = { name, displayName: name, userCredentials };

/** What users compute in their own way. */
export function userComputed(model: Model, property: string): Computed | undefined {
  return model.name === "User" && Object.hasOwn(userComputedByName, property)
    ? userComputedByName[property]
    : undefined;
}
