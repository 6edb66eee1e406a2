import { optionKey } from "../category-model/matrix.ts";
import { javaHash, javaSetOrder } from "../schema/java-order.ts";
import type { Model } from "../schema/model.ts";
import type { Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { idOf, idsOf, textOf } from "../store/values.ts";

/** One reason against a merge. */
export interface MergeError {
  readonly message: string;
  readonly errorCode: string;
  readonly args: readonly string[];
}

/** What is to become one, and which server holds it. */
interface MergeCheck {
  readonly sources: readonly Stored[];
  readonly target: Stored;
  readonly server: Server;
}

/** A type whose objects can be merged. */
export interface MergeType {
  readonly model: string;
  readonly authority: string;
  /** Whether the request has to say what becomes of data values: asked for always, or once all else is right. */
  readonly dataMergeStrategy?: "always" | "last";
  /** Sources go whether the request wants that or not. */
  readonly deletesSources?: boolean;
  /** What else the type asks of sources and target. */
  readonly check?: (check: MergeCheck) => MergeError[];
}

const types: readonly MergeType[] = [
  { model: "Indicator", authority: "F_INDICATOR_MERGE" },
  { model: "IndicatorType", authority: "F_INDICATOR_TYPE_MERGE" },
  {
    model: "DataElement",
    authority: "F_DATA_ELEMENT_MERGE",
    dataMergeStrategy: "last",
    check: sameKindOfData,
  },
  { model: "CategoryOption", authority: "F_CATEGORY_OPTION_MERGE" },
  {
    model: "CategoryOptionCombo",
    authority: "F_CATEGORY_OPTION_COMBO_MERGE",
    dataMergeStrategy: "always",
    deletesSources: true,
    check: duplicates,
  },
  { model: "Category", authority: "F_CATEGORY_MERGE", check: mergeableCategories },
  { model: "CategoryCombo", authority: "F_CATEGORY_COMBO_MERGE", check: mergeableCombos },
];

/** How objects of a type are merged; undefined where the release does not merge them. */
export function mergeTypeOf(model: Model | undefined, { schemas }: Server): MergeType | undefined {
  const mergeable = String(schemas.quirk("mergeableTypes")).split(" ");
  return types.find((type) => type.model === model?.name && mergeable.includes(type.model));
}

/** Texts as a Java set of them is written. */
const setText = (texts: readonly string[]): string => inSetOrder(texts).join(", ");

/** Texts once each, in the order of a Java set. */
export function inSetOrder(texts: readonly string[]): string[] {
  return javaSetOrder([...new Set(texts)], javaHash);
}

/** Elements of one value type (E1550), then of one domain (E1551). */
function sameKindOfData({ sources, target }: MergeCheck): MergeError[] {
  for (const [property, errorCode, name] of [
    ["valueType", "E1550", "ValueType"],
    ["domainType", "E1551", "DataElementDomain"],
  ] as const) {
    const wanted = textOf(target.values, property) ?? "null";
    const others = sources.map(({ values }) => textOf(values, property) ?? "null");
    const found = [...new Set(others.filter((other) => other !== wanted))];
    if (found.length === 0) continue;
    const args = [wanted, `[${found.join(", ")}]`];
    const message = `All source ${name}s must match target ${name}: \`${wanted}\`. Other ${name}s found: \`${args[1] ?? ""}\``;
    return [{ message, errorCode, args }];
  }
  return [];
}

/** Option combos that say the same: E1540. */
function duplicates({ sources, target }: MergeCheck): MergeError[] {
  const same = ({ values }: Stored): boolean =>
    idOf(values["categoryCombo"]) === idOf(target.values["categoryCombo"]) &&
    optionKey(idsOf(values["categoryOptions"])) === optionKey(idsOf(target.values["categoryOptions"]));
  if (sources.every(same)) return [];
  const message =
    "CategoryOptionCombos must be duplicates (same cat combo, same cat options, different UID) in order to merge";
  return [{ message, errorCode: "E1540", args: [] }];
}

/** Categories of the same options (E1535) that no combo has two of (E1537, E1536). */
function mergeableCategories({ sources, target, server }: MergeCheck): MergeError[] {
  const theirs = setText(idsOf(target.values["categoryOptions"]));
  const unequal = sources.flatMap(({ values }) => {
    const ours = setText(idsOf(values["categoryOptions"]));
    const message = `Source CategoryOptions: ${ours} do not match target CategoryOptions: ${theirs}`;
    return ours === theirs ? [] : [{ message, errorCode: "E1535", args: [ours, theirs] }];
  });
  if (unequal.length > 0) return unequal;
  const combosOf = ({ uid }: Stored): string[] => [
    ...server.store.referring("CategoryCombo.categories", uid),
  ];
  const combos = sources.flatMap(combosOf);
  const own = new Set(combosOf(target));
  const shared = (errorCode: string, who: string, uids: readonly string[]): MergeError[] => {
    const list = `[${setText(uids)}]`;
    const message = `${who} cannot share a CategoryCombo. Shared CategoryCombos found: ${list}`;
    return uids.length === 0 ? [] : [{ message, errorCode, args: [list] }];
  };
  return [
    ...shared(
      "E1537",
      "Source Categories",
      combos.filter((combo, at) => combos.indexOf(combo) !== at),
    ),
    ...shared(
      "E1536",
      "Source and target Categories",
      combos.filter((combo) => own.has(combo)),
    ),
  ];
}

/** Combos of the same categories (E1545) whose option combos all fit them (E1548, E1546, E1547). */
function mergeableCombos({ sources, target, server }: MergeCheck): MergeError[] {
  const theirs = setText(idsOf(target.values["categories"]));
  const unequal = sources.flatMap(({ uid, values }) => {
    const ours = setText(idsOf(values["categories"]));
    const message = `Source and target CategoryCombos must have identical Categories: source ${uid} has ${ours}`;
    return ours === theirs ? [] : [{ message, errorCode: "E1545", args: [uid, ours] }];
  });
  if (unequal.length > 0) return unequal;
  return [
    ...[...sources, target].flatMap((combo) => repeatedRows(combo, server)),
    ...misfits(sources, target, server),
  ];
}

/** The option combos of a combo as the server walks them. */
function rowsOf({ uid }: Stored, { schemas, store }: Server): Stored[] {
  const model = schemas.model("CategoryOptionCombo");
  const rows = [...store.referring("CategoryOptionCombo.categoryCombo", uid)]
    .map((row) => store.get(model, row))
    .filter((row) => row !== undefined);
  return rows;
}

function repeatedRows(combo: Stored, server: Server): MergeError[] {
  const seen = new Map<string, number>();
  const rows = rowsOf(combo, server);
  const keyOf = ({ values }: Stored): string => optionKey(idsOf(values["categoryOptions"]));
  for (const row of rows) seen.set(keyOf(row), (seen.get(keyOf(row)) ?? 0) + 1);
  const named = new Set(rows.filter((row) => (seen.get(keyOf(row)) ?? 0) > 1).map(nameOf));
  return [...named].map((name) => ({
    message: `Duplicate CategoryOptionCombo \`${name}\` found for CategoryCombo \`${nameOf(combo)}\`. Fix this before attempting the merge.`,
    errorCode: "E1548",
    args: [name, nameOf(combo)],
  }));
}

const nameOf = ({ uid, values }: Stored): string => textOf(values, "name") ?? uid;

function misfits(sources: readonly Stored[], target: Stored, server: Server): MergeError[] {
  const { schemas, store } = server;
  const categories = idsOf(target.values["categories"]);
  const valid = new Set(
    categories.flatMap((uid) => idsOf(store.get(schemas.model("Category"), uid)?.values["categoryOptions"])),
  );
  const wrongCount = ({ uid, values }: Stored): MergeError[] => {
    const args = [String(categories.length), String(idsOf(values["categoryOptions"]).length), uid];
    const message = `CategoryOptionCombo has incorrect number of CategoryOptions. Expected ${args[0] ?? ""} but found ${args[1] ?? ""} for COC: ${uid}`;
    return args[0] === args[1] ? [] : [{ message, errorCode: "E1546", args }];
  };
  const foreign = ({ values }: Stored): MergeError[] => {
    const options = setText(idsOf(values["categoryOptions"]).filter((option) => !valid.has(option)));
    const message = `CategoryOptionCombo has CategoryOptions that are not valid for the CategoryCombo categories: ${options}`;
    return options === "" ? [] : [{ message, errorCode: "E1547", args: [options] }];
  };
  return [
    ...rowsOf(target, server).flatMap(wrongCount),
    ...sources.flatMap((source) =>
      rowsOf(source, server).flatMap((row) => [...wrongCount(row), ...foreign(row)]),
    ),
  ];
}
