import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { Diagnostic } from "../diagnostic.ts";

const plainSegment = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** The absolute path of a file inside a folder; refuses every path that could lead out of it, links included. */
export function ownedPath(folder: string, path: string): string {
  if (!path.split("/").every((segment) => plainSegment.test(segment))) throw outside(folder, path);
  const target = join(folder, path);
  let existing = dirname(target);
  while (!existsSync(existing) && existing !== folder) existing = dirname(existing);
  if (existsSync(folder)) {
    const way = relative(realpathSync(folder), realpathSync(existing));
    if (way === ".." || way.startsWith(`..${sep}`)) throw outside(folder, path);
  }
  return target;
}

const outside = (folder: string, path: string): Diagnostic =>
  new Diagnostic({
    code: "GENERATE.OUTSIDE",
    summary: `'${path}' would be written outside its folder`,
    why: `The generator writes below ${folder} only, under plain names and through no link.`,
    next: "Look where the path comes from: a snapshot, a lock file, or a link in the output folder.",
  });
