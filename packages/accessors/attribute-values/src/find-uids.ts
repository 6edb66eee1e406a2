import { type CallOptions, type Connection, Resource } from "@dhis2w/runtime";
import { findValue, type StoredValue } from "./stored-value.ts";

/** An object as it is found: its values are read with it, so that each is held against the value wanted. */
interface Found {
  readonly id: string;
  readonly attributeValues: readonly StoredValue[];
}

/**
 * The UIDs of the objects with exactly this value, as they come, page by page. The filter does the finding and the values
 * that were read decide: releases differ in what they make of commas, blanks and empty values.
 */
export async function* findUids(
  connection: Connection,
  resource: string,
  attributeUid: string,
  value: string,
  filter: readonly string[],
  call: CallOptions,
): AsyncGenerator<string, void, undefined> {
  const found = new Resource<{ Found: Found }, { model: "Found" }>(connection, resource).iterate({
    ...call,
    fields: "id,attributeValues",
    filter: [valueFilter(connection, attributeUid, value), ...filter],
  });
  for await (const object of found) {
    const { id, attributeValues } = object as Found; // The shape is what `fields` asks for.
    if (findValue(attributeValues, attributeUid) === value) yield id;
  }
}

/** A filter that leaves out no object with this value: `eq` where the server takes the value as it stands. */
function valueFilter({ server }: Connection, attributeUid: string, value: string): string {
  const isCut = value.includes(",") && server.quirks.commaCutsFilterValue === true;
  if (!isCut && value !== "" && value.trim() === value) return `${attributeUid}:eq:${value}`;
  // A part that every release searches for as it stands; without one, whoever has any value.
  const [part] = (value.match(/[A-Za-z0-9]+/g) ?? []).sort((a, b) => b.length - a.length);
  return part === undefined ? `${attributeUid}:!null` : `${attributeUid}:like:${part}`;
}
