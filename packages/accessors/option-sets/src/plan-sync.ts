import { generateUid } from "@dhis2w/runtime";
import { nameTakenError } from "./errors.ts";
import type { OptionDraft, SyncedOption, SyncReport } from "./option-set.ts";
import type { StoredOption, StoredSet } from "./stored-set.ts";

/** What to send for a set to have the options given, and what that comes to. */
export interface SyncPlan {
  readonly report: SyncReport;
  /** Bundle for `/api/metadata`; `undefined` where nothing is to be written. */
  readonly bundle:
    | { readonly optionSets?: readonly object[]; readonly options?: readonly object[] }
    | undefined;
}

/**
 * Compares a set with the options that it should have. Import replaces objects whole, so whatever is sent carries all
 * that is stored of it; what is equal is not sent. The set goes along where its list changes, for it is the
 * list that says the order: two options at one place would hide each other.
 */
export function planSync(set: StoredSet, drafts: readonly OptionDraft[], removeMissing: boolean): SyncPlan {
  const stored = new Map(set.options.map((option) => [option.code, option]));
  const given = new Set(drafts.map(({ code }) => code));
  const others = set.options.filter(({ code }) => !given.has(code));
  checkNames(drafts, others);

  const added: object[] = [];
  const updated: object[] = [];
  const wanted = drafts.map((draft, place): StoredOption => {
    const before = stored.get(draft.code);
    if (before === undefined) {
      const option = {
        ...withChanges({ id: generateUid() }, draft),
        optionSet: { id: set.id },
        sortOrder: place,
      };
      added.push(option);
      return option as StoredOption & typeof option; // A draft has code and name.
    }
    if (!differs(before, draft)) return before;
    const option = withChanges(before, draft);
    updated.push(option);
    return option as StoredOption; // It has what was stored, and code and name of the draft.
  });

  const kept = removeMissing ? [] : others;
  const removed = removeMissing ? others : [];
  const before = set.options.filter((option) => !removed.includes(option)).map(({ id }) => id);
  const after = [...wanted, ...kept].map(({ id }) => id);
  const isNew = new Set(added.map((option) => (option as SyncedOption).id));
  const reordered = after.filter((id) => !isNew.has(id)).join() !== before.join();
  const listChanges = reordered || added.length > 0 || removed.length > 0;
  const isChanged = new Set([...added, ...updated]);

  return {
    report: {
      added: added.map(named),
      updated: updated.map(named),
      removed: removed.map(named),
      unchanged: [...wanted, ...kept].filter((option) => !isChanged.has(option)).map(named),
      reordered,
    },
    bundle:
      !listChanges && updated.length === 0
        ? undefined
        : {
            ...(listChanges && { optionSets: [setWith(set, after)] }),
            ...(isChanged.size > 0 && { options: [...added, ...updated] }),
          },
  };
}

/** Devices fetch a set again when its version grows; the server lets it grow only where the set does not come along. */
const setWith = (set: StoredSet, options: readonly string[]): object => ({
  ...set,
  version: (set.version ?? 0) + 1,
  options: options.map((id) => ({ id })),
});

/** The server holds a new name against what is stored, whether or not that stays. */
function checkNames(drafts: readonly OptionDraft[], others: readonly StoredOption[]): void {
  const holders = new Map(others.map((option) => [option.name, option]));
  for (const { name, code } of drafts) {
    const holder = holders.get(name);
    if (holder !== undefined) throw nameTakenError(name, code, holder);
  }
}

const changesOf = (draft: OptionDraft): [string, unknown][] =>
  Object.entries(draft).filter(([, value]) => value !== undefined);

const differs = (stored: StoredOption, draft: OptionDraft): boolean =>
  changesOf(draft).some(([name, value]) => canonical(stored[name] ?? null) !== canonical(value));

/** An option with its changes; what a bundle does not name is cleared, so `null` is left out. */
const withChanges = (option: object, draft: OptionDraft): object =>
  Object.fromEntries(
    Object.entries({ ...option, ...Object.fromEntries(changesOf(draft)) }).filter(
      ([, value]) => value !== null,
    ),
  );

/** Text that is equal for equal JSON, in whichever order the server sends keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null ? Object.fromEntries(Object.entries(part).sort()) : part,
  );

const named = (option: object): SyncedOption => {
  const { id, code, name } = option as SyncedOption; // Every option, stored or new, has the three.
  return { id, code, name };
};
