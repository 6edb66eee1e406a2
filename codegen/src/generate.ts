import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Diagnostic } from "./diagnostic.ts";
import type { Emitter, GeneratedFolder, Release } from "./emit/emitter.ts";
import { installable } from "./emit/installable.ts";
import { emitters } from "./emit/table.ts";
import { readServerModel, readText, readVersionRows } from "./read-release.ts";
import { applyChanges } from "./write/apply.ts";
import type { Change } from "./write/compare.ts";
import { compareFolder } from "./write/compare.ts";
import { retiredChanges } from "./write/retired.ts";

export interface GenerateOptions {
  /** Folder with `versions.json` and a folder for each snapshot. */
  readonly snapshots: string;
  /** Folder that the packages are folders of. */
  readonly out: string;
  /** Folder of the pages about the releases; none are written where it is absent. */
  readonly docs?: string;
  /** Ids of the releases to generate, `v42`; all of them, and what they share, by default. */
  readonly versions?: readonly string[];
  /** Compares only: nothing is written. */
  readonly check?: boolean;
  /** Called as each step begins. */
  readonly onStep?: (step: GenerateStep) => void;
}

export interface GenerateStep {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** `read v42`, `core v42` */
  readonly title: string;
}

export interface GenerateResult {
  /** Folders that were rendered, relative to the output folder. */
  readonly folders: readonly string[];
  readonly files: number;
  /** What was written, or would be by a run without `check`. */
  readonly changes: readonly Change[];
}

/**
 * Generates the packages of all releases, or of those named, and takes those away whose release has gone from
 * `versions.json`. Everything is rendered and compared in memory before
 * the first file is written.
 *
 * @throws Diagnostic with `SNAPSHOT.…` or `GENERATE.…` where that cannot be done; nothing is written then.
 */
export function generate(options: GenerateOptions): GenerateResult {
  const out = resolve(options.out);
  const rows = wantedRows(options);
  const home = isHome(out);
  const tasks = emitters.filter((emitter) => isWanted(emitter, options, home));
  const steps = stepCounter(rows.length + tasks.length + 1, options.onStep);

  const releases = rows.map((row): Release => {
    steps(`read ${row.id}`);
    return {
      row,
      server: readServerModel(options.snapshots, row.id),
      file: (name) => readText(join(options.snapshots, row.id, name)),
    };
  });
  const folders = tasks.flatMap((emitter) => {
    steps(`emit ${emitter.name}`);
    return emitAll(emitter, releases).map((folder) =>
      placed(emitter, home ? folder : installable(folder), out, options.docs),
    );
  });
  steps(options.check === true ? "compare" : "write");
  const isWhole = home && options.versions === undefined;
  const changes = [
    ...folders.flatMap(({ base, ...folder }) => compareFolder(base, folder)),
    ...(isWhole ? retiredChanges(out, new Set(folders.map(({ folder }) => folder))) : []),
  ];
  if (options.check !== true) applyChanges(changes);
  return {
    folders: folders.map(({ folder }) => folder),
    files: folders.reduce((total, { files, locked }) => total + files.length + (locked === false ? 0 : 1), 0),
    changes,
  };
}

/** Whether our hand-written packages are in that folder; elsewhere what is generated takes them from npm. */
export const isHome = (out: string): boolean => existsSync(join(out, "runtime/package.json"));

function isWanted(emitter: Emitter, { versions, docs }: GenerateOptions, home: boolean): boolean {
  if (emitter.scope === "release") return true;
  if (versions !== undefined) return false;
  return emitter.place === undefined || (emitter.place === "docs" ? docs !== undefined : home);
}

/** Pages go where the documentation is, packages into the output folder. */
function placed(
  emitter: Emitter,
  folder: GeneratedFolder,
  out: string,
  docs: string | undefined,
): GeneratedFolder & { readonly base: string } {
  if (emitter.scope === "release" || emitter.place !== "docs" || docs === undefined)
    return { ...folder, base: out };
  const target = resolve(docs);
  return { ...folder, base: dirname(target), folder: basename(target) };
}

function emitAll(emitter: Emitter, releases: readonly Release[]): GeneratedFolder[] {
  return emitter.scope === "release" ? releases.map(emitter.emit) : [emitter.emit(releases)];
}

/** The rows of the releases asked for; all of them where none is named. */
export function wantedRows({ snapshots, versions }: GenerateOptions): ReturnType<typeof readVersionRows> {
  const rows = readVersionRows(snapshots);
  if (versions === undefined) return rows;
  const known = rows.map(({ id }) => id);
  const unknown = versions.filter((version) => !known.includes(version));
  if (unknown.length > 0)
    throw new Diagnostic({
      code: "GENERATE.UNKNOWN_VERSION",
      summary: `No snapshot is called ${unknown.join(", ")}`,
      why: `versions.json in ${snapshots} lists ${known.join(", ") || "none"}.`,
      next: "Name one of these, or add a row.",
    });
  return rows.filter(({ id }) => versions.includes(id));
}

function stepCounter(of: number, onStep: GenerateOptions["onStep"]): (title: string) => void {
  let number = 0;
  return (title) => onStep?.({ number: ++number, of, title });
}
