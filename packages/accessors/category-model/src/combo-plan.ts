import { combinationsOf } from "@dhis2w/category-combos";
import { generateUid } from "@dhis2w/runtime";
import { sameName, shortNameOf } from "./arguments.ts";
import type { CheckedSpec, EnsuredPart, EnsureReport, PartSpec } from "./combo-spec.ts";
import { limitError, mismatchError, sharedOptionError } from "./errors.ts";
import type { StoredModel, StoredPart } from "./stored-model.ts";

/** What to send so that a spec is there, and what that comes to. */
export interface ComboPlan {
  readonly report: EnsureReport;
  /** Bundle for `/api/metadata`; `undefined` where everything is there. */
  readonly bundle: Readonly<Record<string, readonly object[]>> | undefined;
  /** Whether a combo that is there gets another category, so that none of its option combos stays. */
  readonly widensCombo: boolean;
}

/** The quirks of a release that say how large a combo may be (BUG-106). */
type Limits = Readonly<Record<string, boolean | string | number>>;

/** A category as it will be. */
interface PlannedCategory {
  readonly id: string;
  readonly name: string;
  readonly categoryOptions: readonly { readonly id: string }[];
}

/**
 * Compares what is there with a spec. What is there keeps its order and whatever else it has; what is missing is
 * appended in the order of the spec. Import replaces objects whole, so what changes is sent with all that is stored.
 */
export function planCombo(spec: CheckedSpec, stored: StoredModel, limits: Limits | undefined): ComboPlan {
  const { dataDimensionType = "DISAGGREGATION", skipTotal = false } = spec;
  const created: EnsuredPart[] = [];
  const reused: EnsuredPart[] = [];
  const appended: { to: EnsuredPart; added: EnsuredPart[] }[] = [];
  const bundle = {
    categoryOptions: [] as object[],
    categories: [] as object[],
    categoryCombos: [] as object[],
  };
  const staleCombos = new Set<string>();

  const part = (type: EnsuredPart["type"], spec: PartSpec, found: StoredPart | undefined): EnsuredPart => {
    const ensured = { type, id: found?.id ?? generateUid(), name: found?.name ?? spec.name };
    (found === undefined ? created : reused).push(ensured);
    return ensured;
  };

  const categories = spec.categories.map((category): PlannedCategory => {
    const options = category.options.map((option) => {
      const found = find("Category option", option, stored.options);
      const ensured = part("categoryOption", option, found);
      if (found === undefined)
        bundle.categoryOptions.push({ id: ensured.id, ...labels(option), shortName: shortNameOf(option) });
      return ensured;
    });
    const found = find("Category", category, stored.categories);
    checkKind("Category", found, spec);
    const ensured = part("category", category, found);
    const added = without(options, found?.categoryOptions ?? []);
    const categoryOptions = [...(found?.categoryOptions ?? []), ...added].map(({ id }) => ({ id }));
    if (found === undefined)
      bundle.categories.push({
        ...{ id: ensured.id, ...labels(category), shortName: shortNameOf(category) },
        ...{ dataDimensionType, dataDimension: true, categoryOptions },
      });
    else if (added.length > 0) {
      const { categoryCombos, ...owned } = found;
      for (const { id } of categoryCombos) staleCombos.add(id);
      bundle.categories.push({ ...owned, categoryOptions });
      appended.push({ to: ensured, added });
    }
    return { id: ensured.id, name: ensured.name, categoryOptions };
  });

  const found = find("Category combo", spec, stored.combos);
  checkKind("Category combo", found, spec);
  const combo = part("categoryCombo", spec, found);
  const planned = new Map(categories.map((category) => [category.id, category]));
  const before = (found?.categories ?? []).map((category) => planned.get(category.id) ?? category);
  const added = without(categories, before);
  const all = [...before, ...added];
  checkShared(all);
  if (limits !== undefined) checkLimits(limits, all);
  const references = all.map(({ id }) => ({ id }));
  if (found === undefined)
    bundle.categoryCombos.push({
      ...{ id: combo.id, ...labels(spec) },
      ...{ dataDimensionType, skipTotal, categories: references },
    });
  else if (added.length > 0) {
    bundle.categoryCombos.push({ ...found, categories: references });
    appended.push({ to: combo, added: added.map(({ id, name }) => ({ type: "category", id, name })) });
  }
  staleCombos.delete(combo.id);

  const parts = Object.entries(bundle).filter(([, objects]) => objects.length > 0);
  return {
    report: {
      combo: combo.id,
      created,
      reused,
      appended,
      // None of them is without options, so releases do not differ.
      optionCombos: combinationsOf(all, false).length,
      staleCombos: [...staleCombos],
    },
    bundle: parts.length === 0 ? undefined : Object.fromEntries(parts),
    widensCombo: found !== undefined && added.length > 0,
  };
}

