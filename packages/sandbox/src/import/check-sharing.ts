import { describe } from "../store/store.ts";
import { isObject, textOf } from "../store/values.ts";
import type { Bundle, BundleEntry, ImportContext } from "./bundle.ts";
import { type ErrorReport, errorReport } from "./reports.ts";

/** Users and groups in the sharing of an object that do not exist: E5002. */
export function checkSharing(entry: BundleEntry, bundle: Bundle, context: ImportContext): ErrorReport[] {
  const { sharing } = entry.values;
  if (!isObject(sharing) || !entry.model.shareable || context.skipsSharing) return [];
  return [
    ...unknownIn(sharing["users"], "User", "userAccesses", entry, bundle, context),
    ...unknownIn(sharing["userGroups"], "UserGroup", "userGroupAccesses", entry, bundle, context),
  ];
}

function unknownIn(
  accesses: unknown,
  type: "User" | "UserGroup",
  association: string,
  entry: BundleEntry,
  bundle: Bundle,
  { schemas, store }: ImportContext,
): ErrorReport[] {
  const model = schemas.model(type);
  const reports: ErrorReport[] = [];
  for (const access of Object.values(typeof accesses === "object" && accesses !== null ? accesses : {})) {
    const uid = isObject(access) ? textOf(access, "id") : undefined;
    if (uid === undefined || bundle.find(model, uid) !== undefined || store.get(model, uid) !== undefined)
      continue;
    const referred = `${type === "User" ? "null null" : "null"} [${uid}] (${type})`;
    const owner = describe(entry.model, entry.values, entry.uid);
    const message = `Invalid reference ${referred} on object ${owner} for association \`${association}\``;
    reports.push(errorReport("E5002", entry.model.klass, message, [referred, owner, association]));
  }
  return reports;
}
