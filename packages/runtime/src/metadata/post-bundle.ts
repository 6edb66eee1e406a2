import type { CallOptions, Connection, QueryValue } from "../connection.ts";
import { misshapen } from "../resource/misshapen.ts";
import type { ImportMetadataOptions } from "./options.ts";
import { type MetadataReport, readReport } from "./report.ts";

const path = "/api/metadata";

/** Objects by the plural of their type. */
export type AnyBundle = Readonly<Record<string, readonly unknown[]>>;

/**
 * Sends a bundle in one request, which is never repeated, and reads the report.
 *
 * @throws Dhis2ImportError `HTTP.CONFLICT` for every finding of an atomic import, and where nothing at all was saved.
 */
export async function postBundle(
  connection: Connection,
  bundle: AnyBundle,
  options: ImportMetadataOptions,
): Promise<MetadataReport> {
  let answer: unknown;
  let failure: unknown;
  try {
    answer = await connection.request("POST", path, importRequest(bundle, options));
  } catch (error) {
    if (options.atomic !== false) throw error;
    // What was asked to save what it can answers an error too, with a report of what it did.
    failure = error;
    answer = (error as { readonly body?: unknown } | undefined)?.body;
  }
  const report = readReport((answer as { readonly response?: unknown } | undefined)?.response);
  if (report !== undefined) return report;
  throw failure ?? misshapen(connection.baseUrl, "POST", path, "no import report came", answer);
}

/** The request of an import: what differs from the server's own defaults. */
export function importRequest(
  body: object,
  { signal, timeout, validation: _, atomic, dryRun, ...rest }: ImportMetadataOptions,
): CallOptions & { readonly query: Readonly<Record<string, QueryValue>>; readonly body: object } {
  const atomicMode = atomic === false ? "NONE" : undefined;
  const importMode = dryRun === true ? "VALIDATE" : undefined;
  return { signal, timeout, query: { ...rest, atomicMode, importMode }, body };
}
