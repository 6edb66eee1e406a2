import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Change } from "@dhis2w/model";
import { Project, type SourceFile } from "ts-morph";
import type { SnapshotInput } from "../compare/snapshot-input.ts";
import { Diagnostic } from "../diagnostic.ts";
import { breakingChanges } from "./breaking-changes.ts";
import { usesIn } from "./find-uses.ts";
import { fixFile } from "./fix.ts";
import { modelFinder } from "./model-of.ts";

export interface ImpactOptions {
  readonly before: SnapshotInput;
  readonly after: SnapshotInput;
  /** Path of the program's tsconfig.json. */
  readonly project: string;
  /** Changes imports and renamed members of enums in place. */
  readonly fix?: boolean;
}

/** A line of a program that breaks or turns risky. */
export interface Impact {
  /** Relative to the folder of tsconfig.json, with slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What is used there: `Option.sortOrder`. */
  readonly what: string;
  readonly change: Change;
}

export interface ImpactResult {
  /** By file and line; as the program was before it was fixed. */
  readonly impacts: readonly Impact[];
  readonly files: number;
  /** Files that were changed. */
  readonly fixed: readonly string[];
}

/**
 * The lines of a program that a change from one release to another meets, wherever it uses a client of the older
 * release. Sources are read, never run.
 *
 * @throws Diagnostic with `IMPACT.BAD_PROJECT`
 */
export function impactOn(options: ImpactOptions): ImpactResult {
  const { before, after } = options;
  const changes = breakingChanges(before, after);
  const project = openProject(options.project);
  const folder = dirname(resolve(options.project));
  const sources = project
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile() && !file.isInNodeModules());
  const imported = new Map(sources.map((file) => [file, importsOfClient(file, before.server.source.id)]));
  const modelOf = modelFinder(changes, (file, name) => imported.get(file)?.has(name) === true);

  const impacts: Impact[] = [];
  const fixed: string[] = [];
  for (const file of sources) {
    const name = relative(folder, file.getFilePath()).replaceAll("\\", "/");
    const seen = new Set<string>();
    const uses = usesIn(file, changes, modelOf, imported.get(file) ?? new Map());
    for (const { change, what, position } of uses.sort((a, b) => a.position - b.position)) {
      const key = `${position} ${change.fingerprint}`;
      if (seen.has(key)) continue;
      seen.add(key);
      impacts.push({ file: name, ...file.getLineAndColumnAtPos(position), what, change });
    }
    if (options.fix === true && fixFile(file, uses, before.server.source.id, after.server.source.id))
      fixed.push(name);
  }
  if (fixed.length > 0) project.saveSync();
  impacts.sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
  return { impacts, files: sources.length, fixed };
}

function openProject(path: string): Project {
  const problem = (why: string, cause?: unknown): Diagnostic =>
    new Diagnostic(
      {
        code: "IMPACT.BAD_PROJECT",
        summary: `${path} cannot be used`,
        why,
        next: "Name the tsconfig.json of your program with --project.",
      },
      { cause },
    );
  if (!existsSync(path)) throw problem("There is no such file.");
  try {
    const project = new Project({ tsConfigFilePath: path, skipFileDependencyResolution: true });
    if (project.getSourceFiles().length > 0) return project;
  } catch (cause) {
    throw problem(cause instanceof Error ? cause.message : String(cause), cause);
  }
  throw problem("It lists no source files.");
}

/** What a file imports from the client or core of a release: the name there, by the name here. */
function importsOfClient(file: SourceFile, id: string): ReadonlyMap<string, string> {
  const names = file
    .getImportDeclarations()
    .filter((declaration) => isOfRelease(declaration.getModuleSpecifierValue(), id))
    .flatMap((declaration) => declaration.getNamedImports())
    .map((named) => [named.getAliasNode()?.getText() ?? named.getName(), named.getName()] as const);
  return new Map(names);
}

/** `@dhis2w/client-v42` and `@dhis2w/core-v42`, with their subpaths. */
const isOfRelease = (specifier: string, id: string): boolean =>
  new RegExp(`^@dhis2w/(?:client|core)-${id}(?:/|$)`).test(specifier);
