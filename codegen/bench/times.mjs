// `npm run bench` in codegen: how long commands take as their user waits for them, against the budgets beside this file.
// The shortest of a few tries counts, for other work on the machine only adds. Ends with 4 where one is over.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const root = join(import.meta.dirname, "../..");
/** @type {Record<string, { parameters: string[], milliseconds: number }>} */
const budgets = JSON.parse(readFileSync(join(import.meta.dirname, "budgets.json"), "utf8"));
const program = programOf500Files();
try {
  for (const [name, { parameters, milliseconds }] of Object.entries(budgets)) {
    const took = shortest(
      parameters.map((one) => one.replace("{{program}}", program)),
      milliseconds,
    );
    const isOver = took > milliseconds;
    if (isOver) process.exitCode = 4;
    console.log(
      `${isOver ? "OVER  " : "within"}  ${name.padEnd(34)} ${took.toFixed(0).padStart(6)} ms of ${milliseconds} ms`,
    );
  }
} finally {
  rmSync(program, { recursive: true, force: true });
}

/** @param {string[]} parameters @param {number} wanted  milliseconds with which the tries can end */
function shortest(parameters, wanted) {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 || (best > wanted && tries < 8); tries++) {
    const started = performance.now();
    const { status, error } = spawnSync(process.execPath, ["codegen/dist/cli.js", ...parameters], {
      cwd: root,
      stdio: ["ignore", "ignore", "ignore"],
    });
    // 4 says that something was found.
    if (status !== 0 && status !== 4)
      throw error ?? new Error(`dhis2w ${parameters.join(" ")} ends with ${status}`);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** The program with seeded breaks, as many times side by side as make 500 files. */
function programOf500Files() {
  const folder = mkdtempSync(join(tmpdir(), "dhis2w-program-"));
  const app = join(import.meta.dirname, "../test/impact-app");
  cpSync(join(app, "tsconfig.json"), join(folder, "tsconfig.json"));
  for (let copy = 0; copy < 39; copy++)
    cpSync(join(app, "src"), join(folder, "src", `part-${copy}`), { recursive: true });
  return folder;
}
