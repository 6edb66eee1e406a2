import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { required, root } from "../steps.mjs";

/** The Nodes that clients promise to run on. */
const majors = ["20", "22", "24"];

/** Kept between runs, beside what pnpm installs and out of git. */
const folder = join(root, "node_modules/.cache/dhis2w-nodes");

/**
 * The Nodes to run on: this one, and from npm those of other majors.
 * @returns {Promise<{ major: string, command: string }[]>}
 */
export async function installNodes() {
  const [running = ""] = process.versions.node.split(".");
  const nodes = majors.map((major) => ({
    major,
    command: major === running ? process.execPath : join(folder, `node_modules/node${major}/bin/node`),
  }));
  const missing = nodes.filter(({ command }) => !existsSync(command));
  if (missing.length > 0) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
    const packages = missing.map(({ major }) => `node${major}@npm:node@${major}`);
    await required(
      `install Node ${missing.map(({ major }) => major).join(", ")}`,
      "npm",
      ["install", "--no-audit", "--no-fund", "--silent", ...packages],
      { quiet: true, cwd: folder },
    );
  }
  return nodes;
}
