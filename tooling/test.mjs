// `npm test`: installs, builds, and runs every check there is; ends with the sum of all runners.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { examples, versions } from "./examples.mjs";
import { install, tool } from "./install.mjs";
import { required, root, step } from "./steps.mjs";

const turbo = (/** @type {string[]} */ ...tasks) =>
  /** @type {const} */ ([tool("turbo"), ["run", ...tasks, "--output-logs=errors-only"]]);
const node = (/** @type {string[]} */ ...parameters) => /** @type {const} */ ([process.execPath, parameters]);
const quiet = { quiet: true };

await install();
await required("build all packages", ...turbo("build"), quiet);

const checks = [
  await step(
    "generated code is what the snapshots give",
    ...node("codegen/dist/cli.js", "generate", "--check"),
    quiet,
  ),
  await step("format and lint", tool("biome"), ["check", "."], quiet),
  await step("packages import only what they may", ...node("tooling/checks/boundaries.mjs"), quiet),
  await step("docs are what the programs make", ...node("tooling/docs.mjs", "--check"), quiet),
  await step("BUGS.md is complete", ...node("tooling/checks/bugs.mjs"), quiet),
  await step("snippets of the docs compile", ...node("tooling/checks/snippets.mjs"), quiet),
  await step("bundles and declarations are within their budgets", ...node("tooling/size/measure.mjs"), quiet),
  await step("types, TypeScript 5.9", ...turbo("typecheck", "--continue"), quiet),
  await step("types, TypeScript 6.0 and 7.0", ...node("tooling/checks/type-tests.mjs"), quiet),
];
const unit = await step("unit, property and contract tests", ...turbo("test", "--continue"), quiet);
for (const version of versions) {
  for (const example of examples()) {
    checks.push(
      await step(`example ${example} on ${version}`, ...node(`examples/dist/${example}.js`), {
        ...quiet,
        env: { DHIS2W_VERSION: version },
      }),
    );
  }
}
checks.push(await step("installed as a user would", ...node("tooling/e2e/installed.mjs"), quiet));

const sum = { passed: checks.filter(({ ok }) => ok).length, failed: checks.filter(({ ok }) => !ok).length };
const reports = testReports();
for (const { report } of reports) {
  sum.passed += report.numPassedTests;
  sum.failed += report.numFailedTests;
}
// A runner that died before it could count is a failure too.
if (!unit.ok && reports.every(({ report }) => report.numFailedTests === 0)) sum.failed += 1;

for (const { name, ok, seconds } of [...checks, unit]) {
  console.log(`${ok ? "passed" : "FAILED"}  ${name} (${seconds.toFixed(1)} s)`);
}
for (const { folder, report } of reports) {
  console.log(
    `${report.numFailedTests === 0 ? "passed" : "FAILED"}  ${folder}: ${report.numPassedTests} of ${report.numTotalTests} tests`,
  );
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 ? 0 : 1);

/** What vitest said of each package that has tests. */
function testReports() {
  const folders = ["codegen", "tooling", "packages", "packages/accessors", "examples"].flatMap((folder) =>
    folder.startsWith("packages")
      ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
      : [folder],
  );
  return folders.flatMap((folder) => {
    const file = join(root, folder, ".reports/vitest.json");
    if (!existsSync(file)) return [];
    /** @type {{ numPassedTests: number, numFailedTests: number, numTotalTests: number }} */
    const report = JSON.parse(readFileSync(file, "utf8"));
    return [{ folder, report }];
  });
}
