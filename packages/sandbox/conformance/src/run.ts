import { readRecording, recordedGroups, recordedVersions } from "@dhis2w/recordings";
import type { Server } from "./replay.ts";
import { replay } from "./replay.ts";
import type { GroupResult } from "./report.ts";
import { summarise } from "./report.ts";

/** Which recordings to replay. */
export interface Selection {
  /** A folder of the layout of `recordings/`; the project's own without one. */
  readonly directory?: string | undefined;
  /** `v42`; all without one. */
  readonly version?: string | undefined;
  /** A group or the beginning of its name: `07`; all without one. */
  readonly group?: string | undefined;
}

/** Starts a fresh server of a version (`v42`) that goes by the given clock. */
export type Start = (version: string, clock: () => number) => Server | Promise<Server>;

/** Replays what is selected, each group against a fresh server. */
export async function run(selection: Selection, start: Start): Promise<GroupResult[]> {
  const results: GroupResult[] = [];
  for (const version of recordedVersions(selection.directory)) {
    if (selection.version !== undefined && selection.version !== version) continue;
    for (const group of recordedGroups(version, selection.directory)) {
      if (!group.startsWith(selection.group ?? "")) continue;
      const exchanges = readRecording(version, group, selection.directory);
      results.push(
        summarise(version, group, await replay(exchanges, (clock) => start(version, clock), version)),
      );
    }
  }
  return results;
}
