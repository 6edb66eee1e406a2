import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/**
 * Starts the `dhis2w-sandbox` that is installed in that folder, on a free port.
 * @param {string} home
 * @param {string} version
 */
export async function serveSandbox(home, version) {
  const child = spawn(join(home, "node_modules/.bin/dhis2w-sandbox"), ["--version", version, "--port", "0"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, stop: () => void child.kill() };
  }
  throw new Error("dhis2w-sandbox ended without saying where it listens");
}
