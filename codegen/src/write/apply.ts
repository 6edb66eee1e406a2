import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Change } from "./compare.ts";
import { lockFileName } from "./lock-file.ts";

/**
 * Makes the changes: every new text is on disk beside its place before the first file is replaced, so that a full
 * disk or a missing right leaves the packages as they were.
 */
export function applyChanges(changes: readonly Change[]): void {
  const prepared: { readonly temporary: string; readonly target: string }[] = [];
  try {
    for (const { target, text } of changes) {
      if (text === undefined) continue;
      const temporary = `${target}.${process.pid}.tmp`;
      mkdirSync(dirname(target), { recursive: true });
      prepared.push({ temporary, target });
      writeFileSync(temporary, text);
    }
  } catch (error) {
    for (const { temporary } of prepared) rmSync(temporary, { force: true });
    throw error;
  }
  // The lock files first: after an interruption the next run still knows every file as the generator's own.
  const isLock = (file: { readonly target: string }): boolean => file.target.endsWith(lockFileName);
  for (const { temporary, target } of [
    ...prepared.filter(isLock),
    ...prepared.filter((file) => !isLock(file)),
  ])
    renameSync(temporary, target);
  for (const { kind, target } of changes) if (kind === "remove") removeFile(target);
}

function removeFile(target: string): void {
  rmSync(target);
  for (let folder = dirname(target); readdirSync(folder).length === 0; folder = dirname(folder))
    rmdirSync(folder);
}
