import { type CallOptions, type Connection, isUid, Resource } from "@dhis2w/runtime";
import { unknownSetError } from "./errors.ts";

/** An option with everything that belongs to it, as a write has to send it back. */
export interface StoredOption {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly [property: string]: unknown;
}

/** An option set with everything that belongs to it, and its options in their order. */
export interface StoredSet {
  readonly id: string;
  readonly code?: string;
  readonly name: string;
  readonly valueType?: string;
  readonly version?: number;
  readonly options: readonly StoredOption[];
  readonly [property: string]: unknown;
}

/** The set with this code or UID, with as much of it as `fields` asks for; where one text is both, the UID counts. */
export async function readSet(
  connection: Connection,
  codeOrUid: string,
  fields: string,
  call: CallOptions,
): Promise<StoredSet> {
  const found = await new Resource<{ Set: StoredSet }, { model: "Set" }>(connection, "optionSets").list({
    ...call,
    fields,
    filter: [...(isUid(codeOrUid) ? [`id:eq:${codeOrUid}`] : []), `code:eq:${codeOrUid}`],
    rootJunction: "OR",
  });
  const sets = found as StoredSet[]; // The shape is what `fields` asks for.
  const set = sets.find(({ id }) => id === codeOrUid) ?? sets.find(({ code }) => code === codeOrUid);
  if (set === undefined) throw unknownSetError(codeOrUid);
  return set;
}
