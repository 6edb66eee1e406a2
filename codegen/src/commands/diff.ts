import { compareSnapshots } from "../compare/compare-snapshots.ts";
import { readInput } from "../compare/snapshot-input.ts";
import type { ReportFlags } from "../compare/write-report.ts";
import { reportWriter } from "../compare/write-report.ts";
import type { ExitCode } from "../exit-code.ts";

export interface DiffFlags extends ReportFlags {
  readonly snapshots: string;
}

/** `dhis2w diff`: what changed from one snapshot to another. */
export async function diffCommand(before: string, after: string, flags: DiffFlags): Promise<ExitCode> {
  const write = await reportWriter(flags);
  const [one, other] = [readInput(before, flags.snapshots), readInput(after, flags.snapshots)];
  return write(compareSnapshots(one, other), [other.folder, one.folder]);
}
