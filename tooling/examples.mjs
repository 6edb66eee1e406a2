import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./steps.mjs";

/** Ids of all releases, oldest first: `v42`. @type {readonly string[]} */
export const versions = JSON.parse(readFileSync(join(root, "schemas-snapshots/versions.json"), "utf8")).map(
  (/** @type {{ id: string }} */ { id }) => id,
);

/** Names of the example programs: one file a task. */
export const examples = () =>
  readdirSync(join(root, "examples/src"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.slice(0, -3));
