import { existsSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { type Change, compareText, type ServerModel } from "@dhis2w/model";
import { Project, type ts } from "ts-morph";
import type { SnapshotInput } from "../compare/snapshot-input.ts";
import { Diagnostic } from "../diagnostic.ts";
import { breakingChanges } from "./breaking-changes.ts";
import { findUses } from "./find-uses.ts";
import { fixedText } from "./fix.ts";
import type { Search, Use } from "./search.ts";
import { installStandIn, type StandIn } from "./stand-in/stand-in.ts";
import { staticReader } from "./static-text.ts";

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
  const folder = dirname(resolve(options.project)).replaceAll("\\", "/");
  const { project, standIn } = openProject(options.project, folder, before.server);
  const sources = project
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile() && !file.isInNodeModules());
  const checker = project.getTypeChecker().compilerObject;
  const files = sources.map(({ compilerNode }) => compilerNode);
  const uses = new Map<ts.SourceFile, Map<string, Use>>(files.map((file) => [file, new Map()]));
  const search: Search = {
    checker,
    standIn,
    changes,
    reader: staticReader(checker, files),
    report(found, what, place) {
      const { file, position } =
        "position" in place ? place : { file: place.getSourceFile(), position: place.getStart() };
      for (const change of found)
        uses
          .get(file)
          ?.set(`${position} ${change.rule} ${change.fingerprint}`, { file, position, change, what });
    },
  };
  for (const file of files) findUses(file, search);

  const impacts = [...uses].flatMap(([file, found]) =>
    [...found.values()].map(({ change, what, position }): Impact => {
      const { line, character } = file.getLineAndCharacterOfPosition(position);
      return { file: nameOf(file.fileName), line: line + 1, column: character + 1, what, change };
    }),
  );
  impacts.sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column);
  return { impacts, files: files.length, fixed: options.fix === true ? fix() : [] };

  function nameOf(file: string): string {
    return relative(folder, file).replaceAll("\\", "/");
  }

  function fix(): string[] {
    const upgrade = {
      before: before.server.source.id,
      after: after.server.source.id,
      isClient: changes.isClient,
    };
    return sources.flatMap((source) => {
      const text = fixedText(
        source.compilerNode,
        [...(uses.get(source.compilerNode)?.values() ?? [])],
        upgrade,
      );
      if (text === source.getFullText()) return [];
      writeFileSync(source.getFilePath(), text);
      return [nameOf(source.getFilePath())];
    });
  }
}

/** A program whose client is the stand-in for a release. */
function openProject(
  path: string,
  folder: string,
  server: ServerModel,
): { readonly project: Project; readonly standIn: StandIn } {
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
    const project = new Project({
      tsConfigFilePath: path,
      skipAddingFilesFromTsConfig: true,
      skipFileDependencyResolution: true,
    });
    const standIn = installStandIn(project, folder, server);
    if (project.addSourceFilesFromTsConfig(path).length > 0) return { project, standIn };
  } catch (cause) {
    throw problem(cause instanceof Error ? cause.message : String(cause), cause);
  }
  throw problem("It lists no source files.");
}
