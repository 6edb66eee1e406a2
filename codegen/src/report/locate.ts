import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Change, SubjectKind } from "@dhis2w/model";
import { lazily } from "../lazily.ts";
import { apiLines, type SubjectLines, schemaLines } from "./subject-lines.ts";

/** A place in a file of a snapshot. */
export interface Location {
  /** From the current folder, with slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Finds what a change is about in the files of a snapshot. */
export type Locate = (change: Change) => Location | undefined;

const ofSchemas: ReadonlySet<SubjectKind> = new Set([
  "model",
  "resource",
  "property",
  "enum",
  "enum-member",
  "behaviour",
]);

/**
 * Looks into the snapshots' folders in that order, as far as they lie below the current folder: for the subject, else
 * for what it is a part of, else for the file. So what is gone is found where it was, if that is at hand.
 */
export function locateIn(folders: readonly (string | undefined)[]): Locate {
  const files = folders.flatMap((folder) => (folder === undefined || isOutside(folder) ? [] : [folder]));
  const linesOf = (file: "schemas.json" | "openapi.json"): readonly (readonly [string, SubjectLines])[] =>
    files.flatMap((folder) => {
      const path = join(folder, file);
      if (!existsSync(path)) return [];
      const read = file === "schemas.json" ? schemaLines : apiLines;
      return [
        [relative(process.cwd(), path).replaceAll("\\", "/"), read(readFileSync(path, "utf8"))] as const,
      ];
    });
  const schemas = lazily(() => linesOf("schemas.json"));
  const api = lazily(() => linesOf("openapi.json"));
  return ({ subject, places }) => {
    const isSchema = ofSchemas.has(subject.kind) || subject.key === "schemas.json";
    const keys = places?.[0] === undefined ? [subject.key, subject.label] : [places[0]];
    const own = isSchema ? schemas() : api();
    // Classes that `/api/schemas` does not list are described as shapes of the other document.
    return (
      search(own, keys.flatMap(owners)) ??
      (isSchema ? search(api(), owners(keys.at(-1) ?? "")) : undefined) ??
      own.map(([file]) => ({ file, line: 1 }))[0]
    );
  };
}

function search(
  sources: readonly (readonly [string, SubjectLines])[],
  keys: readonly string[],
): Location | undefined {
  for (const key of keys)
    for (const [file, lines] of sources) {
      const line = lines.get(key);
      if (line !== undefined) return { file, line };
    }
  return undefined;
}

const isOutside = (folder: string): boolean => /^(?:\.\.|\/|[A-Za-z]:)/.test(relative(process.cwd(), folder));

/** A key, and those of what it is a part of: `GET /a parameter b`, `GET /a`; `Klass#name`, `Klass`. */
function owners(key: string): readonly string[] {
  const [method = "", path, ...parts] = key.replace(/ \(\w+\)$/, "").split(" ");
  if (path === undefined) return [key, key.slice(0, Math.max(key.lastIndexOf("#"), key.lastIndexOf(".")))];
  // Which variant of a call has the mark behind `#` differs from document to document.
  const paths = [path, path.replace(/#.*$/, "")];
  return [...parts.keys(), parts.length]
    .reverse()
    .flatMap((count) => paths.map((one) => [method, one, ...parts.slice(0, count)].join(" ")));
}
