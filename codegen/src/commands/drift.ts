import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareSnapshots } from "../compare/compare-snapshots.ts";
import { readDocuments, readInput } from "../compare/snapshot-input.ts";
import { type ReportFlags, reportWriter } from "../compare/write-report.ts";
import type { ExitCode } from "../exit-code.ts";
import { type ServerFlags, snapshotOf } from "./snapshot.ts";

export interface DriftFlags extends ReportFlags, ServerFlags {
  readonly snapshots: string;
  /** A folder or version to compare with; the committed snapshot of the server's release by default. */
  readonly against?: string;
}

/** `dhis2w drift`: how a live server differs from its snapshot. */
export async function driftCommand(flags: DriftFlags): Promise<ExitCode> {
  const write = await reportWriter(flags);
  const { id, files } = await snapshotOf(flags);
  const documents = {
    snapshot: JSON.parse(files["snapshot.json"]) as unknown,
    schemas: JSON.parse(files["schemas.json"]) as unknown,
    openapi: JSON.parse(files["openapi.json"]) as unknown,
  };
  const committed = readInput(flags.against ?? storedAs(id, flags.snapshots), flags.snapshots);
  const live = readDocuments(documents, "What the server says of itself cannot be compared");
  return write(compareSnapshots(committed, live), [committed.folder]);
}

/** The snapshot that has the release's name, or else the only one that is of it. */
function storedAs(id: string, snapshots: string): string {
  const names = existsSync(snapshots) ? readdirSync(snapshots) : [];
  if (names.includes(id)) return id;
  const ofRelease = names.filter((name) => isOf(id, join(snapshots, name, "snapshot.json")));
  return ofRelease.length === 1 ? (ofRelease[0] ?? id) : id;
}

/** Whether a snapshot says that it is of that release: `2.43.1` is of `v43`. */
function isOf(id: string, file: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8").includes(`"version": "2.${id.slice(1)}.`);
}
