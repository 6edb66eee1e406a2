// Every TypeScript snippet of a README, of the docs and of an `@example` compiles.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, step } from "../steps.mjs";
import { workspaceFolder } from "../workspace.mjs";
import { conclude } from "./report.mjs";

const folder = join(workspaceFolder(), "snippets");
const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "*.md", "*.ts"],
  { cwd: root, encoding: "utf8" },
)
  .split("\n")
  .filter(
    (file) => file !== "" && !/generated\/|^recordings\/|\.test\.ts$|^decisions\/|^BUGS\.md$/.test(file),
  );

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
let count = 0;
for (const file of files) {
  const text = readFileSync(join(root, file), "utf8");
  for (const snippet of file.endsWith(".md") ? fenced(text) : examplesIn(text)) {
    count += 1;
    const name = `${file.replaceAll(/[/.]/g, "-")}-${count}.ts`;
    // A snippet is a module of its own; what it does not declare, the preamble does.
    writeFileSync(join(folder, name), `// From ${file}\n${snippet}\nexport {};\n`);
  }
}
writeFileSync(
  join(folder, "tsconfig.json"),
  JSON.stringify({
    extends: "../../../tsconfig.base.json",
    compilerOptions: { types: ["node"], isolatedDeclarations: false, declaration: false },
    include: ["*.ts", "../../checks/snippet-preamble.d.ts"],
  }),
);
const outcome = await step(
  `compile ${count} snippets`,
  process.execPath,
  [join(root, "tooling/node_modules/typescript/bin/tsc"), "-p", folder],
  { quiet: true },
);
conclude(`snippets (${count})`, outcome.ok ? [] : [outcome.output.trim()]);

/** @param {string} markdown */
function fenced(markdown) {
  return [...markdown.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) => code);
}

/** @param {string} source */
function examplesIn(source) {
  return [...source.matchAll(/\/\*\*.*?\*\//gs)].flatMap(([comment]) =>
    fenced(comment.replaceAll(/^[ \t]*\* ?/gm, "")),
  );
}
