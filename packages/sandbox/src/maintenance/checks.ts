import { builtIn } from "../boot/first-boot.ts";
import type { Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { idOf, idsOf, isList, isObject, type Json, textOf } from "../store/values.ts";

/** One thing that a check found. */
export interface Issue {
  readonly id: string;
  readonly name: string;
  readonly comment?: string;
}

/** What a check looks at and finds. */
export interface CheckDefinition {
  /** What it found, in its order. */
  readonly issues: (server: Server) => Issue[];
  /** Of how many things it tells a share; none where it tells no share. */
  readonly total?: (server: Server) => number;
  /** Whether the share is cut to whole per cents, as the division of whole numbers has it. */
  readonly whole?: true;
}

const rowsOf = ({ store, schemas }: Server, model: string): Stored[] => [...store.all(schemas.model(model))];

const nameOf = ({ values, uid }: Stored): string => textOf(values, "name") ?? uid;

const issueOf = (row: Stored, comment?: string): Issue => ({
  id: row.uid,
  name: nameOf(row),
  ...(comment === undefined ? {} : { comment }),
});

const byName = (one: Issue, other: Issue): number =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : 0;

/** A check of every object of a type by itself. */
const each = (
  model: string,
  isWrong: (row: Stored, server: Server) => boolean,
  more: { comment?: (row: Stored) => string; of?: (row: Stored) => boolean; whole?: true } = {},
): CheckDefinition => {
  const { comment, of = () => true, whole } = more;
  return {
    issues: (server) =>
      rowsOf(server, model)
        .filter((row) => of(row) && isWrong(row, server))
        .map((row) => issueOf(row, comment?.(row)))
        .sort(byName),
    total: (server) => rowsOf(server, model).filter(of).length,
    ...(whole === undefined ? {} : { whole }),
  };
};

/** Objects in which fewer than two others are gathered. */
const scarce = (model: string, members: string): CheckDefinition => {
  const count = ({ values }: Stored): number => idsOf(values[members]).length;
  return each(model, (row) => count(row) < 2, { comment: (row) => String(count(row)), whole: true });
};

/** Whether nothing refers to an object by any of some references. */
const isUnreferred = ({ uid }: Stored, { store }: Server, paths: readonly string[]): boolean =>
  paths.every((path) => store.referring(path, uid).size === 0);

/** A second object that is named as only the one of the first boot may be. */
const oneDefault = (model: string, own: string): CheckDefinition => ({
  issues: (server) =>
    rowsOf(server, model)
      .filter(({ uid, values }) => values["name"] === "default" && uid !== own)
      .map((row) => issueOf(row)),
});

const aggregate = ({ values }: Stored): boolean => values["domainType"] === "AGGREGATE";

const wholesIn = (value: Json | undefined): Json[] => (isList(value) ? [...value] : []);

/** Data sets may name another combo for an element of theirs. */
const combosOfSets = (server: Server): ReadonlySet<string> =>
  new Set(
    rowsOf(server, "DataSet").flatMap(({ values }) =>
      wholesIn(values["dataSetElements"]).flatMap((item) => {
        const combo = isObject(item) ? idOf(item["categoryCombo"]) : undefined;
        return combo === undefined ? [] : [combo];
      }),
    ),
  );

const unusedCombos: CheckDefinition = {
  issues: (server) => {
    const inSets = combosOfSets(server);
    const paths = ["DataSet", "DataElement", "Program", "DataApprovalWorkflow"].map(
      (model) => `${model}.categoryCombo`,
    );
    return rowsOf(server, "CategoryCombo")
      .filter((row) => !inSets.has(row.uid) && isUnreferred(row, server, paths))
      .map((row) => issueOf(row, (textOf(row.values, "created") ?? "").replace("T", " ")));
  },
  total: (server) => rowsOf(server, "CategoryCombo").length,
  whole: true,
};

/** The options of a category. */
function optionsOf(category: string, { store, schemas }: Server): string[] {
  return idsOf(store.get(schemas.model("Category"), category)?.values["categoryOptions"]);
}

/** A combo and an option that two of its categories share. */
const sharedOptions: CheckDefinition = {
  issues: (server) =>
    rowsOf(server, "CategoryCombo").flatMap((combo) => {
      const seen = new Map<string, number>();
      for (const category of idsOf(combo.values["categories"]))
        for (const option of optionsOf(category, server)) seen.set(option, (seen.get(option) ?? 0) + 1);
      const shared = [...seen].filter(([, count]) => count > 1).map(([option]) => option);
      return shared.map((option) => {
        const row = server.store.get(server.schemas.model("CategoryOption"), option);
        return issueOf(combo, row === undefined ? option : nameOf(row));
      });
    }),
  total: (server) => rowsOf(server, "CategoryOptionCombo").length,
};

const optionComboCount = (server: Server): number => rowsOf(server, "CategoryOptionCombo").length;

/** The combo of an option combo; undefined where it has none. */
const comboOf = (row: Stored, { store, schemas }: Server): Stored | undefined =>
  store.get(schemas.model("CategoryCombo"), idOf(row.values["categoryCombo"]) ?? "");

const wrongCardinality: CheckDefinition = {
  issues: (server) =>
    rowsOf(server, "CategoryOptionCombo").flatMap((row) => {
      const combo = comboOf(row, server);
      const options = idsOf(row.values["categoryOptions"]).length;
      const categories = idsOf(combo?.values["categories"]).length;
      if (combo === undefined || options === 0 || categories === 0 || options === categories) return [];
      return [{ id: combo.uid, name: nameOf(combo), comment: nameOf(row) }];
    }),
  total: optionComboCount,
};

const disjoint: CheckDefinition = {
  issues: (server) =>
    rowsOf(server, "CategoryOptionCombo").flatMap((row) => {
      const combo = comboOf(row, server);
      if (combo === undefined) return [];
      const reachable = new Set(idsOf(combo.values["categories"]).flatMap((uid) => optionsOf(uid, server)));
      const isReachable = idsOf(row.values["categoryOptions"]).every((uid) => reachable.has(uid));
      return isReachable ? [] : [issueOf(row, nameOf(combo))];
    }),
  total: optionComboCount,
  whole: true,
};

const isSpaced =
  (pattern: RegExp) =>
  ({ values }: Stored): boolean =>
    pattern.test(textOf(values, "name") ?? "") || pattern.test(textOf(values, "shortName") ?? "");

const shortName = ({ values }: Stored): string => textOf(values, "shortName") ?? "";

const isRoot = ({ values }: Stored): boolean => idOf(values["parent"]) === undefined;

const manyRoots: CheckDefinition = {
  issues: (server) => {
    const roots = rowsOf(server, "OrganisationUnit").filter(isRoot);
    const names = roots.map(nameOf).join(" ; ");
    return roots.length > 1 ? roots.map((row) => issueOf(row, names)) : [];
  },
  total: (server) => rowsOf(server, "OrganisationUnit").length,
};

const setPaths = [
  "Attribute.optionSet",
  "DataElement.optionSet",
  "DataElement.commentOptionSet",
  "TrackedEntityAttribute.optionSet",
];

const withoutText = (value: Json | undefined): boolean => !isList(value) || value.length === 0;

const usersWithoutRole: CheckDefinition = {
  issues: (server) =>
    rowsOf(server, "User")
      .filter(({ values }) => idsOf(values["userRoles"]).length === 0)
      .map(({ uid, values }) => ({
        id: uid,
        name: textOf(values, "username") ?? "",
        comment: `disabled:${String(values["disabled"] === true)}`,
      })),
  total: (server) => rowsOf(server, "User").length,
};

/** The level of a unit, by how many stand above it. */
function levelOf(row: Stored): string {
  return String((textOf(row.values, "path") ?? "/").split("/").length - 1);
}

/** What is checked, by the name of the check. */
export const checkDefinitions: Readonly<Record<string, CheckDefinition>> = {
  categories_no_options: each("Category", ({ values }) => idsOf(values["categoryOptions"]).length === 0, {
    whole: true,
  }),
  categories_one_default_category: oneDefault("Category", builtIn.defaultCategory),
  categories_one_default_category_combo: oneDefault("CategoryCombo", builtIn.defaultCategoryCombo),
  categories_one_default_category_option: oneDefault("CategoryOption", builtIn.defaultCategoryOption),
  categories_one_default_category_option_combo: oneDefault(
    "CategoryOptionCombo",
    builtIn.defaultCategoryOptionCombo,
  ),
  category_options_no_categories: each("CategoryOption", (row, server) =>
    isUnreferred(row, server, ["Category.categoryOptions"]),
  ),
  category_options_shared_within_category_combo: sharedOptions,
  category_combos_unused: unusedCombos,
  invalid_category_combos: each("CategoryCombo", (row, server) => {
    const categories = idsOf(row.values["categories"]);
    const hasOptions = categories.some((uid) => optionsOf(uid, server).length > 0);
    return !hasOptions || isUnreferred(row, server, ["CategoryOptionCombo.categoryCombo"]);
  }),
  cocs_wrong_cardinality: wrongCardinality,
  category_option_combos_disjoint: disjoint,
  catoptioncombos_no_catcombo: each(
    "CategoryOptionCombo",
    (row, server) => comboOf(row, server) === undefined,
  ),
  category_option_groups_scarce: scarce("CategoryOptionGroup", "categoryOptions"),
  data_element_groups_scarce: scarce("DataElementGroup", "dataElements"),
  orgunit_groups_scarce: scarce("OrganisationUnitGroup", "organisationUnits"),
  user_groups_scarce: scarce("UserGroup", "users"),
  data_elements_aggregate_no_groups: each(
    "DataElement",
    (row, server) => isUnreferred(row, server, ["DataElementGroup.dataElements"]),
    { of: aggregate, whole: true },
  ),
  data_elements_without_datasets: each(
    "DataElement",
    (row, server) => isUnreferred(row, server, ["DataSet.dataSetElements.dataElement"]),
    { of: aggregate, whole: true },
  ),
  datasets_empty: each("DataSet", ({ values }) => wholesIn(values["dataSetElements"]).length === 0, {
    whole: true,
  }),
  indicators_not_grouped: each(
    "Indicator",
    (row, server) => isUnreferred(row, server, ["IndicatorGroup.indicators"]),
    { whole: true },
  ),
  options_sets_empty: each("OptionSet", (row, server) => isUnreferred(row, server, ["Option.optionSet"]), {
    whole: true,
  }),
  options_sets_unused: each("OptionSet", (row, server) => isUnreferred(row, server, setPaths), {
    whole: true,
  }),
  option_groups_empty: each(
    "OptionGroup",
    ({ values }) => idOf(values["optionSet"]) === undefined || idsOf(values["options"]).length === 0,
  ),
  orgunits_no_coordinates: each("OrganisationUnit", ({ values }) => values["geometry"] === undefined, {
    comment: levelOf,
  }),
  orgunits_multiple_roots: manyRoots,
  orgunits_orphaned: each(
    "OrganisationUnit",
    (row, server) => isRoot(row) && isUnreferred(row, server, ["OrganisationUnit.parent"]),
    { whole: true },
  ),
  orgunits_multiple_spaces: each("OrganisationUnit", isSpaced(/\s{2,}/), { comment: shortName, whole: true }),
  orgunits_trailing_spaces: each("OrganisationUnit", isSpaced(/\s+$/), { comment: shortName, whole: true }),
  orgunits_openingdate_gt_closeddate: each(
    "OrganisationUnit",
    ({ values }) => (textOf(values, "openingDate") ?? "") > (textOf(values, "closedDate") ?? "~"),
    { whole: true },
  ),
  user_roles_no_authorities: each("UserRole", ({ values }) => withoutText(values["authorities"])),
  user_roles_with_no_users: each("UserRole", (row, server) => isUnreferred(row, server, ["User.userRoles"])),
  users_with_no_user_role: usersWithoutRole,
};
