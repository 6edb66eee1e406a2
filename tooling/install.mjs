import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { required, root } from "./steps.mjs";

const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const marker = join(root, "node_modules/.installed-lock");

/**
 * Brings node_modules to what the lock file says, by the pnpm that package.json names; npm is all that must be there.
 * Does nothing when the lock file has not changed since.
 */
export async function install() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex");
  if (existsSync(marker) && readFileSync(marker, "utf8") === lock) return;
  await required(
    "install what the lock file names",
    "npx",
    ["--yes", packageManager, "install", "--frozen-lockfile"],
    {
      quiet: true,
    },
  );
  writeFileSync(marker, lock);
}

/** The command line of a tool that the workspace root installs. @param {string} name */
export const tool = (name) => join(root, "node_modules/.bin", name);
