// What a pull request changes of the snapshots, as markdown for a comment: `node tooling/ci/schema-diff.mjs BASE`.
// Prints nothing where no snapshot differs from the base revision.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dhis2w, root } from "./dhis2w.mjs";

const [base = "origin/main"] = process.argv.slice(2);
/** GitHub refuses longer comments. */
const longest = 60_000;

const git = (/** @type {string[]} */ ...parameters) =>
  execFileSync("git", parameters, { cwd: root, encoding: "utf8" }).trim();
const isThere = (/** @type {string} */ path) => git("ls-tree", base, "--", path) !== "";

const folders = readdirSync(join(root, "schemas-snapshots"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `schemas-snapshots/${name}`)
  .filter((folder) => existsSync(join(root, folder, "schemas.json")))
  .sort();
const sections = folders.flatMap((folder) => {
  if (!isThere(`${folder}/schemas.json`)) return [`## ${folder} is new\n`];
  if (git("diff", "--name-only", base, "--", folder) === "") return [];
  const { output } = dhis2w("diff", `${base}:${folder}`, folder, "--format", "markdown");
  return [output.replaceAll(/^(?=#)/gm, "#")];
});
if (sections.length > 0) {
  const text = [
    "<!-- dhis2w schema diff -->",
    "# What this changes of the servers' schemas",
    "",
    ...sections,
  ].join("\n");
  const rest = "\n\n… and more: run `npx dhis2w diff` on both revisions.\n";
  process.stdout.write(text.length > longest ? text.slice(0, longest) + rest : `${text}\n`);
}
