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
 * drop without a word what they do not know; refusing that is what create schemas are for. `wasRead` tells whether
 * any later read of the object has a key.
 */
export function whyRefused(
  release: Release,
  { resource, value }: RecordedObject,
  { message, path }: ValidationFinding,
  wasRead: (key: string) => boolean,
): string | undefined {
  const [key] = path.slice(-1);
  if (message.endsWith(": unknown key") && typeof key === "string") {
    const isKnown = writableNames(release, resource, path.slice(0, -1)).has(key);
    return isKnown && (path.length > 1 || wasRead(key)) ? undefined : "keys that the server ignores";
  }
  const held = path.reduce<unknown>((inside, step) => Object(inside)[step], value);
  if (held === null) return "null, which on a create says the same as nothing";
  return converted.find((row) => row.message.test(message) && row.isConverted(held))?.reason;
}

/** What may be written at the end of a path, as far as the model knows. */
function writableNames(
  { modelOf, server }: Release,
  resource: string,
  path: ValidationFinding["path"],
): ReadonlySet<string> {
  let model = modelOf(resource);
  for (const step of path) {
    if (typeof step === "number") continue;
    const type = model?.properties.find(({ name }) => name === step)?.type;
    const item = type?.kind === "array" ? type.item : type;
    model = item?.kind === "embedded" ? server.models.find(({ name }) => name === item.model) : undefined;
  }
  return new Set(model?.properties.filter(({ writable }) => writable).map(({ name }) => name));
}
