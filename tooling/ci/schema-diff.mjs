// What a pull request changes of the snapshots, as markdown for a comment: `node tooling/ci/schema-diff.mjs BASE`.
// Prints nothing where no snapshot differs from the base revision.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dhis2w, root } from "./dhis2w.mjs";

const [base = "origin/main"] = process.argv.slice(2);
/** GitHub refuses comments of more than 65,536 characters. */
const longest = 64_000;

const git = (/** @type {string[]} */ ...parameters) =>
  execFileSync("git", parameters, { cwd: root, encoding: "utf8" }).trim();
const isThere = (/** @type {string} */ path) => git("ls-tree", base, "--", path) !== "";

const folders = readdirSync(join(root, "schemas-snapshots"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `schemas-snapshots/${name}`)
  .filter((folder) => existsSync(join(root, folder, "schemas.json")))
  .sort();
const changed = folders.filter(
  (folder) => isThere(`${folder}/schemas.json`) && git("diff", "--name-only", base, "--", folder) !== "",
);
const added = folders.filter((folder) => !isThere(`${folder}/schemas.json`));
if (changed.length + added.length > 0) {
  const sections = changed.map((folder) => {
    const { status, output } = dhis2w(
      "diff",
      `${base}:${folder}`,
      folder,
      "--format",
      "markdown",
      "--max-characters",
      String(Math.floor(longest / changed.length) - 500),
    );
    if (status !== 0) process.exit(status);
    return output.replaceAll(/^(?=#)/gm, "#");
  });
  const lines = [
    "<!-- dhis2w schema diff -->",
    "# What this changes of the servers' schemas",
    "",
    ...added.map((folder) => `## ${folder} is new\n`),
    ...sections,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
