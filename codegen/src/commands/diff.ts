import { diffServers } from "@dhis2w/model";
import { readInput } from "../compare/snapshot-input.ts";
import type { ReportFlags } from "../compare/write-report.ts";
import { writeReport } from "../compare/write-report.ts";
import type { ExitCode } from "../exit-code.ts";

export interface DiffFlags extends ReportFlags {
  readonly snapshots: string;
}

/** `dhis2w diff`: what changed from one snapshot to another. */
export async function diffCommand(before: string, after: string, flags: DiffFlags): Promise<ExitCode> {
  const [one, other] = [readInput(before, flags.snapshots), readInput(after, flags.snapshots)];
  return writeReport(diffServers(one, other), flags, [other.folder, one.folder]);
}
