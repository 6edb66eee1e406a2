// Packs the package in the current folder unless it is private: `node pack-one.mjs DESTINATION`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../steps.mjs";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
if (manifest.private !== true) {
  const { status } = spawnSync(
    "npx",
    ["--yes", packageManager, "pack", "--pack-destination", process.argv[2] ?? "."],
    { stdio: "inherit" },
  );
  process.exit(status ?? 1);
}
