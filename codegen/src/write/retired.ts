import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Change, compareFolder } from "./compare.ts";
import { lockFileName } from "./lock-file.ts";

/**
 * Takes packages of releases away that there are no longer: all that the generator wrote into them. What somebody else
 * put there stays.
 *
 * @param kept - names of the folders that are generated
 */
export function retiredChanges(out: string, kept: ReadonlySet<string>): Change[] {
  return readdirSync(out)
    .filter((name) => /^(core|client)-/.test(name) && !kept.has(name))
    .flatMap((name) => lockedFolders(out, name))
    .flatMap((folder) => [
      ...compareFolder(out, { folder, files: [], locked: false }),
      { kind: "remove", path: `${folder}/${lockFileName}`, target: join(out, folder, lockFileName) } as const,
    ]);
}

/** A package and the folders in it that have a lock file of their own. */
function lockedFolders(out: string, name: string): string[] {
  if (!existsSync(join(out, name, lockFileName))) return [];
  const source = join(name, "src");
  const below = existsSync(join(out, source))
    ? readdirSync(join(out, source), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(lockFileName))
        .map((path) => join(source, dirname(path)))
    : [];
  return [name, ...below].map((folder) => folder.replaceAll("\\", "/"));
}
