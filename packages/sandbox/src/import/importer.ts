import { checkAttributeValues } from "../attributes/check.ts";
import { categoryHooks } from "../category-model/hooks.ts";
import { checkDashboard } from "../dashboards/check.ts";
import { checkJob, prepareJob } from "../jobs/job-rules.ts";
import { optionHooks } from "../option-sets/hooks.ts";
import { checkUnit } from "../organisation-units/check.ts";
import { describe, type Stored } from "../store/store.ts";
import { checkUser } from "../users/check.ts";
import { storePlace } from "../wire/hierarchy.ts";
import { type Bundle, type BundleEntry, bundleOf, type ImportContext } from "./bundle.ts";
import { checkAccess } from "./check-access.ts";
import { checkReferences } from "./check-references.ts";
import { checkSchema, checkUidForm, wholesIn } from "./check-schema.ts";
import { checkSharing } from "./check-sharing.ts";
import { checkUnique } from "./check-unique.ts";
import { commit } from "./commit.ts";
import { placeItems } from "./placed-items.ts";
import { type ErrorReport, errorReport, type ObjectReport } from "./reports.ts";

/** What came of an entry: its report, and what is stored where it was. */
export interface Outcome {
  readonly entry: BundleEntry;
  readonly report: ObjectReport;
  readonly stored: Stored | undefined;
}

/** What one check found. */
export interface CheckResult {
  readonly reports: readonly ErrorReport[];
  /** Whether an object that fails is not stored; a reference that leads nowhere is only left out. */
  readonly removes: boolean;
}

/** Every check that an entry has to pass, in the server's order. */
export function validateInSteps(entry: BundleEntry, bundle: Bundle, context: ImportContext): CheckResult[] {
  const identity = checkIdentity(entry, bundle, context);
  if (identity.length > 0) return [{ reports: identity, removes: true }];
  if (entry.action === "delete") return [];
  prepareJob(entry, context);
  const { schemas } = context;
  return [
    { reports: categoryHooks.validate(entry, bundle, context), removes: true },
    { reports: checkAccess(entry, context), removes: true },
    {
      reports: [
        ...checkSchema(schemas, entry.model, entry.values, entry.givenUid),
        ...wholesIn(schemas, entry.model, entry.values).flatMap(({ model, values }) =>
          checkSchema(schemas, model, values),
        ),
      ],
      removes: true,
    },
    { reports: checkUidForm(entry.model, entry.givenUid), removes: true },
    { reports: checkUnique(entry, bundle, context), removes: true },
    {
      reports: [...checkReferences(entry, bundle, context), ...checkSharing(entry, bundle, context)],
      removes: false,
    },
    { reports: checkAttributeValues(entry, bundle, context), removes: true },
    { reports: checkUser(entry, context), removes: true },
    { reports: checkUnit(entry, context), removes: true },
    { reports: checkDashboard(entry), removes: true },
    { reports: checkJob(entry, context), removes: true },
    { reports: optionHooks.validate(entry, bundle, context), removes: true },
  ];
}

/** Whether the object is there where it must be and not where it must not: E5000, E5001, E5004. */
function checkIdentity(entry: BundleEntry, bundle: Bundle, { schemas }: ImportContext): ErrorReport[] {
  const { model, existing, action, uid } = entry;
  const named = describe(model, entry.values, uid);
  if (action === "create" && existing !== undefined)
    return [
      errorReport(
        "E5000",
        model.klass,
        `Found matching object for reference, but import ${schemas.quirk("importModeName")} is CREATE. Identifier was UID, and object was ${named}.`,
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
        action === "delete" ? { id: uid } : { id: uid, property: "id" },
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
    ].map((report) => ({ ...report, errorProperties: [uid, model.klass] }));
  return [];
}

/** Checks one object and stores it where nothing stands against it. */
export function importOne(entry: BundleEntry, context: ImportContext): Outcome {
  const bundle = bundleOf([entry]);
  const errorReports = validateInSteps(entry, bundle, context).flatMap(({ reports }) => reports);
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
  const stored = storePlace(context.store, commit(entry, bundle, context));
  placeItems(stored, entry, context);
  categoryHooks.afterCommit(stored, entry, context);
  optionHooks.afterCommit(stored, entry, bundle, context);
  return context.store.get(stored.model, stored.uid) ?? stored;
}
