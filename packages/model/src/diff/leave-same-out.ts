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
  const [was, is] = [byName(before, nameOf), byName(after, nameOf)];
  const rest = (parts: ReadonlyMap<string, readonly Part[]>): Part[] =>
    [...parts].flatMap(([name, named]) => (isSameJson(was.get(name), is.get(name)) ? [] : named));
  return [rest(was), rest(is)];
}

function byName<Part>(parts: readonly Part[], nameOf: (part: Part) => string): Map<string, Part[]> {
  const named = new Map<string, Part[]>();
  for (const part of parts) {
    const twins = named.get(nameOf(part));
    if (twins === undefined) named.set(nameOf(part), [part]);
    else twins.push(part);
  }
  return named;
}
