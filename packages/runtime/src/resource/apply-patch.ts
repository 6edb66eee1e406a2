import { pointerSteps } from "./json-pointer.ts";
import type { JsonPatchOperation } from "./patch-operation.ts";

/** An object or a list of JSON, by whose keys or indexes a patch goes. */
type Container = Record<string | number, unknown> | unknown[];

/**
 * A copy of an object with the operations applied in their order, as servers do it.
 *
 * @throws RangeError for a path that leads into nothing, which servers refuse too.
 */
export function applyPatch(object: object, operations: readonly JsonPatchOperation[]): object {
  // What a server sent is JSON: objects, lists and plain values.
  const patched = structuredClone(object) as Container;
  for (const operation of operations) {
    const steps = pointerSteps(operation.path);
    const holder = steps.slice(0, -1).reduce<unknown>(at, patched);
    const step = steps.at(-1) ?? "";
    if (!hasPlace(holder, step, operation.op))
      throw new RangeError(`${operation.op} ${operation.path}: nothing is there`);
    change(holder, step, operation);
  }
  return patched;
}

/** Whether an operation can be done there: any key of an object, an index that a list has, or will have. */
function hasPlace(holder: unknown, step: string | number, op: JsonPatchOperation["op"]): holder is Container {
  if (!Array.isArray(holder)) return typeof holder === "object" && holder !== null;
  if (step === "-") return op === "add";
  return typeof step === "number" && step < holder.length + (op === "add" ? 1 : 0);
}

function change(holder: Container, step: string | number, operation: JsonPatchOperation): void {
  const { op } = operation;
  if (op === "remove-by-id") {
    const items = at(holder, step);
    if (Array.isArray(items))
      put(
        holder,
        step,
        items.filter((item) => at(item, "id") !== operation.id),
      );
  } else if (Array.isArray(holder) && op !== "replace") {
    const index = step === "-" ? holder.length : Number(step);
    if (op === "add") holder.splice(index, 0, operation.value);
    else holder.splice(index, 1);
  } else if (op === "remove") Reflect.deleteProperty(holder, step);
  else put(holder, step, operation.value);
}

const at = (inside: unknown, step: string | number): unknown =>
  typeof inside === "object" && inside !== null && Object.hasOwn(inside, step)
    ? (inside as Readonly<Record<string | number, unknown>>)[step]
    : undefined;

/** As an own key, whatever it is called. */
const put = (holder: Container, step: string | number, value: unknown): void => {
  Object.defineProperty(holder, step, { value, configurable: true, enumerable: true, writable: true });
};
