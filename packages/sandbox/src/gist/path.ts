import { Refusal } from "../http/refusal.ts";
import { resolvePath } from "../query/path.ts";
import type { Model, Property } from "../schema/model.ts";
import type { Schemas } from "../schema/schema.ts";

/** A path of properties that a gist reads along. */
export interface GistPath {
  readonly text: string;
  readonly properties: readonly Property[];
  readonly last: Property;
}

/** A path as the server has it; refuses one that it does not have. */
export function gistPath(model: Model, text: string, schemas: Schemas): GistPath {
  const properties = resolvePath(model, text, schemas);
  const last = properties?.at(-1);
  if (properties === undefined || last === undefined)
    throw new Refusal(400, `Property \`${text}\` does not exist in ${model.singular}`);
  return { text, properties, last };
}

/** What stands before the last name of a path; empty for a single name. */
export function parentPath(text: string): string {
  return text.slice(0, Math.max(0, text.lastIndexOf(".")));
}

/** Another property beside the one at a path. */
export function besideIt(text: string, property: string): string {
  const parent = parentPath(text);
  return parent === "" ? property : `${parent}.${property}`;
}

/** A stored collection that relates tables; its items are counted, named or tested, never shown whole. */
export function isRelatedCollection({ persisted, shape, relation }: Property): boolean {
  return persisted && shape === "collection" && relation;
}

/** A stored reference to one object of another table. */
export function isRelatedObject(property: Property, schemas: Schemas): boolean {
  if (!property.persisted || property.shape !== "single") return false;
  return property.relation || isIdentified(property, schemas);
}

/** Whether the value of a property, or each of its items, is an object with a UID. */
export function isIdentified(property: Property, schemas: Schemas): boolean {
  return schemas.targetOf(property)?.identifiable === true && property.kind !== "enum";
}
