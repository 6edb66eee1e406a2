import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Replaces a folder by one with these files: whole, or not at all. They are written beside it, then the folders
 * change places; what a killed process left is put right by {@link recoverFolder}.
 */
export function swapFolder(target: string, files: Readonly<Record<string, string>>): void {
  const fresh = beside(target, process.pid, "new");
  const previous = beside(target, process.pid, "old");
  try {
    mkdirSync(fresh, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(fresh, name), text);
    if (existsSync(target)) renameSync(target, previous);
    renameSync(fresh, target);
  } catch (error) {
    if (existsSync(previous) && !existsSync(target)) renameSync(previous, target);
    throw error;
  } finally {
    remove(fresh);
    remove(previous);
  }
}

/** Puts back a folder whose replacement was killed between taking it away and putting the new one there. */
export function recoverFolder(target: string): void {
  for (const { path, state } of leftovers(target)) {
    if (state === "old" && !existsSync(target)) renameSync(path, target);
    else remove(path);
  }
}

type State = "new" | "old";

const beside = (target: string, pid: number, state: State): string =>
  join(dirname(target), `.${basename(target)}.${pid}.${state}`);

/** What processes left that are no more; those that still run will tidy up themselves. */
function leftovers(target: string): { readonly path: string; readonly state: State }[] {
  const folder = dirname(target);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const [, pid, state] = /\.(\d+)\.(new|old)$/.exec(name) ?? [];
    if (state !== "new" && state !== "old") return [];
    const path = beside(target, Number(pid), state);
    return path === join(folder, name) && !isRunning(Number(pid)) ? [{ path, state }] : [];
  });
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false; // of a process before us that had our number
  try {
    process.kill(pid, 0); // asks only
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
