import { checkAttributeValues } from "../attributes/check.ts";
import { categoryHooks } from "../category-model/hooks.ts";
import { describe, type Stored } from "../store/store.ts";
import { checkUser } from "../users/check.ts";
import { type Bundle, type BundleEntry, bundleOf, type ImportContext } from "./bundle.ts";
import { checkAccess } from "./check-access.ts";
import { checkReferences } from "./check-references.ts";
import { checkSchema, wholesIn } from "./check-schema.ts";
import { checkUnique } from "./check-unique.ts";
import { commit } from "./commit.ts";
import { type ErrorReport, errorReport, type ObjectReport } from "./reports.ts";

/** What came of an entry: its report, and what is stored where it was. */
export interface Outcome {
  readonly entry: BundleEntry;
  readonly report: ObjectReport;
  readonly stored: Stored | undefined;
}

/** Every check that an entry has to pass, in the server's order. */
export function validate(entry: BundleEntry, bundle: Bundle, context: ImportContext): ErrorReport[] {
  const identity = checkIdentity(entry, bundle);
  if (identity.length > 0) return identity;
  if (entry.action === "delete") return [];
  return [
    ...categoryHooks.validate(entry, bundle, context),
    ...checkAccess(entry, context),
    ...checkSchema(context.schemas, entry.model, entry.values, entry.givenUid),
    ...wholesIn(context.schemas, entry.model, entry.values).flatMap(({ model, values }) =>
      checkSchema(context.schemas, model, values),
    ),
    ...checkUnique(entry, bundle, context),
    ...checkReferences(entry, bundle, context),
    ...checkAttributeValues(entry, bundle, context),
    ...checkUser(entry, context),
  ];
}

/** Whether the object is there where it must be and not where it must not: E5000, E5001, E5004. */
function checkIdentity(entry: BundleEntry, bundle: Bundle): ErrorReport[] {
  const { model, existing, action, uid } = entry;
  const named = describe(model, entry.values, uid);
  if (action === "create" && existing !== undefined)
    return [
      errorReport(
        "E5000",
        model.klass,
        `Found matching object for reference, but import mode is CREATE. Identifier was UID, and object was ${named}.`,
        ["UID", named],
        { id: uid },
      ),
    ];
  if (action !== "create" && existing === undefined)
    return [
      errorReport(
        "E5001",
        model.klass,
        `No matching object for reference. Identifier was UID, and object was ${named}.`,
        ["UID", named],
        { id: uid, property: "id" },
      ),
    ];
  if (bundle.find(model, uid) !== entry)
    return [
      errorReport(
        "E5004",
        model.klass,
        `Id \`${uid}\` for type \`class ${model.klass}\` exists on more than 1 object in the payload, removing all but the first found`,
        [uid, `class ${model.klass}`],
        { id: uid, property: "id" },
      ),
    ];
  return [];
}

/** Checks one object and stores it where nothing stands against it. */
export function importOne(entry: BundleEntry, context: ImportContext): Outcome {
  const bundle = bundleOf([entry]);
  const errorReports = validate(entry, bundle, context);
  const report: ObjectReport = {
    model: entry.model,
    uid: entry.uid,
    index: entry.index,
    displayName: undefined,
    errorReports,
  };
  if (errorReports.length > 0) return { entry, report, stored: undefined };
  return { entry, report, stored: store(entry, bundle, context) };
}

/** Stores a checked entry and lets the types that make other objects of it do so. */
export function store(entry: BundleEntry, bundle: Bundle, context: ImportContext): Stored {
  const stored = commit(entry, bundle, context);
  categoryHooks.afterCommit(stored, entry, context);
  return context.store.get(stored.model, stored.uid) ?? stored;
}
