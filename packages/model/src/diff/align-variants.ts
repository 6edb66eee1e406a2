import type { ApiDocument, Operation } from "../operations/operation.ts";

/** The server's method behind an operation: `saveDataValue` of `DataValue.saveDataValue`; empty where it is not told. */
export const handlerOf = ({ raw }: Operation): string =>
  typeof raw.operationId === "string" ? raw.operationId.replace(/^.*\./, "") : "";

/**
 * The later document with each variant of a call under the path that its twin has in the earlier one. Which of
 * several variants has the plain path, and which one a mark, differs from document to document and means nothing:
 * POST of a data value by parameters stands at `/api/dataValues#saveDataValue` on 42, and at `/api/dataValues` on 43,
 * where the one with a body got the mark.
 */
export function alignVariants(before: ApiDocument, after: ApiDocument): ApiDocument {
  const known = variantsOf(before.operations);
  const paths = new Map<Operation, string>();
  for (const [call, variants] of variantsOf(after.operations)) {
    const twins = known.get(call) ?? [];
    if (variants.length + twins.length > 2) align(twins, variants, paths);
  }
  return {
    ...after,
    operations: after.operations.map((operation) => {
      const path = paths.get(operation);
      return path === undefined ? operation : { ...operation, path };
    }),
  };
}

/** Variants without a twin keep their path, or get a mark where a twin of another has it. */
function align(
  before: readonly Operation[],
  after: readonly Operation[],
  paths: Map<Operation, string>,
): void {
  const taken = new Set<string>();
  const left: Operation[] = [];
  for (const operation of after) {
    const twin = before.find(
      (one) => handlerOf(one) === handlerOf(operation) && handlerOf(one) !== "" && !taken.has(one.path),
    );
    if (twin === undefined) left.push(operation);
    else {
      taken.add(twin.path);
      paths.set(operation, twin.path);
    }
  }
  for (const operation of left)
    if (taken.has(operation.path))
      paths.set(operation, `${operation.path.replace(/#.*$/, "")}#${handlerOf(operation)}`);
}

/** The variants of each call. */
export function variantsOf(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const variants = new Map<string, Operation[]>();
  for (const operation of operations) {
    const known = variants.get(operation.call);
    if (known === undefined) variants.set(operation.call, [operation]);
    else known.push(operation);
  }
  return variants;
}
