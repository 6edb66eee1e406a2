import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareText, sortedBy } from "@dhis2w/model";
import { Diagnostic } from "../diagnostic.ts";
import type { GeneratedFile, GeneratedFolder } from "../emit/emitter.ts";
import { generatedMark } from "../emit/typescript-file.ts";
import { lockedPaths, lockFileName, lockFileOf } from "./lock-file.ts";
import { ownedPath } from "./owned-path.ts";

/** What has to be done to a file so that a folder is as generated. */
export interface Change {
  readonly kind: "add" | "change" | "remove";
  /** Relative to the output folder: `core-v42/src/index.ts`. */
  readonly path: string;
  /** Where the file is. */
  readonly target: string;
  /** The whole new text; absent where the file goes. */
  readonly text?: string;
}

/** Compares a generated folder with what is stored; writes nothing, refuses what the generator does not own. */
export function compareFolder(out: string, generated: GeneratedFolder): Change[] {
  const folder = ownedPath(out, generated.folder);
  const owned = lockedPaths(storedText(join(folder, lockFileName)));
  const files =
    generated.locked === false ? generated.files : [...generated.files, lockFileOf(generated.files)];
  refuseRepeatedPaths(generated);

  const changes = files.flatMap((file): Change[] => {
    const target = ownedPath(folder, file.path);
    const stored = storedText(target);
    const path = `${generated.folder}/${file.path}`;
    if (stored === undefined) return [{ kind: "add", path, target, text: file.text }];
    const text = withKeptValues(file, stored);
    if (stored === text) return [];
    if (file.path !== lockFileName && !owned.has(file.path) && !stored.slice(0, 200).includes(generatedMark))
      throw foreignFile(path);
    return [{ kind: "change", path, target, text }];
  });

  const wanted = new Set(files.map(({ path }) => path));
  const stale = [...new Set([...owned, ...markedFiles(folder)])].filter((path) => !wanted.has(path));
  for (const path of stale) {
    const target = ownedPath(folder, path);
    if (existsSync(target)) changes.push({ kind: "remove", path: `${generated.folder}/${path}`, target });
  }
  return sortedBy(changes, ({ path }) => path);
}

/**
 * Files below `src` that carry the header: stale ones are found even where the lock file was lost. A folder with a
 * lock of its own is another task's.
 */
function markedFiles(folder: string): string[] {
  const source = existsSync(join(folder, "src")) ? join(folder, "src") : folder;
  if (!existsSync(source)) return [];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => dirname(path) === folder || !existsSync(join(dirname(path), lockFileName)))
    .filter((path) => readFileSync(path, "utf8").startsWith(`// ${generatedMark}`))
    .map((path) => path.slice(folder.length + 1).replaceAll("\\", "/"))
    .sort(compareText);
}

function withKeptValues(file: GeneratedFile, stored: string): string {
  if (file.keeps === undefined) return file.text;
  const fresh = JSON.parse(file.text) as Record<string, unknown>; // printed by an emitter: an object
  let kept: Partial<Record<string, unknown>>;
  try {
    kept = Object(JSON.parse(stored));
  } catch {
    return file.text;
  }
  const values = file.keeps.flatMap((key) => (key in kept ? [[key, kept[key]]] : []));
  return `${JSON.stringify({ ...fresh, ...Object.fromEntries(values) }, null, 2)}\n`;
}

function storedText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function refuseRepeatedPaths({ folder, files }: GeneratedFolder): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    const key = path.toLowerCase();
    if (seen.has(key)) throw new Error(`An emitter makes '${folder}/${path}' twice`);
    seen.add(key);
  }
}

const foreignFile = (path: string): Diagnostic =>
  new Diagnostic({
    code: "GENERATE.FOREIGN_FILE",
    summary: `${path} was not written by the generator`,
    why: "It carries no header and is in no lock file, so somebody may have written it by hand.",
    next: "Move it away, or choose another folder with --out.",
  });
