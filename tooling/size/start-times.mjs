// How long Node takes to load what was installed, against the budgets beside this file.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { versions } from "../examples.mjs";
import { workspaceFolder } from "../workspace.mjs";

/** @type {{ times: Record<string, { program: string, milliseconds: number }> }} */
const budgets = JSON.parse(readFileSync(join(import.meta.dirname, "budgets.json"), "utf8"));

let isOver = false;
for (const [name, { program, milliseconds }] of Object.entries(budgets.times)) {
  for (const version of versions) {
    const took = shortest(program.replaceAll("{{v}}", version), milliseconds);
    isOver ||= took > milliseconds;
    const word = took > milliseconds ? "OVER  " : "within";
    console.log(
      `${word}  ${`${version} ${name}`.padEnd(40)} ${took.toFixed(1).padStart(6)} ms of ${milliseconds} ms`,
    );
  }
}
process.exit(isOver ? 4 : 0);

/**
 * The shortest time that a program in a fresh Node tells, of a few tries: other work on the machine only adds.
 * @param {string} program
 * @param {number} wanted  milliseconds with which the tries can end
 */
function shortest(program, wanted) {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 || (best > wanted && tries < 20); tries++) {
    const told = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: workspaceFolder(),
      encoding: "utf8",
    });
    best = Math.min(best, Number(told));
  }
  return best;
}
