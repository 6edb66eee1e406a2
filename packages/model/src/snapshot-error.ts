/** The files of a snapshot. */
export type SnapshotFile = "snapshot.json" | "schemas.json" | "openapi.json";

/** A snapshot that cannot be read: says in which file, and where in it. */
export class SnapshotError extends Error {
  override readonly name: string = "SnapshotError";
  readonly file: SnapshotFile;
  /** JSON pointer (RFC 6901) of the value at fault; empty for the whole document. */
  readonly pointer: string;
  /** What is wrong there. */
  readonly problem: string;

  constructor(file: SnapshotFile, pointer: string, problem: string) {
    super(`${file}${pointer === "" ? "" : `#${pointer}`}: ${problem}`);
    this.file = file;
    this.pointer = pointer;
    this.problem = problem;
  }
}

/**
 * A whole snapshot, that says what neither a rule nor a correction explains: a name that only one of its documents
 * has, a class that none describes.
 */
export class UnexplainedError extends SnapshotError {
  override readonly name = "UnexplainedError";
  /** The first one's place is that of the error; each message has its own. */
  readonly places: readonly SnapshotError[];

  constructor(first: SnapshotError, others: readonly SnapshotError[]) {
    super(first.file, first.pointer, first.problem);
    this.places = [first, ...others];
    this.message = this.places.map(({ message }) => message).join("\n");
  }
}

/** A JSON pointer to a key or index below another pointer. */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
