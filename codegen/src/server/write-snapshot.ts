import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { CanonicalSnapshot } from "@dhis2w/model";
import { Diagnostic } from "../diagnostic.ts";
import { recoverFolder, swapFolder } from "./swap-folder.ts";

/** The files of a snapshot. */
const fileNames = ["openapi.json", "schemas.json", "snapshot.json"];

/**
 * Puts a snapshot into a folder: whole, or not at all. What is there already in other words, for servers answer in
 * any order, is left as it is.
 *
 * @returns whether anything was written
 * @throws Diagnostic with `SNAPSHOT.FOREIGN_FOLDER` where the folder holds anything else
 */
export function writeSnapshot(out: string, files: CanonicalSnapshot): boolean {
  prepareFolder(out);
  const target = folderAt(out);
  if (isStored(target, files)) return false;
  swapFolder(target, { ...files });
  return true;
}

/**
 * Puts back what an interrupted run took away, and refuses a folder with anything but a snapshot in it.
 *
 * @throws Diagnostic with `SNAPSHOT.FOREIGN_FOLDER`
 */
export function prepareFolder(out: string): void {
  recoverFolder(folderAt(out));
  refuseForeign(folderAt(out));
}

/** The folder that a path means: where it is a link, what that points to, be it there or not. */
function folderAt(out: string): string {
  const path = resolve(out);
  if (existsSync(path)) return realpathSync(path);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? resolve(dirname(path), readlinkSync(path)) : path;
}

/** Whether a folder holds this snapshot; digests of raw answers may differ, for a server answers in any order. */
export function isStored(folder: string, files: CanonicalSnapshot): boolean {
  const stored = (name: string): string | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : undefined;
  const settled = (text: string | undefined): string | undefined =>
    text?.replaceAll(/"rawSha256": "[0-9a-f]*"/g, "");
  return Object.entries(files).every(([name, text]) => settled(stored(name)) === settled(text));
}

function refuseForeign(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw foreignFolder(folder, "It is a file.");
  const foreign = readdirSync(folder).find((name) => !fileNames.includes(name));
  if (foreign !== undefined) throw foreignFolder(folder, `There is ${foreign} in it, which would be lost.`);
}

const foreignFolder = (folder: string, why: string): Diagnostic =>
  new Diagnostic({
    code: "SNAPSHOT.FOREIGN_FOLDER",
    summary: `${folder} is no folder for a snapshot`,
    why,
    next: "Name an empty folder, a new one, or one with a snapshot with --out.",
  });
