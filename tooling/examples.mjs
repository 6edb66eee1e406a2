import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./steps.mjs";

/** Releases that examples run on, as the snapshots' folders name them. */
export const versions = readdirSync(join(root, "schemas-snapshots")).filter((name) =>
  existsSync(join(root, "schemas-snapshots", name, "snapshot.json")),
);

/** Names of the example programs: one file a task. */
export const examples = () =>
  readdirSync(join(root, "examples/src"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.slice(0, -3));
