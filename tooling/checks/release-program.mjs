// A program for 2.42 compiles against its client, and against another release's fails with the errors that are
// written down beside it: what a user meets who moves on. `--update` writes them down.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { versions } from "../examples.mjs";
import { root } from "../steps.mjs";
import { errorsOf } from "./compile-for-release.mjs";

const folder = join(root, "tooling/types");
const program = readFileSync(join(folder, "program-for-v42.ts.txt"), "utf8");
const expectedFile = join(folder, "program-for-v42.errors.json");
const found = Object.fromEntries(versions.map((version) => [version, errorsWith(version)]));

if (process.argv.includes("--update")) writeFileSync(expectedFile, `${JSON.stringify(found, null, 2)}\n`);
/** @type {Record<string, string[]>} */
const expected = JSON.parse(readFileSync(expectedFile, "utf8"));
for (const version of versions.filter((one) => expected[one] === undefined)) {
  console.log(
    `${version}: nothing is written down yet, \`--update\` does; found ${found[version]?.length} errors`,
  );
}
const different = versions.filter(
  (version) =>
    expected[version] !== undefined && JSON.stringify(found[version]) !== JSON.stringify(expected[version]),
);
for (const version of different) {
  console.error(
    `${version}: expected\n  ${expected[version]?.join("\n  ")}\nbut found\n  ${found[version]?.join("\n  ")}`,
  );
}
process.exit(different.length === 0 ? 0 : 4);

/** Errors of the program with a release's client, a line each. @param {string} version */
function errorsWith(version) {
  return errorsOf({ "program.ts": program.replaceAll("{{v}}", version) }).map((error) =>
    error.slice("program.ts:".length),
  );
}
