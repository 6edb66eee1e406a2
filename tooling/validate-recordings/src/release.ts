import { readFileSync } from "node:fs";
import { type Model, readSnapshot, type ServerModel } from "@dhis2w/model";
import type { Schema } from "@dhis2w/runtime";

/** A release under check: what its server said, and the schemas that were generated from that. */
export interface Release {
  /** `v42` */
  readonly id: string;
  readonly server: ServerModel;
  /** By the name of a resource and the side that the value stands on. */
  schemaOf(resource: string, side: Side): Schema | undefined;
  modelOf(resource: string): Model | undefined;
}

/** Whether a value was sent by the server, or taken by it. */
export type Side = "read" | "create";

const snapshots = new URL("../../../schemas-snapshots/", import.meta.url);

/** Ids of the committed releases, in their order. */
export function releaseIds(): string[] {
  const rows = JSON.parse(readFileSync(new URL("versions.json", snapshots), "utf8")) as { id: string }[]; // the generator checks it
  return rows.map(({ id }) => id);
}

/** Reads a release and its generated schemas. */
export async function readRelease(id: string): Promise<Release> {
  const document = (name: string): string => readFileSync(new URL(`${id}/${name}`, snapshots), "utf8");
  const server = readSnapshot({
    snapshot: document("snapshot.json"),
    schemas: document("schemas.json"),
    openapi: document("openapi.json"),
  });
  // A module of schemas alone, by their generated names.
  const schemas = (await import(`@dhis2w/core-${id}/schemas`)) as Readonly<Record<string, Schema>>;
  const models = new Map(server.models.map((model) => [model.name, model]));
  const modelNames = new Map(server.resources.map(({ name, model }) => [name, model]));
  const nameOf = (resource: string): string => modelNames.get(resource) ?? "";
  return {
    id,
    server,
    schemaOf: (resource, side) => schemas[schemaName(nameOf(resource), side)],
    modelOf: (resource) => models.get(nameOf(resource)),
  };
}

const schemaName = (model: string, side: Side): string =>
  `${model.slice(0, 1).toLowerCase()}${model.slice(1)}${side === "create" ? "Create" : ""}Schema`;
