// How long Node takes to load what was installed, beside the budgets of this folder. Times on a machine that does other
// work too say little: only what takes a multiple fails.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { versions } from "../examples.mjs";
import { workspaceFolder } from "../workspace.mjs";

/** @type {{ times: Record<string, { program: string, milliseconds: number }>, nodeStartsIn: number }} */
const { times, nodeStartsIn } = JSON.parse(readFileSync(join(import.meta.dirname, "budgets.json"), "utf8"));

/** How many times its budget something must take to fail. */
const failsAt = 3;

let isOver = false;
for (const [name, { program, milliseconds }] of Object.entries(times)) {
  for (const version of versions) {
    const { start, took } = shortest(program.replaceAll("{{v}}", version), milliseconds);
    // Where Node itself starts slowly, on a busy machine, all else may be as slow.
    const allowed = milliseconds * Math.max(1, start / nodeStartsIn);
    isOver ||= took > failsAt * allowed;
    console.log(
      `${took > allowed ? "OVER  " : "within"}  ${`${version} ${name}`.padEnd(40)} ${took.toFixed(1).padStart(6)} ms of ${milliseconds} ms, Node started in ${start.toFixed(0)} ms`,
    );
  }
}
process.exit(isOver ? 4 : 0);

/**
 * The shortest time that a program in a fresh Node tells, of a few tries, and Node's own to begin with it: other work on
 * the machine only adds.
 * @param {string} program
 * @param {number} wanted  milliseconds with which the tries can end
 */
function shortest(program, wanted) {
  let [start, took] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let tries = 0; tries < 3 || (took > wanted && tries < 15); tries++) {
    const told = execFileSync(
      process.execPath,
      ["--input-type=module", "--eval", `const start = performance.now(); ${program}; console.log(start);`],
      { cwd: workspaceFolder(), encoding: "utf8" },
    );
    const [ofProgram, ofNode] = told.split("\n").map(Number);
    took = Math.min(took, ofProgram ?? took);
    start = Math.min(start, ofNode ?? start);
  }
  return { start, took };
}
