import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const own = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

/** The repository that is looked at; the checks of these scripts look at one of their own. */
export const root = process.env.DHIS2W_REPOSITORY ?? own;

/**
 * Runs the built command line; what it says on standard error goes through.
 * @param {string[]} parameters
 */
export function dhis2w(...parameters) {
  const { status, stdout } = spawnSync(process.execPath, [join(own, "codegen/dist/cli.js"), ...parameters], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { status: status ?? 1, output: stdout };
}
