import type { Model } from "../schema/schema.ts";
import type { Server } from "../server.ts";
import type { Stored } from "../store/store.ts";
import { idsOf } from "../store/values.ts";

/** One reason against a merge. */
export interface MergeError {
  readonly message: string;
  readonly errorCode: string;
  readonly args: readonly string[];
}

/** A type whose objects can be merged. */
export interface MergeType {
  readonly model: string;
  readonly authority: string;
  /** Whether the request has to say what becomes of data values. */
  readonly mergesData?: boolean;
  /** What else the type asks of source and target. */
  readonly check?: (source: Stored, target: Stored) => MergeError | undefined;
}

const types: readonly MergeType[] = [
  { model: "Indicator", authority: "F_INDICATOR_MERGE" },
  { model: "IndicatorType", authority: "F_INDICATOR_TYPE_MERGE" },
  { model: "DataElement", authority: "F_DATA_ELEMENT_MERGE", mergesData: true },
  { model: "CategoryOption", authority: "F_CATEGORY_OPTION_MERGE" },
  { model: "CategoryOptionCombo", authority: "F_CATEGORY_OPTION_COMBO_MERGE", mergesData: true },
  { model: "Category", authority: "F_CATEGORY_MERGE", check: sameOptions },
  { model: "CategoryCombo", authority: "F_CATEGORY_COMBO_MERGE", check: sameCategories },
];

/** How objects of a type are merged; undefined where the release does not merge them. */
export function mergeTypeOf(model: Model | undefined, { schemas }: Server): MergeType | undefined {
  const mergeable = String(schemas.quirk("mergeableTypes")).split(" ");
  return types.find((type) => type.model === model?.name && mergeable.includes(type.model));
}

function sameOptions(source: Stored, target: Stored): MergeError | undefined {
  const [ours, theirs] = [source, target].map(({ values }) => idsOf(values["categoryOptions"]));
  if (isSame(ours, theirs)) return undefined;
  const args = [(ours ?? []).join(", "), (theirs ?? []).join(", ")];
  const message = `Source CategoryOptions: ${args[0] ?? ""} do not match target CategoryOptions: ${args[1] ?? ""}`;
  return { message, errorCode: "E1535", args };
}

function sameCategories(source: Stored, target: Stored): MergeError | undefined {
  const [ours, theirs] = [source, target].map(({ values }) => idsOf(values["categories"]));
  if (isSame(ours, theirs)) return undefined;
  const args = [source.uid, (ours ?? []).join(", ")];
  const message = `Source and target CategoryCombos must have identical Categories: source ${args[0] ?? ""} has ${args[1] ?? ""}`;
  return { message, errorCode: "E1545", args };
}

function isSame(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return [...one].sort().join() === [...other].sort().join();
}
