import { writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { type Change, compareText } from "@dhis2w/model";
import type { ts } from "ts-morph";
import type { SnapshotInput } from "../compare/snapshot-input.ts";
import { lazily } from "../lazily.ts";
import { breakingChanges } from "./breaking-changes.ts";
import { findUses } from "./find-uses.ts";
import { fixedText, moduleNames } from "./fix.ts";
import { createFollower } from "./follow.ts";
import { openPrograms, projectFile } from "./open-programs.ts";
import { programIndex } from "./program-index.ts";
import type { Search, Use } from "./search.ts";
import { staticReader } from "./static-text.ts";

export interface ImpactOptions {
  readonly before: SnapshotInput;
  readonly after: SnapshotInput;
  /** Path of the program's tsconfig.json. */
  readonly project: string;
  /** Changes imports and renamed members of enums in place. */
  readonly fix?: boolean;
  /** The folder that files are named from; that of tsconfig.json by default. */
  readonly base?: string;
}

/** A line of a program that breaks or turns risky. */
export interface Impact {
  /** Relative to `base`, with slashes. */
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
  /** How many files import the older release's client or core: where none does, there is nothing to find. */
  readonly importing: number;
  /** Files that `fix` changes, or has changed. */
  readonly fixable: readonly string[];
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
  const project = projectFile(options.project);
  const found = new Map<string, FileUses>();
  for (const { checker, standIn, files } of openPrograms(project, before.server)) {
    for (const file of files)
      if (!found.has(file.fileName)) found.set(file.fileName, { file, uses: new Map() });
    const search: Search = {
      checker,
      standIn,
      changes,
      reader: staticReader(
        createFollower(
          checker,
          lazily(() => programIndex(files)),
        ),
      ),
      report(met, what, place) {
        const { file, position } =
          "position" in place ? place : { file: place.getSourceFile(), position: place.getStart() };
        for (const change of met)
          found
            .get(file.fileName)
            ?.uses.set(`${position} ${change.rule} ${change.fingerprint}`, { file, position, change, what });
      },
    };
    for (const file of files) findUses(file, search);
  }

  const impacts = [...found.values()].flatMap(({ file, uses }) =>
    [...uses.values()].map(({ change, what, position }): Impact => {
      const { line, character } = file.getLineAndCharacterOfPosition(position);
      return { file: nameOf(file), line: line + 1, column: character + 1, what, change };
    }),
  );
  impacts.sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column);
  return { impacts, files: found.size, ...fixes() };

  function nameOf({ fileName }: ts.SourceFile): string {
    return relative(options.base ?? dirname(project), fileName).replaceAll("\\", "/");
  }

  function fixes(): Pick<ImpactResult, "importing" | "fixable"> {
    const upgrade = {
      before: before.server.source.id,
      after: after.server.source.id,
      isClient: changes.isClient,
    };
    const all = [...found.values()];
    const importing = all.filter(({ file }) => moduleNames(file, changes.isClient).length > 0).length;
    const fixable = all.flatMap(({ file, uses }) => {
      const text = fixedText(file, [...uses.values()], upgrade);
      if (text === file.text) return [];
      if (options.fix === true) writeFileSync(file.fileName, text);
      return [nameOf(file)];
    });
    return { importing, fixable };
  }
}

/** What was found in a file, by all programs that it belongs to. */
interface FileUses {
  readonly file: ts.SourceFile;
  readonly uses: Map<string, Use>;
}
