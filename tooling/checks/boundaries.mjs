// Holds the direction of dependencies (DESIGN: "Dependencies point one way") and keeps Node out of what browsers load.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import typescript from "typescript";
import { root } from "../steps.mjs";
import { conclude } from "./report.mjs";

/**
 * What the sources of a package may import of ours; tests may import test packages besides.
 * @type {Readonly<Record<string, { ours: RegExp, node: boolean }>>}
 */
const rules = {
  query: { ours: /^$/, node: false },
  model: { ours: /^$/, node: false },
  "schema-parts": { ours: /^$/, node: false },
  "core-*": { ours: /^@dhis2w\/(query|schema-parts)$/, node: false },
  runtime: { ours: /^@dhis2w\/query$/, node: false },
  // Two accessors stand on another one, whose work they would do again.
  "accessors/category-model": { ours: /^@dhis2w\/(query|runtime|core-common|category-combos)$/, node: false },
  "accessors/option-sets": { ours: /^@dhis2w\/(query|runtime|core-common|attribute-values)$/, node: false },
  "accessors/*": { ours: /^@dhis2w\/(query|runtime|core-common)$/, node: false },
  "client-*": {
    ours: /^@dhis2w\/(query|runtime(\/.+)?|core-.+|attributes|attribute-values|category-combos|category-model|option-sets)$/,
    node: false,
  },
  "all-cores": { ours: /^@dhis2w\/core-.+$/, node: false },
  "all-clients": { ours: /^@dhis2w\/client-.+$/, node: false },
  sandbox: { ours: /^@dhis2w\/query$/, node: false },
  codegen: { ours: /^@dhis2w\/model$/, node: true },
};
/** Files that only Node runs, inside packages that browsers load. */
const nodeOnly = new Set(["packages/sandbox/src/cli.ts", "packages/sandbox/src/serve.ts"]);
const testOnly = /\.(test|types|bench|fixture)\.ts$|\/testing\//;
/** @param {string} folder */
const ruleOf = (folder) =>
  Object.entries(rules).find(([pattern]) =>
    new RegExp(`^${pattern.replace("*", "[^/]+")}$`).test(folder),
  )?.[1];

/** @param {string} folder @returns {string[]} */
const sourcesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
    .map((name) => join(folder, name));

const packages = [
  "codegen",
  ...readdirSync(join(root, "packages"))
    .filter((name) => name !== "accessors" && name !== "recordings")
    .map((name) => `packages/${name}`),
  ...readdirSync(join(root, "packages/accessors")).map((name) => `packages/accessors/${name}`),
];

/** @type {string[]} */
const problems = [];
for (const folder of packages) {
  const rule = ruleOf(folder.replace(/^packages\//, ""));
  if (rule === undefined) {
    problems.push(
      `${folder}: no rule says what it may import; add one to ${relative(root, import.meta.filename)}`,
    );
    continue;
  }
  for (const file of sourcesIn(`${folder}/src`)) {
    if (testOnly.test(file)) continue;
    for (const { fileName: specifier } of typescript.preProcessFile(readFileSync(join(root, file), "utf8"))
      .importedFiles) {
      if (specifier.startsWith("node:") && !rule.node && !nodeOnly.has(file)) {
        problems.push(`${file}: imports ${specifier}, but browsers load this package`);
      }
      if (specifier.startsWith("@dhis2w/") && !rule.ours.test(specifier)) {
        problems.push(`${file}: imports ${specifier}, which ${folder} must not depend on`);
      }
      if (specifier.startsWith(".") && !join(dirname(file), specifier).startsWith(`${folder}/`)) {
        problems.push(`${file}: reaches out of its package by ${specifier}`);
      }
    }
  }
}
conclude("boundaries", problems);
