// `npm run typecost`: what queries cost the compiler, in type instantiations above a program without a query,
// over the generated clients, with each supported TypeScript. `--update` writes what was measured.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programs } from "./programs.mjs";

/** Fractions above what is committed that pass: compilers differ in their minor versions. */
const headroom = 0.05;
const compilers = ["typescript", "typescript-6", "typescript-7"];
const budgetFile = join(import.meta.dirname, "budgets.json");
// Inside the tooling package, so that the clients resolve as they do for a user; left out of git.
const folder = join(import.meta.dirname, ".programs");
const update = process.argv.includes("--update");

/** @type {{ limits: Record<string, number>, measured: Record<string, Record<string, number>> }} */
const budgets = JSON.parse(readFileSync(budgetFile, "utf8"));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

/** @type {string[]} */
const problems = [];
/** @type {Record<string, Record<string, number>>} */
const measured = {};
for (const compiler of compilers) {
  /** @type {Record<string, number>} */
  const totals = {};
  for (const [name, { source, above = "basis", refused }] of Object.entries(programs)) {
    const { instantiations, errors } = compile(compiler, name, source);
    totals[name] = instantiations;
    const right =
      refused === undefined ? errors.length === 0 : errors.length === 1 && errors[0]?.includes(refused);
    if (!right) problems.push(`${compiler}, ${name}: ${errors.join("\n") || `'${refused}' is not said`}`);
    if (name !== "basis")
      measured[name] = { ...measured[name], [compiler]: instantiations - (totals[above] ?? 0) };
  }
}
rmSync(folder, { recursive: true, force: true });

console.log(`${"".padEnd(44)}${compilers.map((one) => one.padStart(14)).join("")}${"limit".padStart(10)}`);
for (const [name, costs] of Object.entries(measured)) {
  const limit = budgets.limits[name];
  console.log(
    `${name.padEnd(44)}${compilers.map((one) => String(costs[one]).padStart(14)).join("")}${String(limit ?? "").padStart(10)}`,
  );
  for (const compiler of compilers) {
    const cost = costs[compiler] ?? Number.NaN;
    const before = budgets.measured[name]?.[compiler];
    if (limit !== undefined && cost > limit) problems.push(`${compiler}, ${name}: ${cost}, limit ${limit}`);
    if (!update && (before === undefined || cost > before * (1 + headroom)))
      problems.push(
        `${compiler}, ${name}: ${cost}, was ${before ?? "not measured"}; \`--update\` accepts it`,
      );
  }
}
if (update) writeFileSync(budgetFile, `${JSON.stringify({ ...budgets, measured }, undefined, 2)}\n`);
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 4);

/** Compiles one program alone, as a user's. @param {string} compiler @param {string} name @param {string} source */
function compile(compiler, name, source) {
  const file = `${name.replaceAll(/\W+/g, "-")}.mts`;
  writeFileSync(join(folder, file), source);
  const compilerOptions = {
    ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, skipLibCheck: true },
    ...{
      target: "es2022",
      lib: ["es2023", "dom"],
      types: [],
      module: "nodenext",
      moduleResolution: "nodenext",
    },
    // Over sources: no build is needed, and checking the types of queries themselves is part of the basis. It flatters:
    // over built declarations with `skipLibCheck` a program pays for them itself (3,873 for ten lines).
    ...{ customConditions: ["@dhis2w/source"], allowImportingTsExtensions: true },
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
    errors: stdout.split("\n").filter((line) => line.includes("error TS")),
  };
}
