import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareSnapshots } from "../compare/compare-snapshots.ts";
import { readInput, type SnapshotInput } from "../compare/snapshot-input.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { type Report, reportOf } from "../report/report.ts";
import { majorOf } from "./version-table.ts";

/** The guides from the release before one that is added, and to the one after it. */
export interface Guides {
  /** The release before, all that differs, and the page that tells what matters of it. */
  readonly since?: {
    readonly server: SnapshotInput["server"];
    readonly report: Report;
    readonly guide: string;
  };
  /** Pages that were written. */
  readonly written: readonly string[];
}

/**
 * Compares a release that is added with its neighbours, and writes what users of these have to know. The guide that
 * led past it goes.
 */
export function writeGuides(
  added: SnapshotInput,
  ids: readonly string[],
  snapshots: string,
  docs: string,
): Guides {
  const { id } = added.server.source;
  const stored = ids
    .filter((other) => existsSync(join(snapshots, other)))
    .sort((a, b) => majorOf(a) - majorOf(b));
  const older = stored.filter((other) => majorOf(other) < majorOf(id)).at(-1);
  const newer = stored.find((other) => majorOf(other) > majorOf(id));
  const page = (from: string, to: string): string => join(docs, `migration-${from}-${to}.md`);
  const written: string[] = [];
  const write = (path: string, diff: ReturnType<typeof compareSnapshots>): string => {
    writePage(path, renderMarkdown(reportOf(diff, new Map(), "risky")));
    written.push(path);
    return path;
  };
  if (newer !== undefined) write(page(id, newer), compareSnapshots(added, readInput(newer, snapshots)));
  if (older === undefined) return { written };
  if (newer !== undefined) rmSync(page(older, newer), { force: true });
  const before = readInput(older, snapshots);
  const diff = compareSnapshots(before, added);
  const guide = write(page(older, id), diff);
  return { since: { server: before.server, report: reportOf(diff, new Map(), "cosmetic"), guide }, written };
}

/** Writes a page, and the folders that it stands in. */
export function writePage(path: string, content: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}