const labels = ({ name, code }: PartSpec): object => ({ name, ...(code !== undefined && { code }) });

const without = <Part extends { readonly id: string }>(
  parts: readonly Part[],
  others: readonly { readonly id: string }[],
): Part[] => {
  const uids = new Set(others.map(({ id }) => id));
  return parts.filter(({ id }) => !uids.has(id));
};

/** What has the code or the name asked for; refuses what has one of the two, or nearly. */
function find<Part extends StoredPart>(
  what: string,
  spec: PartSpec,
  stored: readonly Part[],
): Part | undefined {
  const byCode = spec.code === undefined ? undefined : stored.find(({ code }) => code === spec.code);
  const byName = stored.find(({ name }) => name === spec.name);
  if (byCode !== undefined) {
    if (byName === undefined || byName === byCode) return byCode;
    throw mismatchError(
      `${what} '${spec.name}' is ${byName.id}, and code '${spec.code}' is that of ${byCode.id}`,
      byName.id,
    );
  }
  if (byName !== undefined) {
    if (spec.code === undefined || byName.code === undefined) return byName;
    throw mismatchError(
      `${what} '${spec.name}' (${byName.id}) has the code '${byName.code}', not '${spec.code}'`,
      byName.id,
    );
  }
  const similar = stored.find(({ name }) => sameName(name) === sameName(spec.name));
  if (similar === undefined) return undefined;
  throw mismatchError(
    `${what} '${spec.name}' would stand beside '${similar.name}' (${similar.id}): they differ in case or blanks only`,
    similar.id,
  );
}

function checkKind(
  what: string,
  found: { readonly id: string; readonly name: string; readonly dataDimensionType: string } | undefined,
  { dataDimensionType = "DISAGGREGATION" }: CheckedSpec,
): void {
  if (found === undefined || found.dataDimensionType === dataDimensionType) return;
  throw mismatchError(
    `${what} '${found.name}' (${found.id}) is of the kind ${found.dataDimensionType}, not ${dataDimensionType}`,
    found.id,
  );
}

/** Refuses a combo that multiplies an option with itself. */
function checkShared(categories: readonly PlannedCategory[]): void {
  const owners = new Map<string, string>();
  for (const { name, categoryOptions } of categories)
    for (const { id } of categoryOptions) {
      const owner = owners.get(id);
      if (owner !== undefined) throw sharedOptionError(id, [owner, name]);
      owners.set(id, name);
    }
}

/** Refuses a combo that the release would refuse. */
function checkLimits(limits: Limits, categories: readonly PlannedCategory[]): void {
  const sizes = categories.map(({ categoryOptions }) => categoryOptions.length);
  const combinations = sizes.reduce((product, size) => product * Math.max(size, 1), 1);
  // 0 is no limit.
  for (const [what, size, limit] of [
    ["Categories of the combo", categories.length, limits.maxCategoriesPerCombo],
    ["Options of a category", Math.max(...sizes), limits.maxOptionsPerCategory],
    ["Option combos of the combo", combinations, limits.maxCombinationsPerCombo],
  ] as const)
    if (Number(limit) > 0 && size > Number(limit)) throw limitError(what, size, Number(limit));
}
