import { Refusal } from "../http/refusal.ts";
import type { Model } from "../schema/model.ts";
import { type DraftValues, emptyValues, idOf, isList, isObject, type Json } from "../store/values.ts";
import type { Operation } from "./read.ts";

/** A document after all operations of a patch; the document itself stays as it is. */
export function applyPatch(document: DraftValues, operations: readonly Operation[], model: Model): Json {
  let current: Json = document;
  for (const operation of operations) {
    const [name = ""] = operation.path;
    if (model.property(name) === undefined)
      throw new Refusal(400, `Property ${name} does not exist on Schema`);
    current = applyOne(current, operation);
  }
  return current;
}

function applyOne(document: Json, operation: Operation): Json {
  if (operation.op === "remove-by-id") {
    const collection = valueAt(document, operation.path);
    if (!isList(collection)) return document;
    return withValue(
      document,
      operation.path,
      operation,
      collection.filter((item) => idOf(item) !== operation.id),
    );
  }
  return withValue(
    document,
    operation.path,
    operation,
    operation.op === "remove" ? undefined : operation.value,
  );
}

function valueAt(document: Json, path: readonly string[]): Json | undefined {
  let current: Json | undefined = document;
  for (const segment of path) {
    if (isObject(current)) current = Object.hasOwn(current, segment) ? current[segment] : undefined;
    else if (isList(current)) current = current[Number(segment)];
    else return undefined;
  }
  return current;
}

/** A copy of a document with another value at a path; `undefined` takes the value away. */
function withValue(
  document: Json,
  path: readonly string[],
  operation: Operation,
  value: Json | undefined,
): Json {
  const [segment, ...rest] = path;
  if (segment === undefined) return value ?? document;
  if (isList(document)) return inList(document, segment, rest, operation, value);
  if (!isObject(document)) {
    if (operation.op === "remove") return document;
    throw rest.length > 0
      ? new Refusal(400, `Path does not exist: /${operation.path.join("/")}`)
      : new Refusal(400, "Parent node is not a container, unable to proceed");
  }
  const copy = Object.assign(emptyValues(), document);
  if (rest.length > 0) {
    const inner = Object.hasOwn(document, segment) ? document[segment] : undefined;
    if (inner === undefined || inner === null) {
      if (operation.op === "remove") return document;
      throw new Refusal(400, `Path does not exist: /${operation.path.join("/")}`);
    }
    copy[segment] = withValue(inner, rest, operation, value);
  } else if (value === undefined) delete copy[segment];
  else copy[segment] = value;
  return copy;
}

function inList(
  list: readonly Json[],
  segment: string,
  rest: readonly string[],
  operation: Operation,
  value: Json | undefined,
): Json {
  const copy = [...list];
  if (segment === "-") {
    if (value !== undefined) copy.push(value);
    return copy;
  }
  if (!/^\d+$/.test(segment))
    throw new Refusal(400, `not an index: ${segment} (expected: a non-negative integer)`);
  const index = Number(segment);
  const item = list[index];
  if (rest.length > 0) {
    if (item === undefined) throw new Refusal(400, `Path does not exist: /${operation.path.join("/")}`);
    copy[index] = withValue(item, rest, operation, value);
  } else if (value === undefined) {
    if (index < copy.length) copy.splice(index, 1);
  } else if (operation.op === "add") copy.splice(Math.min(index, copy.length), 0, value);
  else copy[index] = value;
  return copy;
}
