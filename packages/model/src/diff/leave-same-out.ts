import { type ApiDocument, type Operation, operationName } from "../operations/operation.ts";
import { isSameJson } from "./same-json.ts";

/**
 * Two documents without the parameters, bodies and responses that an operation has in both, word for word: most of
 * what there is, and nothing that a rule could fire for.
 */
export function leaveSameOut(before: ApiDocument, after: ApiDocument): readonly [ApiDocument, ApiDocument] {
  const known = new Map(before.operations.map((operation) => [operationName(operation), operation]));
  const reduced = new Map<Operation, Operation>();
  for (const operation of after.operations) {
    const twin = known.get(operationName(operation));
    if (twin === undefined) continue;
    const [was, is] = differingParts(twin, operation);
    reduced.set(twin, was).set(operation, is);
  }
  const without = (api: ApiDocument): ApiDocument => ({
    ...api,
    operations: api.operations.map((operation) => reduced.get(operation) ?? operation),
  });
  return [without(before), without(after)];
}

function differingParts(before: Operation, after: Operation): readonly [Operation, Operation] {
  const parameters = differing(before.parameters, after.parameters, (part) => `${part.in} ${part.name}`);
  const responses = differing(before.responses, after.responses, ({ status }) => status);
  const hasSameBody = isSameJson(before.body, after.body);
  const [was, is] = [before, after].map(
    ({ body, ...operation }, side): Operation => ({
      ...operation,
      ...(!hasSameBody && body !== undefined && { body }),
      parameters: parameters[side] ?? [],
      responses: responses[side] ?? [],
    }),
  );
  return [was ?? before, is ?? after];
}

/** Parts of one name are compared together, for a name may come twice. */
function differing<Part>(
  before: readonly Part[],
  after: readonly Part[],
  nameOf: (part: Part) => string,
): readonly [readonly Part[], readonly Part[]] {
  if (isSameJson(before, after)) return [[], []];
  const named = (parts: readonly Part[], name: string): Part[] =>
    parts.filter((part) => nameOf(part) === name);
  const same = new Set(
    before.map(nameOf).filter((name) => isSameJson(named(before, name), named(after, name))),
  );
  const rest = (parts: readonly Part[]): Part[] => parts.filter((part) => !same.has(nameOf(part)));
  return [rest(before), rest(after)];
}
