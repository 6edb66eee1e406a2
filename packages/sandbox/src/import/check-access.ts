import { canCreate, canWrite } from "../access/access.ts";
import { describe } from "../store/store.ts";
import { nameOfUser } from "../wire/write-out.ts";
import type { BundleEntry, ImportContext } from "./bundle.ts";
import { type ErrorReport, errorReport } from "./reports.ts";

/** Whether the user may make or change the object: E3000, E3001. */
export function checkAccess(entry: BundleEntry, context: ImportContext): ErrorReport[] {
  const { model, existing } = entry;
  const { caller } = context;
  const user = describe(caller.user.model, { name: nameOfUser(caller.user) }, caller.user.uid);
  if (existing === undefined) {
    if (canCreate(caller, model)) return [];
    const named = describe(model, entry.values, entry.uid);
    return [
      errorReport(
        "E3000",
        model.klass,
        `User \`${user}\` is not allowed to create objects of type ${named}`,
        [user, named],
      ),
    ];
  }
  if (canWrite(caller, existing)) return [];
  const named = describe(model, existing.values, existing.uid);
  return [
    errorReport("E3001", model.klass, `User \`${user}\` is not allowed to update object \`${named}\`.`, [
      user,
      named,
    ]),
  ];
}
