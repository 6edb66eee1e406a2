import { type ApiDocument, type Operation, operationName } from "../operations/operation.ts";

/**
 * Two documents without the parameters, bodies and responses that an operation has in both: most of what there is, and
 * nothing that a rule could fire for. Parts are compared by identity, for one {@link PartReader} read both documents.
 */
export function leaveSameOut(before: ApiDocument, after: ApiDocument): readonly [ApiDocument, ApiDocument] {
  const twins = new Map(before.operations.map((operation) => [operationName(operation), operation]));
  const reduced = new Map<Operation, Operation>();
  for (const operation of after.operations) {
    const twin = twins.get(operationName(operation));
    if (twin === undefined) continue;
    reduced.set(twin, without(twin, operation)).set(operation, without(operation, twin));
  }
  const rest = (api: ApiDocument): ApiDocument => ({
    ...api,
    operations: api.operations.map((operation) => reduced.get(operation) ?? operation),
  });
  return [rest(before), rest(after)];
}

function without({ body, ...operation }: Operation, twin: Operation): Operation {
  return {
    ...operation,
    ...(body !== undefined && body !== twin.body && { body }),
    parameters: operation.parameters.filter((parameter) => !twin.parameters.includes(parameter)),
    responses: operation.responses.filter((response) => !twin.responses.includes(response)),
  };
}
