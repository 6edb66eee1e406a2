import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GeneratedFile } from "../emit/emitter.ts";
import { sha256 } from "./inputs-hash.ts";

const lockName = "openapi.lock.json";

/** The file that remembers what these files were generated from, so that an unchanged input costs nothing. */
export function openApiLock(inputs: string, files: readonly GeneratedFile[]): GeneratedFile {
  const hashes = Object.fromEntries(files.map(({ path, text }) => [path, sha256(text)]));
  return { path: lockName, text: `${JSON.stringify({ inputs, files: hashes }, null, 2)}\n` };
}

/** Whether a folder holds exactly what was generated from these inputs: nothing edited, added or missing. */
export function isFresh(folder: string, inputs: string): boolean {
  const lock = storedLock(join(folder, lockName));
  if (lock?.inputs !== inputs) return false;
  const stored = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return (
    stored.length === Object.keys(lock.files).length &&
    stored.every((name) => lock.files[name] === sha256(readFileSync(join(folder, name), "utf8")))
  );
}

function storedLock(file: string): { inputs: string; files: Record<string, unknown> } | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { inputs, files } = Object(JSON.parse(readFileSync(file, "utf8")));
    return typeof inputs === "string" ? { inputs, files: Object(files) } : undefined;
  } catch {
    return undefined;
  }
}
