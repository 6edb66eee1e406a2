// `npm run size`: what a user's bundle and compiler have to carry, against the budgets beside this file.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { versions } from "../examples.mjs";
import { root } from "../steps.mjs";
import { workspaceFolder } from "../workspace.mjs";
import { inBrowser } from "./in-browser.mjs";
import { sizesWithSchemas } from "./schema-sizes.mjs";

/** @type {{ bundles: Record<string, { code: string, gzip: number, over?: string, mayContain?: string[] }>, schemas: { code: string, over: string, told: number, gzip: number }, mustNotAppear: string[], declarations: Record<string, { code: string, bytes: number }> }} */
const budgets = JSON.parse(readFileSync(join(import.meta.dirname, "budgets.json"), "utf8"));
/** @type {{ what: string, bytes: number, budget: number }[]} */
const rows = [];
/** @type {string[]} */
const problems = [];

for (const version of versions) {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const [name, { code, gzip, over, mayContain = [] }] of Object.entries(budgets.bundles)) {
    const text = await bundle(code.replaceAll("{{v}}", version));
    const bytes = gzipSync(text, { level: 9 }).length;
    sizes.set(name, bytes);
    // A row that says what it comes on top of is about the difference.
    rows.push({
      what: `${version} ${name}, min + gzip`,
      bytes: bytes - (over === undefined ? 0 : (sizes.get(over) ?? 0)),
      budget: gzip,
    });
    for (const word of budgets.mustNotAppear.filter((one) => !mayContain.includes(one))) {
      if (text.includes(word)) problems.push(`${version} ${name}: '${word}' is in the bundle`);
    }
  }
  const { schemas } = budgets;
  const programs = await sizesWithSchemas(version, (name, subpath) =>
    schemas.code.replaceAll("{{v}}", version).replaceAll("{{name}}", name).replace("{{subpath}}", subpath),
  );
  const added = programs.map(({ name, bytes }) => ({
    what: `${version} one schema more of ${programs.length} (${name}), min + gzip`,
    bytes: bytes - (sizes.get(schemas.over) ?? 0),
    budget: schemas.gzip,
  }));
  // The largest are told, and whatever is too large.
  rows.push(...added.filter(({ bytes, budget }, index) => index < schemas.told || bytes > budget));
  for (const [name, { code, bytes }] of Object.entries(budgets.declarations)) {
    const files = declarationFiles(code.replaceAll("{{v}}", version));
    rows.push({
      what: `${version} ${name}`,
      bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
      budget: bytes,
    });
  }
}
for (const { what, bytes, budget } of rows) {
  const over = bytes > budget;
  console.log(
    `${over ? "OVER  " : "within"}  ${what.padEnd(74)} ${(bytes / 1024).toFixed(1).padStart(7)} KB of ${(budget / 1024).toFixed(1)} KB`,
  );
  if (over) problems.push(`${what}: ${bytes} bytes, budget ${budget}`);
}
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 4);

/** A browser bundle of that program, minified. @param {string} contents */
async function bundle(contents) {
  const result = await build({
    stdin: { contents, resolveDir: workspaceFolder() },
    ...inBrowser,
  });
  return result.outputFiles[0]?.text ?? "";
}

/** Our declaration files that a compiler reads for that entry. @param {string} entry */
function declarationFiles(entry) {
  const compiler = join(root, "tooling/node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--listFilesOnly", "--module", "nodenext", "--lib", "es2022,dom"];
  const listed = execFileSync(process.execPath, [compiler, ...options, join(root, entry)], {
    cwd: join(root, "tooling"),
    encoding: "utf8",
  });
  return listed.split("\n").filter((file) => file.startsWith(join(root, "packages")));
}
