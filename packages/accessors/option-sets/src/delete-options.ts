import { type CallOptions, type Connection, Resource } from "@dhis2w/runtime";
import { notDeletedError } from "./errors.ts";

/**
 * Deletes options in the way that works on the release: where DELETE of an option answers 200 and keeps it (BUG-020), a
 * bundle of deletions does delete it; that it did is read back there. Several go in one bundle everywhere.
 */
export async function deleteOptions(
  connection: Connection,
  uids: readonly string[],
  call: CallOptions,
): Promise<void> {
  const [uid] = uids;
  if (uid === undefined) return;
  const isIgnored = connection.server.quirks.optionDeleteIgnored === true;
  if (uids.length === 1 && !isIgnored) {
    await connection.request("DELETE", `/api/options/${uid}`, call);
    return;
  }
  await connection.request("POST", "/api/metadata", {
    ...call,
    query: { importStrategy: "DELETE" },
    body: { options: uids.map((id) => ({ id })) },
  });
  if (isIgnored) await checkDeleted(connection, uids, call);
}

async function checkDeleted(
  connection: Connection,
  uids: readonly string[],
  call: CallOptions,
): Promise<void> {
  const found = await new Resource<{ Found: { id: string } }, { model: "Found" }>(connection, "options").list(
    {
      ...call,
      fields: "id",
      filter: [`id:in:[${uids.join()}]`],
    },
  );
  if (found.length > 0) throw notDeletedError(found.map(({ id }) => id ?? ""));
}
