import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type CanonicalSnapshot, diffServers } from "@dhis2w/model";
import { readInput } from "../compare/snapshot-input.ts";
import { Diagnostic } from "../diagnostic.ts";
import { type GenerateOptions, generate } from "../generate.ts";
import { readServerModel, readText, readVersionRows, versionTable } from "../read-release.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { reportOf } from "../report/report.ts";
import { isStored, writeSnapshot } from "../server/write-snapshot.ts";
import { majorOf, withVersion } from "./version-table.ts";

export interface AddVersionOptions {
  /** `v44` */
  readonly id: string;
  readonly files: CanonicalSnapshot;
  /** Folder of the snapshots: `schemas-snapshots`. */
  readonly snapshots: string;
  /** Folder of the packages: `packages`. */
  readonly out: string;
  /** Folder of the migration guides. */
  readonly docs: string;
  /** Folder of the changesets. */
  readonly changesets: string;
  readonly onStep?: GenerateOptions["onStep"];
}

/** Paths that were written; those below an option begin as it does, those of packages are whole. */
export interface AddedVersion {
  readonly written: readonly string[];
  readonly packages: readonly string[];
  /** How many of its behaviours are assumed to be as in an older release, for none of it was recorded. */
  readonly assumedBehaviours: number;
}

/**
 * Adds a release: its snapshot, its row, its packages, a changeset and the guide from the release before. All of it
 * is generated once aside first, so that a snapshot that cannot be used leaves everything as it was. What was
 * interrupted is finished by the same call.
 *
 * @throws Diagnostic with `ADD_VERSION.…`, `SNAPSHOT.…` or `GENERATE.…`
 */
export function addVersion(options: AddVersionOptions): AddedVersion {
  const { id, files, snapshots, out, docs } = options;
  const table = join(snapshots, versionTable);
  const stored = readText(table);
  const rows = readVersionRows(snapshots);
  const folder = join(snapshots, id);
  const isThere = rows.some((row) => row.id === id);
  if (isThere && !isStored(folder, files)) throw known(id, table);
  const text = isThere ? stored : withVersion(stored, id, table);
  rehearse(options, text);

  writeSnapshot(folder, files);
  writeFileSync(table, text);
  const { changes } = generate({ snapshots, out, docs, ...steps(options) });
  const packages = [`@dhis2w/core-${id}`, `@dhis2w/client-${id}`];
  const pages = [changesetPage(options, packages), ...guide(options, rows)];
  for (const { path, content } of pages) {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
  }
  return {
    written: [folder, table, ...changes.map(({ target }) => target), ...pages.map(({ path }) => path)],
    packages,
    assumedBehaviours: readServerModel(snapshots, id).quirks.filter(({ assumedFrom }) => assumedFrom).length,
  };
}

/** Generates beside everything that is there, writing nothing but in a folder that goes. */
function rehearse({ id, files, snapshots, out }: AddVersionOptions, table: string): void {
  const aside = mkdtempSync(join(tmpdir(), "dhis2w-add-version-"));
  try {
    for (const row of readVersionRows(snapshots).filter((other) => other.id !== id))
      linkFolder(resolve(snapshots, row.id), join(aside, row.id));
    writeFileSync(join(aside, versionTable), table);
    writeSnapshot(join(aside, id), files);
    const { server } = readInput(id, aside);
    if (server.source.id !== id) throw otherRelease(id, server.source.release);
    generate({ snapshots: aside, out, check: true });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Links need a right on some systems, where copies do as well. */
function linkFolder(from: string, to: string): void {
  try {
    symlinkSync(from, to, "junction");
  } catch {
    cpSync(from, to, { recursive: true });
  }
}

interface Page {
  readonly path: string;
  readonly content: string;
}

function changesetPage({ id, changesets }: AddVersionOptions, packages: readonly string[]): Page {
  const bumps = [...packages, "@dhis2w/core-common"].map((name) => `"${name}": minor`);
  return {
    path: join(changesets, `add-${id}.md`),
    content: `---\n${bumps.join("\n")}\n---\n\nAdd DHIS2 2.${majorOf(id)}: \`${packages.join("` and `")}\`.\n`,
  };
}

/** What a user of the release before has to know. */
function guide({ id, snapshots, docs }: AddVersionOptions, rows: readonly { readonly id: string }[]): Page[] {
  const before = rows
    .map((row) => row.id)
    .filter((other) => majorOf(other) < majorOf(id) && existsSync(join(snapshots, other)))
    .sort((a, b) => majorOf(a) - majorOf(b))
    .at(-1);
  if (before === undefined) return [];
  const diff = diffServers(readInput(before, snapshots), readInput(id, snapshots));
  return [
    {
      path: join(docs, `migration-${before}-${id}.md`),
      content: renderMarkdown(reportOf(diff, new Map(), "risky")),
    },
  ];
}

const steps = ({ onStep }: AddVersionOptions): Pick<GenerateOptions, "onStep"> =>
  onStep === undefined ? {} : { onStep };

const known = (id: string, table: string): Diagnostic =>
  new Diagnostic({
    code: "ADD_VERSION.KNOWN",
    summary: `${id} is there already`,
    why: `${table} has a row for it.`,
    next: `Take its snapshot anew with dhis2w snapshot, then run dhis2w generate ${id}.`,
  });

const otherRelease = (id: string, release: string): Diagnostic =>
  new Diagnostic({
    code: "ADD_VERSION.OTHER_RELEASE",
    summary: `The snapshot is not of ${id}`,
    why: `It is of DHIS2 ${release}.`,
    next: "Name the release that it is of, or another server.",
  });
