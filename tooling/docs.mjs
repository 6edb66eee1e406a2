// Writes the pages of docs/ that programs make; `--check` writes nothing and ends with 4 where one differs.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { conclude } from "./checks/report.mjs";
import { versions } from "./examples.mjs";
import { root } from "./steps.mjs";

const dhis2w = (/** @type {string[]} */ ...parameters) =>
  execFileSync(process.execPath, ["codegen/dist/cli.js", ...parameters], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
const guides = versions.slice(1).map((after, index) => {
  const before = versions[index] ?? after;
  const text = dhis2w("diff", before, after, "--format", "markdown", "--level", "risky");
  return /** @type {const} */ ([`docs/migration-${before}-${after}.md`, text]);
});
const pages = [/** @type {const} */ (["docs/diff-rules.md", dhis2w("rules")]), ...guides];

const stored = (/** @type {string} */ page) =>
  existsSync(join(root, page)) ? readFileSync(join(root, page), "utf8") : undefined;
const stale = pages.filter(([page, text]) => stored(page) !== text);
/** Guides to or from a release that there is no longer. */
const gone = readdirSync(join(root, "docs"))
  .map((name) => `docs/${name}`)
  .filter((page) => /migration-v\d+-v\d+\.md$/.test(page) && !pages.some(([kept]) => kept === page));
if (process.argv.includes("--check")) {
  const fix = "fix: npm run build && node tooling/docs.mjs";
  conclude("docs", [
    ...stale.map(([page]) => `${page} is not what the program makes; ${fix}`),
    ...gone.map((page) => `${page} is about a release that is not here; ${fix}`),
  ]);
}
for (const [page, text] of stale) writeFileSync(join(root, page), text);
for (const page of gone) rmSync(join(root, page));
const done = [...stale.map(([page]) => `wrote ${page}`), ...gone.map((page) => `removed ${page}`)];
console.log(`docs: ${done.length === 0 ? "unchanged" : done.join(", ")}`);
