import { isObject } from "../is-object.ts";
import { pointerSteps } from "./json-pointer.ts";
import type { JsonPatchOperation } from "./patch-operation.ts";

/**
 * A copy of an object with the operations applied in their order, as servers do it.
 *
 * @throws RangeError for a path that leads into nothing, which servers refuse too.
 */
export function applyPatch(object: object, operations: readonly JsonPatchOperation[]): object {
  // What a server sent is JSON: objects, lists and plain values.
  const patched: object = structuredClone(object);
  for (const operation of operations) {
    const steps = [...pointerSteps(operation.path)];
    const step = steps.pop() ?? "";
    if (!isDone(steps.reduce<unknown>(at, patched), step, operation))
      throw new RangeError(`${operation.op} ${operation.path}: nothing is there`);
  }
  return patched;
}

/** Does it where it can be done: at any key of an object, and at an index that a list has, or will have. */
function isDone(holder: unknown, step: string | number, operation: JsonPatchOperation): boolean {
  const { op } = operation;
  const isAdded = op === "add";
  const isRemoved = op === "remove";
  const value = valueAfter(at(holder, step), operation);
  if (Array.isArray(holder)) {
    const index = isAdded && step === "-" ? holder.length : step;
    if (typeof index !== "number" || index >= holder.length + Number(isAdded)) return false;
    holder.splice(index, isAdded ? 0 : 1, ...(isRemoved ? [] : [value]));
    return true;
  }
  if (!isObject(holder)) return false;
  if (isRemoved) return Reflect.deleteProperty(holder, step);
  // As an own key, whatever it is called.
  Object.defineProperty(holder, step, { value, configurable: true, enumerable: true, writable: true });
  return true;
}

function valueAfter(before: unknown, operation: JsonPatchOperation): unknown {
  if (operation.op !== "remove-by-id") return operation.op === "remove" ? undefined : operation.value;
  return Array.isArray(before) ? before.filter((item) => at(item, "id") !== operation.id) : before;
}

const at = (inside: unknown, step: string | number): unknown =>
  isObject(inside) && Object.hasOwn(inside, step) ? inside[step] : undefined;
