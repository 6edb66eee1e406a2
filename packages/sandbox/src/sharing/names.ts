import { emptyValues, isObject, type Json, textOf } from "../store/values.ts";
import type { View } from "../wire/view.ts";

/** Who may do what, with the names that users and groups have now. */
export function withNames(sharing: Json, view: View): Json {
  if (!isObject(sharing)) return sharing;
  return {
    ...sharing,
    ...(isObject(sharing["users"]) ? { users: named(sharing["users"], "User", view) } : {}),
    ...(isObject(sharing["userGroups"])
      ? { userGroups: named(sharing["userGroups"], "UserGroup", view) }
      : {}),
  };
}

function named(entries: Json, type: "User" | "UserGroup", { schemas, store }: View): Json {
  const shown = emptyValues();
  for (const [uid, entry] of Object.entries(isObject(entries) ? entries : {})) {
    const values = store.get(schemas.model(type), uid)?.values ?? {};
    const name =
      textOf(values, "name") ??
      `${textOf(values, "firstName") ?? ""} ${textOf(values, "surname") ?? ""}`.trim();
    shown[uid] = isObject(entry) && name !== "" ? { ...entry, displayName: name } : entry;
  }
  return shown;
}
