import { readFileSync } from "node:fs";
import { readSnapshot, type SnapshotDocuments } from "./read-snapshot.ts";
import type { ServerModel } from "./server-model.ts";

const root = new URL("../../../schemas-snapshots/", import.meta.url);

/** The committed releases, oldest first. */
export const versionIds: readonly string[] = (
  JSON.parse(readFileSync(new URL("versions.json", root), "utf8")) as { readonly id: string }[]
) // the generator checks it
  .map(({ id }) => id);

/** The text of a committed file: `v42`, `schemas.json`. */
export function committedText(id: string, file: string): string {
  return readFileSync(new URL(`${id}/${file}`, root), "utf8");
}

const documents = new Map<string, SnapshotDocuments>();

/** A committed snapshot, parsed once. */
export function committedSnapshot(id: string): SnapshotDocuments {
  const known = documents.get(id);
  if (known !== undefined) return known;
  const read = (file: string): unknown => JSON.parse(committedText(id, file));
  const snapshot = {
    snapshot: read("snapshot.json"),
    schemas: read("schemas.json"),
    openapi: read("openapi.json"),
  };
  documents.set(id, snapshot);
  return snapshot;
}

const models = new Map<string, ServerModel>();

/** The model of a committed snapshot, read once. */
export function committedModel(id: string): ServerModel {
  const model = models.get(id) ?? readSnapshot(committedSnapshot(id));
  models.set(id, model);
  return model;
}
