// A program for 2.42 compiles against its client, and against another release's fails with the errors that are
// written down beside it: what a user meets who moves on. `--update` writes them down.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { versions } from "../examples.mjs";
import { root } from "../steps.mjs";
import { workspaceFolder } from "../workspace.mjs";

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
  const path = join(workspaceFolder(), `program-on-${version}.ts`);
  const text = program.replaceAll("{{v}}", version);
  /** @type {import("typescript").CompilerOptions} */
  const options = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([path], options, host))
    .map(({ file, start = 0, messageText }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
}
