import { readFileSync } from "node:fs";
import { readSnapshot, type SnapshotDocuments } from "./read-snapshot.ts";
import type { ServerModel } from "./server-model.ts";

export const versionIds: readonly string[] = ["v41", "v42", "v43"];

/** The text of a committed file: `v42`, `schemas.json`. */
export function committedText(id: string, file: string): string {
  return readFileSync(new URL(`../../../schemas-snapshots/${id}/${file}`, import.meta.url), "utf8");
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
