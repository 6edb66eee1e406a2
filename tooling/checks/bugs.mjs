// BUGS.md is complete: every id in code has an entry, every entry has its parts, every workaround is tested.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
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
  .filter((file) => file !== "" && !file.includes("/generated/"));
/** @type {Map<string, { code: string[], tests: string[] }>} */
const uses = new Map();
for (const file of files) {
  for (const [id] of readFileSync(join(root, file), "utf8").matchAll(/BUG-\d{3}/g)) {
    const use = uses.get(id) ?? { code: [], tests: [] };
    uses.set(id, use);
    (/\.(test|types)\.ts$/.test(file) ? use.tests : use.code).push(file);
  }
}
for (const [id, { code, tests }] of uses) {
  if (!entries.has(id)) problems.push(`${code[0] ?? tests[0]}: ${id} has no entry in BUGS.md`);
  if (code.length > 0 && tests.length === 0) problems.push(`${code[0]}: no test names ${id}`);
}
conclude(`BUGS.md (${entries.size} entries)`, problems);
