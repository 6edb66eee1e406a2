// Every TypeScript snippet of a README, of the docs and of an `@example` compiles. Where one shows what the compiler
// refuses, with a line of marks below the code (`//   ~~~~~~ the reason`), it says just that, at that place.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../steps.mjs";
import { workspaceFolder } from "../workspace.mjs";
import { conclude } from "./report.mjs";

const folder = join(workspaceFolder(), "snippets");
const sources = execFileSync(
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
/** Which file a snippet is from. @type {Map<string, string>} */
const origin = new Map();
for (const source of sources) {
  const text = readFileSync(join(root, source), "utf8");
  for (const snippet of source.endsWith(".md") ? fenced(text) : examplesIn(text)) {
    const file = join(folder, `${source.replaceAll(/[/.]/g, "-")}-${origin.size + 1}.ts`);
    // A snippet is a module of its own; what it does not declare, the preamble does.
    writeFileSync(file, `${snippet}\nexport {};\n`);
    origin.set(file, source);
  }
}

const program = ts.createProgram(
  [...origin.keys(), join(root, "tooling/checks/snippet-preamble.d.ts")],
  compilerOptions(),
);
const refusals = new Map([...origin.keys()].map((file) => [file, marksIn(readFileSync(file, "utf8"))]));
const problems = ts.getPreEmitDiagnostics(program).flatMap(({ file, start = 0, messageText }) => {
  const message = ts.flattenDiagnosticMessageText(messageText, " ");
  if (file === undefined) return [message];
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const marks = refusals.get(file.fileName) ?? [];
  const place = marks.findIndex(
    (mark) => mark.line === line && mark.column === character && message.includes(mark.reason),
  );
  if (place !== -1) {
    marks.splice(place, 1);
    return [];
  }
  const code = file.text.split("\n")[line]?.trim();
  return [`${origin.get(file.fileName) ?? file.fileName}: ${code}\n  column ${character + 1}: ${message}`];
});
for (const [file, marks] of refusals) {
  for (const { reason } of marks) problems.push(`${origin.get(file)}: the compiler does not say '${reason}'`);
}
conclude(`snippets (${origin.size})`, problems);

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

/** What a snippet says the compiler refuses: the line of code (from 0), the column its marks begin at, the reason. @param {string} snippet */
function marksIn(snippet) {
  const lines = snippet.split("\n");
  return lines.flatMap((text, index) => {
    const [, before, reason] = /^(\/\/ *)~+ (.+)$/.exec(text) ?? [];
    return before === undefined || reason === undefined
      ? []
      : [{ line: index - 1, column: before.length, reason }];
  });
}

/** @returns {import("typescript").CompilerOptions} */
function compilerOptions() {
  const { config } = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, join(root, "tooling"));
  return { ...options, types: ["node"], isolatedDeclarations: false, declaration: false, noEmit: true };
}
