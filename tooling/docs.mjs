// Writes the pages of docs/ that programs make; `--check` writes nothing and ends with 4 where one differs.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
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
if (process.argv.includes("--check")) {
  conclude(
    "docs",
    stale.map(
      ([page]) => `${page} is not what the program makes; fix: npm run build && node tooling/docs.mjs`,
    ),
  );
}
for (const [page, text] of stale) writeFileSync(join(root, page), text);
console.log(stale.length === 0 ? "docs: unchanged" : `docs: wrote ${stale.map(([page]) => page).join(", ")}`);
