import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { compareText, readSnapshot, type ServerModel } from "@dhis2w/model";
import { Diagnostic } from "./diagnostic.ts";
import { everyAccessor } from "./emit/client-exports.ts";
import { snapshotProblem } from "./snapshot-problem.ts";
import { parseVersionRows, type VersionRow } from "./version-row.ts";

/** The rows of a folder of snapshots: those of `versions.json`, or a row with all accessors for each snapshot. */
export function readVersionRows(snapshots: string): VersionRow[] {
  const file = join(snapshots, versionTable);
  if (existsSync(file)) return parseVersionRows(readText(file), file);
  const isFolder = existsSync(snapshots) && statSync(snapshots).isDirectory();
  const rows = (isFolder ? readdirSync(snapshots) : [])
    .filter((id) => existsSync(join(snapshots, id, "snapshot.json")))
    .sort(compareText)
    .map((id) => ({ id, ...everyAccessor }));
  if (rows.length === 0) throw noSnapshots(snapshots);
  return parseVersionRows(JSON.stringify(rows), snapshots);
}

/** Name of the table of releases beside their snapshots. */
export const versionTable = "versions.json";

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
    throw snapshotProblem(cause, `The snapshot in ${folder} cannot be used`);
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

function noSnapshots(snapshots: string): Diagnostic {
  const isOne = existsSync(join(snapshots, "snapshot.json"));
  const without = existsSync(snapshots)
    ? `There is neither ${versionTable} nor a folder with a snapshot.json in it.`
    : "There is no such folder.";
  return new Diagnostic({
    code: "SNAPSHOT.MISSING",
    summary: `${snapshots} holds no snapshots`,
    why: isOne ? "It is a snapshot itself, not a folder of them." : without,
    next: isOne
      ? `Name the folder above it: --snapshots ${dirname(resolve(snapshots))}`
      : `Take one, or name another folder with --snapshots: dhis2w snapshot --url https://… --out ${join(snapshots, "mine")}`,
  });
}
