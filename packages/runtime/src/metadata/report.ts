import { type ImportRow, importRows } from "../errors/import-rows.ts";

/** How many objects an import made, changed, deleted and left alone. */
export interface ImportStats {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  /** Checks that refused something, which can be several an object (BUG-207). */
  readonly ignored: number;
  readonly total: number;
}

/** A finding of an import. */
export interface MetadataImportRow extends ImportRow {
  /**
   * Whether the object was saved all the same, without what the finding is about: so it goes with references that
   * nobody knows (E5002), unless another finding kept the object out. Never in an atomic import.
   */
  readonly saved: boolean;
}

/** What an import of metadata did, or would have done in a dry run. */
export interface MetadataReport {
  /** `OK` without findings, `WARNING` where some of the objects were refused or lost a reference. */
  readonly status: "OK" | "WARNING" | "ERROR";
  readonly stats: ImportStats;
  /** The findings. An object without any was saved; a built-in default object is passed over (BUG-209). */
  readonly rows: readonly MetadataImportRow[];
}

/** Reads a report, as it stands in an answer or alone; `undefined` where it is none. */
export function readReport(report: unknown): MetadataReport | undefined {
  const { status, stats } = (report ?? {}) as Partial<MetadataReport>;
  if (status === undefined || stats === undefined) return undefined;
  const rows = importRows(report);
  const refused = new Set(rows.filter(({ code }) => code !== "E5002").map(({ uid }) => uid));
  // An atomic import that has a finding has the status ERROR, and saved nothing.
  const saved = ({ uid }: ImportRow) => status !== "ERROR" && !refused.has(uid);
  return { status, stats, rows: rows.map((row) => ({ ...row, saved: saved(row) })) };
}
