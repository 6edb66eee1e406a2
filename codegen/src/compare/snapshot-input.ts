import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readSnapshot, type ServerModel, type SnapshotDocuments, SnapshotError } from "@dhis2w/model";
import { Diagnostic } from "../diagnostic.ts";
import { snapshotProblem } from "../snapshot-problem.ts";

/** A snapshot that was found and read. */
export interface SnapshotInput {
  readonly documents: SnapshotDocuments;
  readonly server: ServerModel;
  /** What cannot be done where its documents are at fault. */
  readonly problem: string;
  /** Where it lies, unless git has it only. */
  readonly folder?: string;
}

const files = ["snapshot.json", "schemas.json", "openapi.json"] as const;

/**
 * Reads the snapshot that a word names: a folder, a version id (`v42`, below `snapshots`), or `REV:PATH`, a folder
 * as a git revision has it.
 *
 * @throws Diagnostic with `SNAPSHOT.NOT_ONE`, `SNAPSHOT.BAD_REVISION`, `SNAPSHOT.UNREADABLE` or `SNAPSHOT.UNEXPLAINED`
 */
export function readInput(name: string, snapshots: string): SnapshotInput {
  const [, revision, path] = /^([^:]{2,}|[^:/\\]):(.+)$/.exec(name) ?? [];
  if (revision !== undefined && path !== undefined && !existsSync(name))
    return parse(name, (file) => textInGit(revision, path, file));
  const folder = folderNamed(name, snapshots);
  return { ...parse(name, (file) => readFileSync(join(folder, file), "utf8")), folder };
}

function folderNamed(name: string, snapshots: string): string {
  const folder = [name, join(snapshots, name)].find((candidate) =>
    existsSync(join(candidate, "schemas.json")),
  );
  if (folder !== undefined) return folder;
  throw new Diagnostic({
    code: "SNAPSHOT.NOT_ONE",
    summary: `'${name}' is no snapshot`,
    why: whyNone(name, join(snapshots, name)),
    next: "Name a folder that holds snapshot.json, schemas.json and openapi.json, a version such as v42, or REV:PATH.",
  });
}

function whyNone(name: string, version: string): string {
  if (!existsSync(name)) return `Neither ${name} nor ${version} is a folder.`;
  return statSync(name).isDirectory()
    ? "The folder has no schemas.json."
    : "It is a file; a snapshot is a folder with three.";
}

function textInGit(revision: string, path: string, file: string): string {
  try {
    // `./` makes git take the path from the current folder, as every other argument is taken.
    return execFileSync(
      "git",
      ["show", `${revision}:./${path.replace(/^\.\//, "").replace(/\/$/, "")}/${file}`],
      {
        encoding: "utf8",
        maxBuffer: 256 * 1024 * 1024,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
  } catch (cause) {
    const said = String(Object(cause).stderr ?? "").trim();
    throw new Diagnostic(
      {
        code: "SNAPSHOT.BAD_REVISION",
        summary: `git has no ${file} in '${path}' at '${revision}'`,
        why: said === "" ? "git could not be run." : said,
        next: "Name a revision and a folder of this repository, such as HEAD~1:schemas-snapshots/v42.",
      },
      { cause },
    );
  }
}

function parse(name: string, text: (file: string) => string): SnapshotInput {
  const [snapshot, schemas, openapi] = files.map((file) => {
    let content: string;
    try {
      content = text(file);
    } catch (cause) {
      if (cause instanceof Diagnostic) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw snapshotProblem(new SnapshotError(file, "", why), `The snapshot '${name}' cannot be used`);
    }
    try {
      return JSON.parse(content) as unknown;
    } catch {
      return content; // reading the model says what is wrong with it, and where
    }
  });
  return readDocuments({ snapshot, schemas, openapi }, `The snapshot '${name}' cannot be used`);
}

/**
 * Reads the documents of a snapshot.
 *
 * @param problem - what cannot be done where they are at fault
 * @throws Diagnostic with `SNAPSHOT.UNREADABLE` or `SNAPSHOT.UNEXPLAINED`
 */
export function readDocuments(documents: SnapshotDocuments, problem: string): SnapshotInput {
  try {
    return { documents, server: readSnapshot(documents), problem };
  } catch (cause) {
    throw snapshotProblem(cause, problem);
  }
}
