import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { ServerModel } from "@dhis2w/model";
import { Project, ts } from "ts-morph";
import { Diagnostic } from "../diagnostic.ts";
import { installStandIn, type StandIn } from "./stand-in/stand-in.ts";

/** A program whose client is the stand-in for a release. */
export interface Program {
  readonly checker: ts.TypeChecker;
  readonly standIn: StandIn;
  /** Its own files and those of the projects that it refers to. */
  readonly files: readonly ts.SourceFile[];
}

/**
 * The tsconfig.json that a path means: itself, or the one of a folder.
 *
 * @throws Diagnostic with `IMPACT.BAD_PROJECT`
 */
export function projectFile(path: string): string {
  if (!existsSync(path)) throw problem(path, "There is no such file.");
  const file = resolve(statSync(path).isDirectory() ? join(path, "tsconfig.json") : path);
  if (!existsSync(file)) throw problem(path, "The folder has no tsconfig.json.");
  return file.replaceAll("\\", "/");
}

/**
 * The programs of a tsconfig.json: its own, and those of the projects that it refers to (`references`), each read with
 * its own options.
 *
 * @throws Diagnostic with `IMPACT.BAD_PROJECT`
 */
export function* openPrograms(path: string, server: ServerModel): Generator<Program> {
  let isEmpty = true;
  for (const project of referencedBy(path)) {
    const program = opened(project, server);
    if (program === undefined) continue;
    isEmpty = false;
    yield program;
  }
  if (isEmpty) throw problem(path, "It lists no source files.");
}

function problem(path: string, why: string, cause?: unknown): Diagnostic {
  const content = {
    code: "IMPACT.BAD_PROJECT",
    summary: `${path} cannot be used`,
    why,
    next: "Name the tsconfig.json of your program with --project.",
  };
  return new Diagnostic(content, { cause });
}

/** A tsconfig.json, then all that it refers to, each once. */
function referencedBy(path: string, known: Set<string> = new Set()): ReadonlySet<string> {
  if (known.has(path)) return known;
  known.add(path);
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const references: readonly { readonly path?: unknown }[] = Array.isArray(config?.references)
    ? config.references
    : [];
  for (const reference of references)
    if (typeof reference?.path === "string") {
      const referred = join(dirname(path), reference.path).replaceAll("\\", "/");
      referencedBy(ts.resolveProjectReferencePath({ path: referred }), known);
    }
  return known;
}

function opened(path: string, server: ServerModel): Program | undefined {
  try {
    return open(path, server);
  } catch (cause) {
    throw problem(path, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function open(path: string, server: ServerModel): Program | undefined {
  const project = new Project({
    tsConfigFilePath: path,
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
  });
  const standIn = installStandIn(project, dirname(path), server);
  if (project.addSourceFilesFromTsConfig(path).length === 0) return undefined;
  for (const reference of referencedBy(path)) project.addSourceFilesFromTsConfig(reference);
  const files = project
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile() && !file.isInNodeModules())
    .map(({ compilerNode }) => compilerNode);
  return { checker: project.getTypeChecker().compilerObject, standIn, files };
}
