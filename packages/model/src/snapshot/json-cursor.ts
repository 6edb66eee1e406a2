import { pointerTo, SnapshotError, type SnapshotFile } from "../snapshot-error.ts";

/** A parsed value together with where it stands, so that whatever is wrong with it can be told with its place. */
export interface Cursor {
  readonly file: SnapshotFile;
  readonly pointer: string;
  readonly value: unknown;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Starts at the root of a document, given as text or parsed. */
export function openDocument(file: SnapshotFile, document: unknown): Cursor {
  if (typeof document !== "string") return { file, pointer: "", value: document };
  if (document.trim() === "") throw new SnapshotError(file, "", "is empty");
  try {
    return { file, pointer: "", value: JSON.parse(document) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SnapshotError(file, "", `is not JSON, or was cut: ${reason}`);
  }
}

export function fail(cursor: Cursor, problem: string): never {
  throw new SnapshotError(cursor.file, cursor.pointer, problem);
}

export function objectAt(cursor: Cursor): JsonObject {
  const { value } = cursor;
  if (typeof value !== "object" || value === null || Array.isArray(value)) fail(cursor, "is not an object");
  return value as JsonObject; // narrowed above; TypeScript keeps `object`
}

export function itemsOf(cursor: Cursor): Cursor[] {
  const { value } = cursor;
  if (!Array.isArray(value)) return fail(cursor, "is not an array");
  return value.map((item: unknown, index) => new Place(cursor, index, item));
}

/** The value of a key, `undefined` inside the cursor where there is none. */
export function child(cursor: Cursor, key: string): Cursor {
  return new Place(cursor, key, valueAt(cursor, key));
}

function valueAt(cursor: Cursor, key: string): unknown {
  const owner = objectAt(cursor);
  return Object.hasOwn(owner, key) ? owner[key] : undefined;
}

/** The value of a key, `undefined` where there is none. */
export function optionalChild(cursor: Cursor, key: string): Cursor | undefined {
  const value = valueAt(cursor, key);
  return value === undefined ? undefined : new Place(cursor, key, value);
}

/** Pointers are made when somebody asks: of the many values that are looked at, few are at fault. */
class Place implements Cursor {
  readonly #parent: Cursor;
  readonly #key: string | number;
  readonly value: unknown;

  constructor(parent: Cursor, key: string | number, value: unknown) {
    this.#parent = parent;
    this.#key = key;
    this.value = value;
  }
  get file(): SnapshotFile {
    return this.#parent.file;
  }
  get pointer(): string {
    return pointerTo(this.#parent.pointer, this.#key);
  }
}

/** The entries of an object, each with its own place. */
export function entriesOf(cursor: Cursor): [string, Cursor][] {
  return Object.keys(objectAt(cursor)).map((key) => [key, child(cursor, key)]);
}

export function textAt(cursor: Cursor, key: string): string {
  const value = valueAt(cursor, key);
  if (value === undefined) fail(cursor, `lacks the key '${key}'`);
  if (typeof value !== "string" || value === "")
    return fail(child(cursor, key), "is not a text, or is empty");
  return value;
}

export function optionalText(cursor: Cursor, key: string): string | undefined {
  return optionalOf(cursor, key, "string", "a text");
}

export function flagAt(cursor: Cursor, key: string): boolean {
  const flag = optionalFlag(cursor, key);
  return flag ?? fail(cursor, `lacks the key '${key}'`);
}

export function optionalFlag(cursor: Cursor, key: string): boolean | undefined {
  return optionalOf(cursor, key, "boolean", "true or false");
}

export function optionalNumber(cursor: Cursor, key: string): number | undefined {
  return optionalOf(cursor, key, "number", "a number");
}

export function optionalTexts(cursor: Cursor, key: string): string[] | undefined {
  const list = child(cursor, key);
  if (list.value === undefined) return undefined;
  return itemsOf(list).map((item) =>
    typeof item.value === "string" ? item.value : fail(item, "is not a text"),
  );
}

interface Kinds {
  string: string;
  boolean: boolean;
  number: number;
}

function optionalOf<Kind extends keyof Kinds>(
  cursor: Cursor,
  key: string,
  kind: Kind,
  wanted: string,
): Kinds[Kind] | undefined {
  const value = valueAt(cursor, key);
  if (value === undefined) return undefined;
  if (typeof value !== kind) fail(child(cursor, key), `is not ${wanted}`);
  return value as Kinds[Kind]; // `typeof` was compared just above
}
