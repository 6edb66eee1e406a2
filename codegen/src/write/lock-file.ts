import { compareText } from "@dhis2w/model";
import type { GeneratedFile } from "../emit/emitter.ts";

/** Lists the files of a folder that the generator owns: JSON cannot carry the header, and stale files go by it. */
export const lockFileName = "dhis2w.lock.json";

/** The lock file that belongs to these files. */
export function lockFileOf(files: readonly GeneratedFile[]): GeneratedFile {
  const paths = files.map(({ path }) => path).sort(compareText);
  return { path: lockFileName, text: `${JSON.stringify({ generatedFiles: paths }, null, 2)}\n` };
}

/** The paths a stored lock file lists; none where it is missing or damaged, for then the headers decide alone. */
export function lockedPaths(text: string | undefined): ReadonlySet<string> {
  if (text === undefined) return new Set();
  try {
    const lock: unknown = JSON.parse(text);
    const listed =
      typeof lock === "object" && lock !== null && "generatedFiles" in lock ? lock.generatedFiles : [];
    return new Set(Array.isArray(listed) ? listed.filter((path) => typeof path === "string") : []);
  } catch {
    return new Set();
  }
}
