import { isComputed, type Property } from "@dhis2w/model";
import type { ValidationFinding } from "@dhis2w/runtime";
import type { RecordedObject } from "./objects.ts";
import type { Release } from "./release.ts";

/** Shapes that a server converts into the one that it stores; the schemas stay with what it stores. */
const converted: readonly {
  readonly message: RegExp;
  readonly isConverted: (value: unknown) => boolean;
  readonly reason: string;
}[] = [
  {
    message: /: expected (?:number|int), received string$/,
    isConverted: (value) => typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value)),
    reason: "a text for a number, which the server parses",
  },
  {
    message: /: expected boolean, received string$/,
    isConverted: (value) => typeof value === "string" && /^(?:true|false)$/i.test(value),
    reason: "a text for a boolean, which the server parses",
  },
  {
    message: /: expected string, received (?:number|boolean)$/,
    isConverted: () => true,
    reason: "a number or a boolean for a text, which the server writes out",
  },
  {
    message: /(?:^|\.)attributeValues: expected array, received object$/,
    isConverted: () => true,
    reason: "attribute values by UID, which 2.41 refuses",
  },
];

/**
 * Why a create that a server took is rightly refused; `undefined` where it is not: then the schema is wrong. Servers
 * drop without a word what they do not know; refusing that is what create schemas are for. `wasKept` tells whether a
 * read of the object shows what was sent at a path.
 */
export function whyRefused(
  release: Release,
  { resource, value }: RecordedObject,
  { message, path }: ValidationFinding,
  wasKept: (path: ValidationFinding["path"], sent: unknown) => boolean,
): string | undefined {
  const held = path.reduce<unknown>((inside, step) => Object(inside)[step], value);
  if (message.endsWith(": unknown key")) {
    const isLost = !mayBeWritten(release, resource, path) || !wasKept(path, held);
    return isLost ? "keys that the server ignores" : undefined;
  }
  if (held === null) return "null, which on a create says the same as nothing";
  return converted.find((row) => row.message.test(message) && row.isConverted(held))?.reason;
}

/** Whether the model has a property at a path that a create may set: what is computed looks kept when it was read before. */
function mayBeWritten(
  { modelOf, server }: Release,
  resource: string,
  path: ValidationFinding["path"],
): boolean {
  const names = path.filter((step) => typeof step === "string");
  let model = modelOf(resource);
  let property: Property | undefined;
  for (const [depth, name] of names.entries()) {
    const found = model?.properties.find((one) => one.name === name);
    if (found === undefined || !found.writable || isComputed(name)) return false;
    // What has a table and does not keep a property there computes it.
    if (depth > 0 && model?.persisted === true && !found.persisted) return false;
    property = found;
    const item = property.type.kind === "array" ? property.type.item : property.type;
    model = item.kind === "embedded" ? server.models.find((one) => one.name === item.model) : undefined;
  }
  return property !== undefined;
}
