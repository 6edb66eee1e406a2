// `npm test`: installs, builds, and runs every check there is; ends with the sum of all runners.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { examples, versions } from "./examples.mjs";
import { install, tool } from "./install.mjs";
import { inLanes, required, root, step } from "./steps.mjs";
import { testReports } from "./test-reports.mjs";

/** @typedef {readonly [name: string, command: string, parameters: readonly string[], env?: Record<string, string>]} Check */

const node = process.execPath;
/** Named one by one: a folder means something else to each version of Node's test runner. */
const commandLineTests = () =>
  readdirSync(join(root, "tooling/command-line"))
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => `tooling/command-line/${name}`);
const turbo = (/** @type {string[]} */ ...tasks) => [
  "run",
  ...tasks,
  "--output-logs=errors-only",
  "--continue",
];

/** Checks that use both cores themselves or take the time, one after the other. @type {readonly Check[]} */
const wide = [
  ["types, TypeScript 5.9", tool("turbo"), turbo("typecheck")],
  ["unit, property and contract tests", tool("turbo"), turbo("test")],
  ["clients and sandbox load in their time", node, ["tooling/size/start-times.mjs"]],
];
/** Checks that use one core each. @type {readonly Check[]} */
const narrow = [
  ["installed as a user would", node, ["tooling/e2e/installed.mjs"]],
  ["types, TypeScript 6.0 and 7.0", node, ["tooling/checks/type-tests.mjs"]],
  ["type tests that hold on each release", node, ["tooling/checks/types-of-each-release.mjs"]],
  ["what queries cost the compiler is within its budget", node, ["tooling/typecost/measure.mjs"]],
  ["completion inside a query", node, ["tooling/typecost/editor.mjs"]],
  ["the sandbox answers queries as their types say", node, ["tooling/checks/query-twins.mjs"]],
  ["generated code is what the snapshots give", node, ["codegen/dist/cli.js", "generate", "--check"]],
  ["docs are what the programs make", node, ["tooling/docs.mjs", "--check"]],
  ["format and lint", tool("biome"), ["check", "."]],
  ["packages import only what they may", node, ["tooling/checks/boundaries.mjs"]],
  [
    "nothing is exported or kept that nobody uses",
    tool("knip"),
    ["--include", "files,exports", "--no-progress"],
  ],
  ["what a client's signatures name can be imported from it", node, ["tooling/checks/public-types.mjs"]],
  ["BUGS.md is complete", node, ["tooling/checks/bugs.mjs"]],
  ["nothing asks for the newest release alone", node, ["tooling/checks/newest-release.mjs"]],
  ["snippets of the docs compile", node, ["tooling/checks/snippets.mjs"]],
  [
    "a program for one release fails on another as written down",
    node,
    ["tooling/checks/release-program.mjs"],
  ],
  ["the scripts of the workflows do what they should", node, ["tooling/checks/workflows.mjs"]],
  ["the command line does what it should, whatever it is given", node, ["--test", ...commandLineTests()]],
  ["a release that never was is added without a change by hand", node, ["tooling/add-version/proof.mjs"]],
  ["bundles and declarations are within their budgets", node, ["tooling/size/measure.mjs"]],
  ...versions.flatMap((version) =>
    examples().map(
      (example) =>
        /** @type {Check} */ ([
          `example ${example} on ${version}`,
          node,
          [`examples/dist/${example}.js`],
          { DHIS2W_VERSION: version },
        ]),
    ),
  ),
];
const run = (/** @type {Check} */ [name, command, parameters, env = {}]) =>
  step(name, command, parameters, { quiet: true, env });

await install();
await required("build all packages", tool("turbo"), turbo("build"), { quiet: true });
const outcomes = [...(await inLanes(1, wide, run)), ...(await inLanes(2, narrow, run))];
const reports = testReports();

for (const { name, ok, isSkipped, seconds } of outcomes) {
  const word = isSkipped ? "NOT ALL" : ok ? "passed" : "FAILED";
  console.log(`${word.padEnd(7)} ${name} (${seconds.toFixed(1)} s)`);
}
for (const { folder, passed, failed } of reports) {
  console.log(`${failed === 0 ? "passed" : "FAILED"}  tests of ${folder}: ${passed} of ${passed + failed}`);
}
for (const version of versions.filter((one) => !existsSync(join(root, "recordings", one))))
  console.log(`NOTE    ${version} has no recordings yet: nothing was compared with what a server of it does`);
for (const { name, output } of outcomes.filter(({ ok }) => !ok))
  console.log(`\nFAILED ${name}:\n${gist(output)}\n`);
const failed =
  outcomes.filter(({ ok }) => !ok).length + reports.reduce((sum, report) => sum + report.failed, 0);
const left = outcomes.filter(({ isSkipped }) => isSkipped).length;
const passed =
  outcomes.filter(({ ok }) => ok).length - left + reports.reduce((sum, report) => sum + report.passed, 0);
console.log(`${passed} passed, ${failed} failed${left === 0 ? "" : `, ${left} skipped`}`);
process.exit(failed === 0 ? 0 : 1);

/** What failed in it and how it ended: for whoever has the end of a long log alone. @param {string} output */
function gist(output) {
  const lines = output.trimEnd().split("\n");
  const failures = lines.slice(0, -30).filter((line) => /^\s*(✗|not ok)/.test(line));
  return [...failures, ...lines.slice(-30)].join("\n");
}
