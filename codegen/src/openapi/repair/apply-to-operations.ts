import { isDeepStrictEqual } from "node:util";
import {
  type DocumentMethod,
  documentMethods,
  type OpenApiDocument,
  type Operation,
  type Schema,
  schemaRef,
} from "../document.ts";
import { formMediaType } from "../media-type.ts";
import { resolveParameter } from "../parameter.ts";
import { mapValues } from "../rewrite.ts";
import { routesOf } from "../routes.ts";
import type { AcceptQuery, AnswerWith, CorrectOperations, FilesInBody, OperationFacts } from "./repair.ts";

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

/** Adds the query parameters that many operations read; what they declare themselves stays. */
export function acceptQuery(
  document: OpenApiDocument,
  { operations }: AcceptQuery,
  touched: Set<string>,
): OpenApiDocument {
  return changeOperations(document, (operation) =>
    Object.entries(operations)
      .filter(([part]) => operation.operationId?.includes(part))
      .reduce((current, [part, query]) => {
        const known = new Set((current.parameters ?? []).map((one) => resolveParameter(document, one)?.name));
        const missing = Object.entries(query).filter(([name]) => !known.has(name));
        if (missing.length > 0) touched.add(part);
        return withQuery(document, current, Object.fromEntries(missing));
      }, operation),
  );
}

/** Moves files from the query, where they cannot be, into a multipart body. */
export function filesInBody(
  document: OpenApiDocument,
  { names }: FilesInBody,
  touched: Set<string>,
): OpenApiDocument {
  return changeOperations(document, (operation) => {
    const parameters = operation.parameters ?? [];
    const others = parameters.filter((one) => {
      const parameter = resolveParameter(document, one);
      const isFile =
        parameter?.in === "query" && parameter.schema?.format === "binary" && names.includes(parameter.name);
      if (isFile) touched.add(parameter.name);
      return !isFile;
    });
    if (others.length === parameters.length) return operation;
    const requestBody = { required: true, content: { [formMediaType]: {} } };
    return { ...operation, parameters: others, requestBody };
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
  const { answer } = facts;
  if (answer) corrected = withAnswer(corrected, () => answer);
  if (facts.empty) corrected = withAnswer(corrected, (schema) => ({ oneOf: [schema, schemaRef("Nothing")] }));
  if (facts.body)
    corrected = { ...corrected, requestBody: { content: { "application/json": { schema: facts.body } } } };
  if (facts.query) corrected = withQuery(document, corrected, facts.query);
  return facts.openQuery ? { ...corrected, openQuery: true } : corrected;
}

/** The operation with its good answer, JSON, changed. */
function withAnswer(operation: Operation, change: (declared: Schema) => Schema): Operation {
  const responses = mapValues(operation.responses ?? {}, (response, status) => {
    if (!status.startsWith("2")) return response;
    const [{ schema = {} } = {}] = Object.values(response.content ?? {});
    return { ...response, content: { "application/json": { schema: change(schema) } } };
  });
  return { ...operation, responses };
}

/** The operation with these query parameters, none of them required, in place of its own of the same names. */
function withQuery(
  document: OpenApiDocument,
  operation: Operation,
  query: Readonly<Record<string, Schema>>,
): Operation {
  const others = (operation.parameters ?? []).filter((one) => {
    const parameter = resolveParameter(document, one);
    return parameter?.in !== "query" || !Object.hasOwn(query, parameter.name);
  });
  const given = Object.entries(query).map(([name, schema]) => ({ name, in: "query", schema }));
  return { ...operation, parameters: [...others, ...given] };
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
