// Programs that are written for one client, compiled with that of any release as a user's would be.
import { join } from "node:path";
import ts from "typescript";
import { workspaceFolder } from "../workspace.mjs";

/** @type {import("typescript").CompilerOptions} */
const asUsersDo = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
};

/**
 * What the compiler says, a line each: `file:line: message`.
 * @param {Readonly<Record<string, string>>} texts of the programs, by file name
 * @param {import("typescript").CompilerOptions} [options] beside what users have
 * @returns {readonly string[]}
 */
export function errorsOf(texts, options = {}) {
  const sources = new Map(Object.entries(texts).map(([name, text]) => [join(workspaceFolder(), name), text]));
  const settings = { ...asUsersDo, ...options };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.getSourceFile = (path, ...rest) => {
    const text = sources.get(path);
    return text === undefined
      ? getSourceFile(path, ...rest)
      : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...sources.keys()], settings, host))
    .map(({ file, start = 0, messageText }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      const name = [...sources.keys()].indexOf(file?.fileName ?? "");
      return `${Object.keys(texts)[name] ?? file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
}
