import { pointerSteps } from "../resource/json-pointer.ts";
import type { JsonPatchOperation } from "../resource/patch-operation.ts";
import { driftOf } from "./drift.ts";
import { type Difference, differencesOf } from "./findings.ts";
import { type Schema, valueAt } from "./schema.ts";

/**
 * What a create schema says against a new object. `undefined` is not sent, `null` says that there is no value: a key
 * that nobody knows is one with `null`, too.
 */
export function createDifferences(create: Schema, value: unknown): readonly Difference[] {
  const unknown = differencesOf(create, value).filter(
    (difference) => isUnknownKey(difference) && valueAt(value, difference.path) === null,
  );
  return [...differencesOf(create, filled(value), value), ...unknown];
}

/**
 * What it says against an object that replaces another whole. What the read schema knows besides, a read has carried
 * along and servers ignore.
 */
export function replaceDifferences(
  create: Schema,
  read: Schema | undefined,
  value: unknown,
): readonly Difference[] {
  const found = createDifferences(create, value);
  if (read === undefined || !found.some(isUnknownKey)) return found;
  const unread = new Set(driftOf(read, value).map(({ path }) => JSON.stringify(path)));
  return found.filter(
    (difference) => !isUnknownKey(difference) || unread.has(JSON.stringify(difference.path)),
  );
}

/**
 * What it says against the operations of a patch: each value is held against that part of the schema to which the
 * operation's path leads, and a property that a create needs cannot be taken away.
 */
export function patchDifferences(
  create: Schema,
  operations: readonly JsonPatchOperation[],
): readonly Difference[] {
  return operations.flatMap((operation) => {
    const steps = pointerSteps(operation.path);
    const isWhole = steps.length === 1;
    // What is taken out of a value depends on what is stored.
    if (operation.op === "remove-by-id" || (operation.op === "remove" && !isWhole)) return [];
    const value = operation.op === "remove" ? null : operation.value;
    const patched = steps.reduceRight<unknown>(
      (inside, step) => (isIndex(step) ? [inside] : { [step]: inside }),
      value,
    );
    return createDifferences(create, patched).flatMap((difference): Difference[] => {
      const { path } = difference;
      const isOnTheWay = path.every((step, at) => at >= steps.length || isAt(steps[at], step));
      // Around the value nothing is known but that it can be there: what is missing beside it may be stored.
      const isKnown = path.length >= steps.length || leadsNowhere(difference);
      return isOnTheWay && isKnown
        ? [{ ...difference, path: [...steps.slice(0, path.length), ...path.slice(steps.length)] }]
        : [];
    });
  });
}

/** A value of JSON without the keys that hold nothing, however deep. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) =>
      held === undefined || held === null ? [] : [[key, filled(held)]],
    ),
  );
}

/** Whether a step leads into a list: at an index, or behind its end. */
const isIndex = (step: PropertyKey | undefined): step is number | "-" =>
  typeof step === "number" || step === "-";

const isAt = (step: string | number | undefined, found: PropertyKey): boolean =>
  isIndex(step) ? found === 0 : found === step;

const isUnknownKey = ({ code }: Difference): boolean => code === "unrecognized_keys";

/** Whether there can be nothing behind the place of a difference: no such key, or a value without an inside. */
const leadsNowhere = (difference: Difference): boolean =>
  isUnknownKey(difference) || difference.code === "invalid_type";
