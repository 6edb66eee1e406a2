import type { ApiDocument, Body, Operation, Parameter, Response } from "../operations/operation.ts";
import type { JsonObject } from "../snapshot/json-cursor.ts";
import { handlerOf, variantsOf } from "./align-variants.ts";

/**
 * Two documents in which what one tells as one call is compared with all variants that the other makes of it: 41 has
 * one `POST /api/systemSettings/{key}`, where 42 has five, each with its own parameters or body (BUG-310). Where the one
 * is among the variants, the others really came or went. That they are there is told in any case.
 */
export function joinVariants(before: ApiDocument, after: ApiDocument): readonly [ApiDocument, ApiDocument] {
  return [joinedAsIn(after, before), joinedAsIn(before, after)];
}

function joinedAsIn(other: ApiDocument, document: ApiDocument): ApiDocument {
  const known = variantsOf(other.operations);
  const variants = variantsOf(document.operations);
  return {
    ...document,
    operations: document.operations.map((operation) => {
      const all = variants.get(operation.call) ?? [];
      const [twin, ...others] = known.get(operation.call) ?? [];
      if (all.length < 2 || others.length > 0 || twin?.path !== operation.path) return operation;
      const isAmongThem = all.some((one) => handlerOf(one) !== "" && handlerOf(one) === handlerOf(twin));
      return isAmongThem
        ? operation
        : joined(operation, [operation, ...all.filter((one) => one !== operation)]);
    }),
  };
}

/** An operation with what any of the variants takes and answers; it requires what all of them require. */
function joined(operation: Operation, variants: readonly Operation[]): Operation {
  const body = joinedBody(variants);
  return {
    ...operation,
    parameters: joinedParameters(variants),
    ...(body !== undefined && { body }),
    responses: joinedResponses(variants.flatMap(({ responses }) => responses)),
  };
}

function joinedParameters(variants: readonly Operation[]): Parameter[] {
  const parameters = byName(
    variants.flatMap((variant) => variant.parameters),
    (parameter) => `${parameter.in} ${parameter.name}`,
  );
  return [...parameters.values()].map((same) => {
    const [first] = same;
    const isRequired = same.length === variants.length && same.every(({ required }) => required);
    return first.required === isRequired
      ? first
      : { ...first, required: isRequired, raw: withRequired(first.raw, isRequired) };
  });
}

function joinedBody(variants: readonly Operation[]): Body | undefined {
  const bodies = variants.flatMap(({ body }) => (body === undefined ? [] : [body]));
  const [first] = bodies;
  if (first === undefined) return undefined;
  const required = bodies.length === variants.length && bodies.every((body) => body.required);
  return { required, content: firstOfEach(bodies), raw: withRequired(first.raw, required) };
}

function joinedResponses(responses: readonly Response[]): Response[] {
  return [...byName(responses, ({ status }) => status).values()].map((same) => ({
    ...same[0],
    content: firstOfEach(same),
  }));
}

/** The formats that some of them carry. */
const firstOfEach = (carriers: readonly Pick<Body, "content">[]): Body["content"] =>
  [
    ...byName(
      carriers.flatMap(({ content }) => content),
      ({ name }) => name,
    ).values(),
  ].map(([first]) => first);

function withRequired({ required: _, ...raw }: JsonObject, required: boolean): JsonObject {
  return required ? { ...raw, required } : raw;
}

function byName<Part>(
  parts: readonly Part[],
  nameOf: (part: Part) => string,
): ReadonlyMap<string, readonly [Part, ...Part[]]> {
  const named = new Map<string, [Part, ...Part[]]>();
  for (const part of parts) {
    const twins = named.get(nameOf(part));
    if (twins === undefined) named.set(nameOf(part), [part]);
    else twins.push(part);
  }
  return named;
}
