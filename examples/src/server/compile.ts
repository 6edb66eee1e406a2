import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** What the compiler says of a line: the message as in a terminal, and the marks to stand under what it is about. */
export interface Said {
  readonly mark: string;
  readonly text: string;
}

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/** Compiles a program of `first` and the lines below it, and gives what the compiler says of each of those. */
export function compileLines(first: string, lines: readonly string[]): Said[][] {
  // Where the clients of all releases can be imported; the file is in memory only.
  const file = join(dirname(fileURLToPath(import.meta.resolve("@dhis2w/all-clients"))), "program.mts");
  const source = ts.createSourceFile(file, [first, ...lines].join("\n"), ts.ScriptTarget.ES2022);
  source.impliedNodeFormat = ts.ModuleKind.ESNext;
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => (name === file ? source : getSourceFile(name, ...rest));
  const program = ts.createProgram([file], options, host);
  const said = lines.map((): Said[] => []);
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const { start = 0, length = 0, code } = diagnostic;
    const { line, character } = source.getLineAndCharacterOfPosition(start);
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
    const about = diagnostic.file === source ? said[line - 1] : undefined;
    if (about === undefined) throw new Error(message);
    about.push({ mark: " ".repeat(character) + "~".repeat(length), text: `error TS${code}: ${message}` });
  }
  return said;
}
