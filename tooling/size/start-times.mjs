// How long Node takes to load what was installed, against the budgets of this folder. A machine with other work lets a
// program wait: of the time on the wall and that of the processors the shorter counts, and of a few tries the shortest.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { versions } from "../examples.mjs";
import { workspaceFolder } from "../workspace.mjs";

/** @type {{ times: Record<string, { before?: string, program: string, milliseconds: number }> }} */
const { times } = JSON.parse(readFileSync(join(import.meta.dirname, "budgets.json"), "utf8"));

/** More tries say nothing new. */
const mostTries = 15;

let isOver = false;
for (const [name, { before = "", program, milliseconds }] of Object.entries(times))
  for (const version of versions) {
    const [setUp, measured] = [before, program].map((text) => text.replaceAll("{{v}}", version));
    const took = shortest(setUp ?? "", measured ?? "", milliseconds);
    isOver ||= took > milliseconds;
    console.log(
      `${took > milliseconds ? "OVER  " : "within"}  ${`${version} ${name}`.padEnd(40)} ${took.toFixed(1).padStart(6)} ms of ${milliseconds} ms`,
    );
  }
process.exit(isOver ? 4 : 0);

/**
 * The shortest time that a program takes in a fresh Node.
 * @param {string} before  what it needs, which does not count
 * @param {string} program
 * @param {number} enough  milliseconds with which the tries end
 */
function shortest(before, program, enough) {
  const text = `${before}
const [wall, processors] = [performance.now(), process.cpuUsage()];
${program}
const { user, system } = process.cpuUsage(processors);
console.log(Math.min(performance.now() - wall, (user + system) / 1000));`;
  let took = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 || (took > enough && tries < mostTries); tries++) {
    const told = execFileSync(process.execPath, ["--input-type=module", "--eval", text], {
      cwd: workspaceFolder(),
      encoding: "utf8",
    });
    took = Math.min(took, Number(told));
  }
  return took;
}
