// BUGS.md is complete: every id in code has an entry, every entry has its parts, every workaround is tested.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../steps.mjs";
import { conclude } from "./report.mjs";

const parts = ["Versions", "Seen", "Here", "Evidence", "Upstream", "Confirmed"];
const log = readFileSync(join(root, "BUGS.md"), "utf8");
const entries = new Map(
  log
    .split(/^## (?=BUG-)/m)
    .slice(1)
    .map((text) => [text.slice(0, 7), text]),
);
/** @type {string[]} */
const problems = [];
for (const [id, text] of entries) {
  for (const part of parts) {
    if (!text.includes(`**${part}**`)) problems.push(`BUGS.md: ${id} does not say '${part}'`);
  }
}
const headings = log.match(/^## BUG-\d{3}/gm) ?? [];
if (headings.length !== entries.size) problems.push("BUGS.md: an id has two entries");

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file.endsWith(".ts") && !file.includes("/generated/") && existsSync(join(root, file)));
/** Each row of these tables is held by the model's own tests: its evidence exists, and taking it away is noticed. */
const tables = [
  "packages/model/src/quirks/table.ts",
  "packages/model/src/corrections/table.ts",
  ...["operation", "reference", "required", "schema", "union"].map(
    (subject) => `codegen/src/openapi/repair/${subject}-repairs.ts`,
  ),
];
/** @type {Map<string, { table: string[], code: string[], tests: string[] }>} */
const uses = new Map();
for (const file of files) {
  const kind = /\.(test|types|fixture)\.ts$|\/test(ing)?\//.test(file)
    ? "tests"
    : tables.includes(file)
      ? "table"
      : "code";
  for (const [id] of readFileSync(join(root, file), "utf8").matchAll(/BUG-\d{3}/g)) {
    const use = uses.get(id) ?? { table: [], code: [], tests: [] };
    uses.set(id, use);
    use[kind].push(file);
  }
}
for (const [id, { table, code, tests }] of uses) {
  const [place] = [...table, ...code];
  // Tests make ids up to test with.
  if (place !== undefined && !entries.has(id)) problems.push(`${place}: ${id} has no entry in BUGS.md`);
  if (code.length > 0 && tests.length === 0 && table.length === 0)
    problems.push(`${code[0]}: no test names ${id}`);
}
conclude(`BUGS.md (${entries.size} entries)`, problems);
