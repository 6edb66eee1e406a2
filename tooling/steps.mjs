import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

/** Root of the repository, without a trailing slash. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

const colour = process.stderr.isTTY && !process.env.NO_COLOR;
const paint = (/** @type {number} */ code, /** @type {string} */ text) =>
  colour ? `\u001b[${code}m${text}\u001b[0m` : text;

/** Turbo finds pnpm among our tools; it and npm stay quiet about themselves, and nothing here phones home. */
export const environment = {
  ...process.env,
  PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter),
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  npm_config_update_notifier: "false",
};

/** Exit code of a check that could not be made here; 77 says so to automake too. */
export const skipped = 77;

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {boolean} ok
 * @property {boolean} isSkipped  whether a part of it could not be checked here; the rest was in order
 * @property {number} seconds
 * @property {string} output  what the command printed, when it was captured
 */

/**
 * Runs one command; its output goes through, unless it is captured to be shown on failure only.
 * @param {string} name what the step does, for the reader
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {{ quiet?: boolean, env?: Record<string, string>, cwd?: string }} [options]
 * @returns {Promise<Outcome>}
 */
export async function step(name, command, parameters, options = {}) {
  const started = performance.now();
  process.stderr.write(`${paint(36, "▸")} ${name}\n`);
  const { code, output } = await run(command, parameters, options);
  const seconds = (performance.now() - started) / 1000;
  const isSkipped = code === skipped;
  const ok = code === 0 || isSkipped;
  if ((!ok || isSkipped) && options.quiet) process.stderr.write(output);
  process.stderr.write(`${ok ? paint(32, "✓") : paint(31, "✗")} ${name} (${seconds.toFixed(1)} s)\n`);
  return { name, ok, isSkipped, seconds, output };
}

/**
 * A step that the rest needs: the process ends when it fails.
 * @param {Parameters<typeof step>} parameters
 */
export async function required(...parameters) {
  const outcome = await step(...parameters);
  if (!outcome.ok) process.exit(2);
  return outcome;
}

/**
 * Works through a list with that many items under way at a time; the results keep the list's order.
 * @template Item, Result
 * @param {number} lanes
 * @param {readonly Item[]} items
 * @param {(item: Item) => Promise<Result>} work
 * @returns {Promise<Result[]>}
 */
export async function inLanes(lanes, items, work) {
  /** @type {Result[]} */
  const results = [];
  const queue = [...items.entries()];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, item] = next;
      results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/**
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {{ quiet?: boolean, env?: Record<string, string>, cwd?: string }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command, parameters, { quiet = false, env = {}, cwd = root }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd,
      env: { ...environment, ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
