import { isDeepStrictEqual } from "node:util";
import { type DocumentMethod, documentMethods, type OpenApiDocument, type Operation } from "../document.ts";
import { resolveParameter } from "../parameter.ts";
import { mapValues } from "../rewrite.ts";
import { routesOf } from "../routes.ts";
import type { AnswerWith, CorrectOperations, OperationFacts } from "./repair.ts";

/** Moves the good answer of many operations to another status. */
export function answerWith(
  document: OpenApiDocument,
  { operations, from, to }: AnswerWith,
  touched: Set<string>,
): OpenApiDocument {
  return changeOperations(document, (operation) => {
    if (!operation.operationId?.includes(operations) || !operation.responses?.[from]) return operation;
    touched.add(operations);
    return withStatus(operation, from, to);
  });
}

/** Writes what single operations really take and answer, where the document says something else. */
export function correctOperations(
  document: OpenApiDocument,
  { operations }: CorrectOperations,
  touched: Set<string>,
): OpenApiDocument {
  const paths = new Map(routesOf(document).map(({ key, path }) => [key, path]));
  return changeOperations(document, (operation, method, key) => {
    const subject = `${method} ${paths.get(key)}`;
    const facts = Object.hasOwn(operations, subject) ? operations[subject] : undefined;
    if (!facts) return operation;
    const corrected = withFacts(document, operation, facts);
    if (!isDeepStrictEqual(corrected, operation)) touched.add(subject);
    return corrected;
  });
}

function withFacts(document: OpenApiDocument, operation: Operation, facts: OperationFacts): Operation {
  let corrected = operation;
  if (facts.status) {
    const [from] = Object.keys(operation.responses ?? {}).filter((status) => status.startsWith("2"));
    if (from && from !== facts.status) corrected = withStatus(corrected, from, facts.status);
  }
  if (facts.answer) {
    const { answer } = facts;
    corrected = {
      ...corrected,
      responses: mapValues(corrected.responses ?? {}, (response, status) =>
        status.startsWith("2")
          ? { ...response, content: { "application/json": { schema: answer } } }
          : response,
      ),
    };
  }
  if (facts.body)
    corrected = { ...corrected, requestBody: { content: { "application/json": { schema: facts.body } } } };
  if (facts.query) {
    const parameters = corrected.parameters ?? [];
    const known = new Set(parameters.map((one) => resolveParameter(document, one)?.name));
    const missing = Object.entries(facts.query).filter(([name]) => !known.has(name));
    corrected = {
      ...corrected,
      parameters: [...parameters, ...missing.map(([name, schema]) => ({ name, in: "query", schema }))],
    };
  }
  return facts.openQuery ? { ...corrected, openQuery: true } : corrected;
}

function withStatus(operation: Operation, from: string, to: string): Operation {
  const { [from]: moved, ...others } = operation.responses ?? {};
  return { ...operation, responses: { ...others, ...(moved && { [to]: moved }) } };
}

function changeOperations(
  document: OpenApiDocument,
  change: (operation: Operation, method: DocumentMethod, key: string) => Operation,
): OpenApiDocument {
  const paths = mapValues(document.paths, (item, key) => {
    const changed: { [Method in DocumentMethod]?: Operation } = {};
    for (const method of documentMethods) {
      const operation = item[method];
      if (operation) changed[method] = change(operation, method, key);
    }
    return changed;
  });
  return { ...document, paths };
}
