import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import type { CanonicalSnapshot, ServerModel } from "@dhis2w/model";
import { readInput } from "../compare/snapshot-input.ts";
import { Diagnostic } from "../diagnostic.ts";
import { type GenerateOptions, generate, isHome } from "../generate.ts";
import { readText, readVersionRows, versionTable } from "../read-release.ts";

import { isStored, writeSnapshot } from "../server/write-snapshot.ts";
import type { Change } from "../write/compare.ts";
import { type Guides, writeGuides, writePage } from "./guides.ts";
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

/** What was added, and what it differs in. */
export interface AddedVersion {
  readonly server: ServerModel;
  /** Files that were written, and folders where all in them is new. */
  readonly written: readonly string[];
  /** Names of its packages. */
  readonly packages: readonly string[];
  /** Path of the changeset. */
  readonly changeset: string;
  /** What differs from the release before it. */
  readonly since?: NonNullable<Guides["since"]>;
}

/**
 * Adds a release: its snapshot, its row, its packages, a changeset and the guides from the release before and to the one after. All of it
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
  const { path, content } = changesetPage(options, packages);
  const changeset = writePage(path, content);
  const added = readInput(id, snapshots);
  const ids = rows.map((row) => row.id);
  const guides = writeGuides(added, ids, snapshots, docs);
  return {
    server: added.server,
    written: [folder, table, ...places(changes), changeset, ...guides.written],
    packages,
    changeset,
    ...(guides.since !== undefined && { since: guides.since }),
  };
}

/** The files that were written; of a package that is new only its folder. */
function places(changes: readonly Change[]): string[] {
  const isNew = ({ kind, path }: Change): boolean => kind === "add" && /^[^/]+\/package\.json$/.test(path);
  const folders = changes.filter(isNew).map(({ target }) => dirname(target));
  return [
    ...folders,
    ...changes
      .map(({ target }) => target)
      .filter((target) => !folders.some((folder) => target.startsWith(folder + sep))),
  ];
}

/** Generates beside everything that is there, writing nothing but in a folder that goes. */
function rehearse({ id, files, snapshots, out, onStep }: AddVersionOptions, table: string): void {
  const aside = mkdtempSync(join(tmpdir(), "dhis2w-add-version-"));
  try {
    for (const row of readVersionRows(snapshots).filter((other) => other.id !== id))
      linkFolder(resolve(snapshots, row.id), join(aside, row.id));
    writeFileSync(join(aside, versionTable), table);
    writeSnapshot(join(aside, id), files);
    const { server } = readInput(id, aside);
    if (server.source.id !== id) throw otherRelease(id, server.source.release);
    generate({
      ...{ snapshots: aside, out, check: true },
      onStep: (step) => onStep?.({ ...step, title: `try: ${step.title}` }),
    });
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

function changesetPage({ id, out, changesets }: AddVersionOptions, packages: readonly string[]): Page {
  const sandbox = `, and a sandbox of it: \`createSandbox({ version: ${majorOf(id)} })\``;
  const bumps = [...packages, "@dhis2w/core-common", ...(isHome(out) ? ["@dhis2w/sandbox"] : [])];
  return {
    path: join(changesets, `add-${id}.md`),
    content:
      `---\n${bumps.map((name) => `"${name}": minor\n`).join("")}---\n\n` +
      `Add DHIS2 2.${majorOf(id)}: \`${packages.join("` and `")}\`${isHome(out) ? sandbox : ""}.\n`,
  };
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
