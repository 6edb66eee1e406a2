import { Refusal } from "../http/refusal.ts";
import type { Bundle, BundleEntry, ImportContext } from "../import/bundle.ts";
import { type ErrorReport, errorReport } from "../import/reports.ts";
import type { Stored } from "../store/store.ts";
import { idOf, textOf } from "../store/values.ts";

const optionType = "Option";
const setType = "OptionSet";

/** What stands between the values of an answer with several of them. */
const separator = ",";

/** An option's code and name are its own within the set (E4028), and leave several choices apart (E1118). */
function validate(entry: BundleEntry, bundle: Bundle, context: ImportContext): ErrorReport[] {
  const { model, values } = entry;
  const setUid = model.name === optionType ? idOf(values["optionSet"]) : undefined;
  if (setUid === undefined) return [];
  const sets = context.schemas.model(setType);
  const set = bundle.find(sets, setUid)?.values ?? context.store.get(sets, setUid)?.values;
  const code = textOf(values, "code") ?? "";
  const twins = bundle.once(`options of ${setUid}`, () => twinsIn(optionsOf(setUid, context)));
  const [twin] = [
    ...(twins.get(`code ${code}`) ?? []),
    ...(twins.get(`name ${textOf(values, "name") ?? ""}`) ?? []),
  ]
    .filter((option) => option.uid !== entry.uid)
    .sort((one, other) => one.serial - other.serial);
  const reports: ErrorReport[] = [];
  if (twin !== undefined)
    reports.push(
      errorReport("E4028", sets.klass, `Option set \`${setUid}\` already contains option \`${twin.uid}\``, [
        setUid,
        twin.uid,
      ]),
    );
  if (set?.["valueType"] === "MULTI_TEXT" && code.includes(separator))
    reports.push(
      errorReport(
        "E1118",
        sets.klass,
        `Option set \`${setUid}\` of value type multi-text cannot have option codes with the separator character: \`${code}\``,
        [setUid, code],
      ),
    );
  return reports;
}

/** Options by code and by name. */
function twinsIn(options: readonly Stored[]): ReadonlyMap<string, Stored[]> {
  const twins = new Map<string, Stored[]>();
  for (const option of options)
    for (const name of ["code", "name"]) {
      const key = `${name} ${textOf(option.values, name) ?? ""}`;
      twins.set(key, [...(twins.get(key) ?? []), option]);
    }
  return twins;
}

/** A set counts what happens to its options; a bundle that brings the set along begins anew. */
function afterCommit(stored: Stored, entry: BundleEntry, bundle: Bundle, context: ImportContext): void {
  const { store, schemas } = context;
  if (stored.model.name === setType && entry.values["version"] === undefined) {
    const version = entry.existing?.values["version"] ?? 0;
    store.put(stored.model, stored.uid, { ...stored.values, version });
  }
  const setUid = stored.model.name === optionType ? idOf(stored.values["optionSet"]) : undefined;
  if (setUid !== undefined && bundle.find(schemas.model(setType), setUid) === undefined)
    grow(setUid, context);
}

function grow(setUid: string, { schemas, store }: Pick<ImportContext, "schemas" | "store">): void {
  const set = store.get(schemas.model(setType), setUid);
  if (set === undefined) return;
  const version = Number(set.values["version"] ?? 0) + 1;
  store.put(set.model, set.uid, { ...set.values, version });
}

function optionsOf(setUid: string, { schemas, store }: Pick<ImportContext, "schemas" | "store">): Stored[] {
  const model = schemas.model(optionType);
  return [...store.referring(`${optionType}.optionSet`, setUid)]
    .map((uid) => store.get(model, uid))
    .filter((option) => option !== undefined);
}

/** What option sets add to an import. */
export const optionHooks: {
  readonly validate: typeof validate;
  readonly afterCommit: typeof afterCommit;
} = { validate, afterCommit };

/** What option sets add to a deletion. */
export const optionDeletion: {
  readonly conflict: typeof conflict;
  readonly before: typeof before;
  readonly isIgnored: typeof isIgnored;
} = { conflict, before, isIgnored };

function foreignKeyViolation(table: string, members: string, id: number): string {
  const constraint = `fk_${members}_${table}id`;
  return [
    `ERROR: update or delete on table "${table}" violates foreign key constraint "${constraint}" on table "${members}"`,
    `  Detail: Key (${table}id)=(${id}) is still referenced from table "${members}".`,
  ].join("\n");
}

type State = Pick<ImportContext, "schemas" | "store">;

/**
 * A set that something takes its values from cannot go: the server says of what type that is, and no more. Nothing
 * looks after a group that a group set has but the database, whose own words the server passes on.
 */
function conflict(row: Stored, { store }: State): string | undefined {
  if (row.model.name === "OptionGroup" && store.referring("OptionGroupSet.optionGroups", row.uid).size > 0)
    throw new Refusal(409, foreignKeyViolation("optiongroup", "optiongroupsetmembers", row.serial));
  if (row.model.name !== setType) return undefined;
  for (const { row: user } of store.whoRefers(row))
    if (user.model.name !== optionType && user.model.name !== "OptionGroup") return user.model.simpleName;
  return undefined;
}

/** A set takes its options along; a set that loses an option counts it. */
function before(row: Stored, state: State): void {
  if (row.model.name === setType) for (const option of optionsOf(row.uid, state)) state.store.remove(option);
  const setUid = row.model.name === optionType ? idOf(row.values["optionSet"]) : undefined;
  if (setUid !== undefined) grow(setUid, state);
}

/** Whether the release says that it deleted an option, and keeps it. */
function isIgnored(row: Stored, { schemas }: State): boolean {
  return row.model.name === optionType && schemas.has("optionDeleteIgnored");
}
