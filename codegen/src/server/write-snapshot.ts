import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { CanonicalSnapshot } from "@dhis2w/model";
import { Diagnostic } from "../diagnostic.ts";

/**
 * Puts a snapshot into a folder: whole, or not at all. What is there already in other words, for servers answer in
 * any order, is left as it is.
 *
 * @returns whether anything was written
 * @throws Diagnostic with `SNAPSHOT.FOREIGN_FOLDER` where the folder holds anything else
 */
export function writeSnapshot(out: string, files: CanonicalSnapshot): boolean {
  const target = resolve(out);
  refuseForeign(target, Object.keys(files));
  if (isStored(target, files)) return false;
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const previous = `${temporary}.old`;
  try {
    mkdirSync(temporary, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(temporary, name), text);
    if (existsSync(target)) renameSync(target, previous);
    renameSync(temporary, target);
  } catch (error) {
    if (existsSync(previous) && !existsSync(target)) renameSync(previous, target);
    throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
    rmSync(previous, { recursive: true, force: true });
  }
  return true;
}

/** Whether a folder holds this snapshot; digests of raw answers may differ, for a server answers in any order. */
export function isStored(folder: string, files: CanonicalSnapshot): boolean {
  const stored = (name: string): string | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : undefined;
  const settled = (text: string | undefined): string | undefined =>
    text?.replaceAll(/"rawSha256": "[0-9a-f]*"/g, "");
  return Object.entries(files).every(([name, text]) => settled(stored(name)) === settled(text));
}

function refuseForeign(folder: string, names: readonly string[]): void {
  if (!existsSync(folder)) return;
  const [foreign] = readdirSync(folder).filter((name) => !names.includes(name));
  if (foreign === undefined) return;
  throw new Diagnostic({
    code: "SNAPSHOT.FOREIGN_FOLDER",
    summary: `${folder} holds more than a snapshot`,
    why: `There is ${foreign}, which would be lost.`,
    next: "Name an empty folder, a new one, or one with a snapshot with --out.",
  });
}
