import { type Diff, diffServers } from "@dhis2w/model";
import { snapshotProblem } from "../snapshot-problem.ts";
import type { SnapshotInput } from "./snapshot-input.ts";

/**
 * All differences between two snapshots. Their operations are read for that only.
 *
 * @throws Diagnostic with `SNAPSHOT.UNREADABLE` where those of one are malformed
 */
export function compareSnapshots(before: SnapshotInput, after: SnapshotInput): Diff {
  try {
    return diffServers(before, after);
  } catch (cause) {
    throw snapshotProblem(cause, (isReadable(before) ? after : before).problem);
  }
}

function isReadable(snapshot: SnapshotInput): boolean {
  try {
    diffServers(snapshot, snapshot);
    return true;
  } catch {
    return false;
  }
}
