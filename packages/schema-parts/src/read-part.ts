import type { $ZodType, ParseContextInternal, ParsePayload } from "zod/v4/core";

/** A value on its way through schemas, with the issues so far; a promise where one of the schemas takes its time. */
export type Read = ParsePayload | Promise<ParsePayload>;

/** An object or a list by its keys. */
type Keyed = Record<string | number, unknown>;

/** An object or a list whose parts are read one by one into a new one of its kind. */
interface Whole {
  readonly payload: ParsePayload;
  readonly context: ParseContextInternal;
  readonly from: Readonly<Keyed>;
  readonly into: Keyed;
  /** Parts whose schemas take their time. */
  readonly later: Promise<void>[];
}

/** Begins to read an object or a list into an empty one. */
export function wholeOf(payload: ParsePayload, context: ParseContextInternal, empty: object): Whole {
  // Who calls has looked that both are objects, or both lists.
  const from = payload.value as Readonly<Keyed>;
  const into = empty as Keyed;
  payload.value = into;
  return { payload, context, from, into, later: [] };
}

/** Reads a part by its schema, as zod's own objects do; one that may be absent and is stays so. */
export function readPart(whole: Whole, key: string | number, { _zod: schema }: $ZodType): void {
  const { from, context, later } = whole;
  // To set `__proto__` would not add a key.
  if (key === "__proto__" || (schema.optin === "optional" && schema.optout && !(key in from))) return;
  const read = schema.run({ value: from[key], issues: [] }, context);
  if (read instanceof Promise) later.push(read.then((part) => take(whole, key, schema, part)));
  else take(whole, key, schema, read);
}

/** Takes over what was read of a part, and its issues with the way to it. */
function take(
  { payload, from, into }: Whole,
  key: string | number,
  { optin }: $ZodType["_zod"],
  { value, issues }: ParsePayload,
): void {
  const isThere = key in from;
  // A schema that takes anything takes `undefined`, but not that a key is missing.
  if (!isThere && optin === undefined && issues.length === 0)
    issues.push({ code: "invalid_type", expected: "nonoptional", input: undefined });
  for (const issue of issues) payload.issues.push({ ...issue, path: [key, ...(issue.path ?? [])] });
  if (isThere || value !== undefined) into[key] = value;
}

/** The whole, once all of its parts are read. */
export const wholeRead = ({ payload, later }: Whole): Read =>
  later.length === 0 ? payload : Promise.all(later).then(() => payload);
