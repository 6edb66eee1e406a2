import { type Answer, webMessage } from "../http/answer.ts";
import { conflict } from "../http/refusal.ts";
import type { Model } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";
import type { Stored } from "../store/store.ts";
import type { Values } from "../store/values.ts";
import { isDefault } from "./matrix.ts";

/** Writes to the objects that every server begins with answer 200 and do nothing. */
export function ignoredWrite(row: Stored): Answer | undefined {
  return isDefault(row) && row.model.name !== "CategoryOptionCombo" ? webMessage(200, "OK") : undefined;
}

/** Properties of an option combo that may be changed; all others follow from its combo and options. */
const updatable = ["attributeValues", "code", "ignoreApproval"];

/** Whether objects of a type are made by the server, so that a write changes a few properties only. */
export function isGenerated(model: Model): boolean {
  return model.name === "CategoryOptionCombo";
}

/** Refuses to make a single object of a generated type, where the release does: E1129. */
export function checkCreatable(model: Model, schemas: Schemas): void {
  if (!isGenerated(model) || schemas.has("optionComboPost")) return;
  throw conflict(
    "Creating a single CategoryOptionCombo is forbidden through this endpoint. CategoryOptionCombos should be auto generated or imported through the metadata import",
    "E1129",
  );
}

/** Refuses a patch of what follows from other objects: E1134. */
export function checkPatchedNames(model: Model, names: readonly string[]): void {
  if (!isGenerated(model)) return;
  if (names.some((name) => !updatable.includes(name)))
    throw conflict(
      `Only properties [${updatable.join(", ")}] are updatable for Category option combo`,
      "E1134",
    );
}

/** What a write of a generated object may carry over from the body. */
export function updatableOnly(stored: Values, given: Values): Values {
  const result: Record<string, Values[string]> = { ...stored };
  for (const name of updatable) {
    const value = given[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}
