// `npm run typecost`: what queries cost the compiler as a user compiles them: over the built declarations, with each
// supported TypeScript, and with 5.9 also without `skipLibCheck`, where the basis pays for more. In type instantiations
// above the same program without a query: imports and client, so that nothing of ours is paid by the basis that a query
// needs. `--update` writes what was measured.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programs } from "./programs.mjs";

/** Fractions above what is committed that pass: compilers differ in their minor versions. */
const headroom = 0.05;
/** Seconds that checking a program takes above an empty one, at most; told, for machines differ. */
const longestChecks = { "ten-line program": 0.5, "one call through /openapi": 2 };
const budgetFile = join(import.meta.dirname, "budgets.json");
// Inside the tooling package, so that the clients resolve as they do for a user; left out of git.
const folder = join(import.meta.dirname, ".programs");
const update = process.argv.includes("--update");

/** @typedef {{ compiler: string, skipLibCheck: boolean }} Setting */

/** What the columns are compiled with, by heading. @type {Record<string, Setting>} */
const settings = {
  5.9: { compiler: "typescript", skipLibCheck: true },
  "6.0": { compiler: "typescript-6", skipLibCheck: true },
  "7.0": { compiler: "typescript-7", skipLibCheck: true },
  "5.9, libraries": { compiler: "typescript", skipLibCheck: false },
};

/** @type {{ limits: Record<string, number>, measured: Record<string, Record<string, number>> }} */
const budgets = JSON.parse(readFileSync(budgetFile, "utf8"));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

/** @type {string[]} */
const problems = [];
/** @type {Record<string, Record<string, number>>} */
const measured = {};
for (const [column, setting] of Object.entries(settings)) {
  /** @type {Record<string, number>} */
  const totals = {};
  for (const [name, { source, above = "basis", refused }] of Object.entries(programs)) {
    // Checking libraries takes seconds each time: only where a limit has to hold.
    if (!setting.skipLibCheck && name !== "basis" && budgets.limits[name] === undefined) continue;
    const { instantiations, errors } = compile(setting, name, source);
    totals[name] = instantiations;
    const right =
      refused === undefined ? errors.length === 0 : errors.length === 1 && errors[0]?.includes(refused);
    if (!right) problems.push(`${column}, ${name}: ${errors.join("\n") || `'${refused}' is not said`}`);
    if (name !== "basis")
      measured[name] = { ...measured[name], [column]: instantiations - (totals[above] ?? 0) };
  }
}
const empty = checkTime("export {};\n");
const checks = Object.entries(longestChecks).map(([name, longest]) => {
  const seconds = checkTime(programs[name]?.source ?? "") - empty;
  return `checking '${name}' takes ${seconds.toFixed(2)} s above an empty program; wanted: ${longest} s`;
});
rmSync(folder, { recursive: true, force: true });

const columns = Object.keys(settings);
console.log(`${"".padEnd(44)}${columns.map((one) => one.padStart(16)).join("")}${"limit".padStart(10)}`);
for (const [name, costs] of Object.entries(measured)) {
  const limit = budgets.limits[name];
  console.log(
    `${name.padEnd(44)}${columns.map((one) => String(costs[one] ?? "").padStart(16)).join("")}${String(limit ?? "").padStart(10)}`,
  );
  for (const [column, cost] of Object.entries(costs)) {
    const before = budgets.measured[name]?.[column];
    if (limit !== undefined && cost > limit) problems.push(`${column}, ${name}: ${cost}, limit ${limit}`);
    if (!update && (before === undefined || cost > before * (1 + headroom)))
      problems.push(`${column}, ${name}: ${cost}, was ${before ?? "not measured"}; \`--update\` accepts it`);
  }
}
for (const check of checks) console.log(check);
if (update) writeFileSync(budgetFile, `${JSON.stringify({ ...budgets, measured }, undefined, 2)}\n`);
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 4);

/** The shortest of three checks with TypeScript 5.9, in seconds. @param {string} source */
function checkTime(source) {
  const setting = { compiler: "typescript", skipLibCheck: true };
  return Math.min(...[1, 2, 3].map(() => compile(setting, "timed", source).seconds));
}

/** Compiles one program alone, as a user's. @param {Setting} setting @param {string} name @param {string} source */
function compile({ compiler, skipLibCheck }, name, source) {
  const file = `${name.replaceAll(/\W+/g, "-")}.mts`;
  writeFileSync(join(folder, file), source);
  const compilerOptions = {
    ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true },
    // The compiler's own libraries are none of ours.
    ...{ skipLibCheck, skipDefaultLibCheck: true },
    ...{ target: "es2022", lib: ["es2023", "dom"], types: [] },
    ...{ module: "nodenext", moduleResolution: "nodenext" },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(import.meta.dirname, "../node_modules", compiler, "bin/tsc"),
      ...["--project", folder, "--extendedDiagnostics"],
      // Several checkers at once would count what they share several times.
      ...(compiler === "typescript-7" ? ["--singleThreaded"] : []),
    ],
    { encoding: "utf8" },
  );
  return {
    instantiations: Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1]),
    seconds: Number(/^Check time:\s+([\d.]+)/m.exec(stdout)?.[1]),
    errors: stdout.split("\n").filter((line) => line.includes("error TS")),
  };
}
