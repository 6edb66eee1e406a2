import { diffServers, readSnapshot } from "@dhis2w/model";
import { readInput } from "../compare/snapshot-input.ts";
import { type ReportFlags, writeReport } from "../compare/write-report.ts";
import type { ExitCode } from "../exit-code.ts";
import { type ServerFlags, snapshotOf } from "./snapshot.ts";

export interface DriftFlags extends ReportFlags, ServerFlags {
  readonly snapshots: string;
  /** A folder or version to compare with; the committed snapshot of the server's release by default. */
  readonly against?: string;
}

/** `dhis2w drift`: how a live server differs from its snapshot. */
export async function driftCommand(flags: DriftFlags): Promise<ExitCode> {
  const { id, files } = await snapshotOf(flags);
  const documents = {
    snapshot: JSON.parse(files["snapshot.json"]) as unknown,
    schemas: JSON.parse(files["schemas.json"]) as unknown,
    openapi: JSON.parse(files["openapi.json"]) as unknown,
  };
  const committed = readInput(flags.against ?? id, flags.snapshots);
  const live = { documents, server: readSnapshot(documents) };
  return writeReport(diffServers(committed, live), flags, [committed.folder]);
}
