import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../steps.mjs";

/** The built command line. */
export const cli = join(root, "codegen/dist/cli.js");

/**
 * Runs the command line as a user does; only what is given is in its environment beside the path.
 * @param {readonly string[]} parameters
 * @param {{ cwd?: string, env?: Record<string, string>, node?: readonly string[] }} [options]
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>}
 */
export function dhis2w(parameters, { cwd = root, env = {}, node = [] } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, cli, ...parameters], {
      cwd,
      env: { PATH: process.env.PATH ?? "", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const result = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      result.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      result.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...result }));
  });
}

/** An empty folder that goes when the test ends. @param {{ after: (done: () => void) => void }} test */
export function temporaryFolder(test) {
  const folder = mkdtempSync(join(tmpdir(), "dhis2w-command-line-"));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file below a folder with its text: what must not change. @param {string} folder */
export function contentOf(folder) {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .sort()
      .map((name) => [
        name,
        statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name), "utf8") : "",
      ]),
  );
}
