import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSnapshot, type ServerModel, SnapshotError } from "@dhis2w/model";
import { Diagnostic } from "./diagnostic.ts";
import { parseVersionRows, type VersionRow } from "./version-row.ts";

/** The rows of a folder of snapshots. */
export function readVersionRows(snapshots: string): VersionRow[] {
  const file = join(snapshots, "versions.json");
  return parseVersionRows(readText(file), file);
}

/** What the snapshot in a folder says; the folder's name is the release's id. */
export function readServerModel(snapshots: string, id: string): ServerModel {
  const folder = join(snapshots, id);
  const text = (name: string): string => readText(join(folder, name));
  try {
    return readSnapshot({
      snapshot: text("snapshot.json"),
      schemas: text("schemas.json"),
      openapi: text("openapi.json"),
    });
  } catch (cause) {
    if (!(cause instanceof SnapshotError)) throw cause;
    throw new Diagnostic(
      {
        code: "SNAPSHOT.UNREADABLE",
        summary: `The snapshot in ${folder} cannot be used`,
        why: cause.message,
        next: "Take the snapshot again, or restore it from git.",
      },
      { cause },
    );
  }
}

/** Text of a file of a snapshot. */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new Diagnostic(
      {
        code: "SNAPSHOT.MISSING",
        summary: `${path} cannot be read`,
        why: cause instanceof Error ? cause.message : String(cause),
        next: "Name the folder that holds versions.json and a folder for each snapshot with --snapshots.",
      },
      { cause },
    );
  }
}
