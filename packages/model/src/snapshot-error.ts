/** The files of a snapshot. */
export type SnapshotFile = "snapshot.json" | "schemas.json" | "openapi.json";

/** A snapshot that cannot be read: says in which file, and where in it. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
  readonly file: SnapshotFile;
  /** JSON pointer (RFC 6901) of the value at fault; empty for the whole document. */
  readonly pointer: string;

  constructor(file: SnapshotFile, pointer: string, problem: string) {
    super(`${file}${pointer === "" ? "" : `#${pointer}`}: ${problem}`);
    this.file = file;
    this.pointer = pointer;
  }
}

/** A JSON pointer to a key or index below another pointer. */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
