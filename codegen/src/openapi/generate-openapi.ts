import { join, resolve } from "node:path";
import { Diagnostic } from "../diagnostic.ts";
import type { GenerateOptions, GenerateResult } from "../generate.ts";
import { wantedRows } from "../generate.ts";
import { readText } from "../read-release.ts";
import { applyChanges } from "../write/apply.ts";
import { compareFolder } from "../write/compare.ts";
import { type OpenApiDocument, parseDocument } from "./document.ts";
import { openApiFiles } from "./files.ts";
import { inputsHash } from "./inputs-hash.ts";
import { isFresh, openApiLock } from "./lock.ts";
import { repairDocument } from "./repair/apply.ts";
import { repairs } from "./repair/repairs.ts";

/** Where a core keeps its OpenAPI types, relative to the output folder; a folder with a lock of its own. */
export function openApiFolder(id: string): string {
  return `core-${id}/src/generated/openapi`;
}

/**
 * Generates the `/openapi` modules of all cores, or of those named. A core whose snapshot and generator are as they
 * were is not generated again: only its files are compared with their hashes.
 *
 * @throws Diagnostic with `SNAPSHOT.…` or `GENERATE.…` where that cannot be done; nothing is written then.
 */
export async function generateOpenApi(options: GenerateOptions): Promise<GenerateResult> {
  const out = resolve(options.out);
  const rows = wantedRows(options);
  const changes: GenerateResult["changes"][number][] = [];
  let files = 0;
  for (const [index, { id }] of rows.entries()) {
    options.onStep?.({ number: index + 1, of: rows.length, title: `openapi ${id}` });
    const source = join(options.snapshots, id, "openapi.json");
    const text = readText(source);
    const inputs = inputsHash(text);
    if (isFresh(join(out, openApiFolder(id)), inputs)) continue;
    const generated = await openApiFiles(repairDocument(readDocument(text, source), repairs).document);
    files += generated.length + 2; // with its two lock files
    changes.push(
      ...compareFolder(out, {
        folder: openApiFolder(id),
        files: [...generated, openApiLock(inputs, generated)],
      }),
    );
  }
  if (options.check !== true) applyChanges(changes);
  return { folders: rows.map(({ id }) => openApiFolder(id)), files, changes };
}

function readDocument(text: string, source: string): OpenApiDocument {
  try {
    return parseDocument(text, source);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new Diagnostic(
      {
        code: "SNAPSHOT.UNREADABLE",
        summary: `The OpenAPI document ${source} cannot be used`,
        why: cause.message,
        next: "Take the snapshot again, or restore it from git.",
      },
      { cause },
    );
  }
}
