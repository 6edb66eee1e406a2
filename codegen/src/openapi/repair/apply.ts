import type { OpenApiDocument } from "../document.ts";
import { acceptQuery, answerWith, correctOperations, filesInBody } from "./apply-to-operations.ts";
import {
  openListParameters,
  parameterByProperty,
  redirectReferences,
  renameParameters,
} from "./apply-to-references.ts";
import {
  addBeside,
  addSchemas,
  allowNull,
  dropType,
  expandReferences,
  openBareObjects,
  replaceProperties,
  replaceSchemas,
  requireOnly,
} from "./apply-to-schemas.ts";
import { addVariants, discriminateBySibling, tagVariants } from "./apply-to-unions.ts";
import { type Repair, subjectsOf } from "./repair.ts";

/** A repaired document, and what each repair found. */
export interface Repaired {
  readonly document: OpenApiDocument;
  /** Repair id → its subjects that were found and changed. */
  readonly applied: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Applies the repairs in their order. Pure: the document given stays as it is. */
export function repairDocument(document: OpenApiDocument, repairs: readonly Repair[]): Repaired {
  const applied = new Map<string, Set<string>>();
  let repaired = document;
  for (const repair of repairs) {
    const touched = new Set<string>();
    repaired = applyRepair(repaired, repair, touched);
    applied.set(repair.id, touched);
  }
  return { document: repaired, applied };
}

/** The repairs, or parts of them, that applied to none of the documents: each is a line for a person. */
export function staleRepairs(
  repairs: readonly Repair[],
  results: readonly Pick<Repaired, "applied">[],
): readonly string[] {
  return repairs.flatMap((repair) =>
    subjectsOf(repair)
      .filter((subject) => !results.some(({ applied }) => applied.get(repair.id)?.has(subject)))
      .map(
        (subject) =>
          `${repair.id} (${repair.bug}) no longer applies to any snapshot: '${subject}' is not there`,
      ),
  );
}

function applyRepair(document: OpenApiDocument, repair: Repair, touched: Set<string>): OpenApiDocument {
  switch (repair.kind) {
    case "redirect-references":
      return redirectReferences(document, repair, touched);
    case "drop-type":
      return dropType(document, repair, touched);
    case "open-bare-objects":
      return openBareObjects(document, touched);
    case "replace-schemas":
      return replaceSchemas(document, repair, touched);
    case "add-schemas":
      return addSchemas(document, repair, touched);
    case "replace-properties":
      return replaceProperties(document, repair, touched);
    case "allow-null":
      return allowNull(document, repair, touched);
    case "tag-variants":
      return tagVariants(document, repair, touched);
    case "add-variants":
      return addVariants(document, repair, touched);
    case "discriminate-by-sibling":
      return discriminateBySibling(document, repair, touched);
    case "require-only":
      return requireOnly(document, repair, touched);
    case "open-list-parameters":
      return openListParameters(document, repair, touched);
    case "parameter-by-property":
      return parameterByProperty(document, repair, touched);
    case "files-in-body":
      return filesInBody(document, repair, touched);
    case "expand-references":
      return expandReferences(document, repair, touched);
    case "add-beside":
      return addBeside(document, repair, touched);
    case "accept-query":
      return acceptQuery(document, repair, touched);
    case "rename-parameters":
      return renameParameters(document, repair, touched);
    case "answer-with":
      return answerWith(document, repair, touched);
    case "correct-operations":
      return correctOperations(document, repair, touched);
  }
}
