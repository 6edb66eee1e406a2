import type { Model, Property, TypeRef } from "@dhis2w/model";
import { commentText } from "../text/escape.ts";

/** What a reader wants to know of a model, in one line. */
export function modelDoc(model: Model): string {
  const title = sentence(commentText(model.description ?? model.displayName ?? model.name));
  const schema = model.singular ?? model.name;
  const isTold = model.plural === undefined || schema.toLowerCase() === model.name.toLowerCase();
  return isTold ? title : `${title} Schema \`${commentText(schema)}\`.`;
}

/**
 * What the snapshot says of a property beyond its type, in one line; empty where that is nothing. What may be
 * written, and within which limits, is told where it is written.
 */
export function readDoc(property: Property): string {
  return [...description(property), ...relation(property)].join(" ");
}

/** The same for a write shape: what must be kept to. */
export function writeDoc(property: Property): string {
  return [...description(property), ...limits(property)].join(" ");
}

/** Descriptions in OpenAPI documents that tell nothing: of every `name` the same, of others the Java class alone. */
const tellsNothing =
  /^(?:The name of this Object\. Required and unique\.|A UID reference to an? \w+\s+\(Java name `[^`]*`\)|The (?:exact|actual) type is unknown\.\s+\(Java type was: `[^`]*`\))?$/;

function description({ description: text = "" }: Property): string[] {
  return tellsNothing.test(text.trim()) ? [] : [sentence(commentText(text))];
}

/** Which side keeps a relation, where it is not the side of the reference. */
function relation({ type, owner, persisted }: Property): string[] {
  if (owner || !isReference(type)) return [];
  return [persisted ? "Inverse side." : "Computed side."];
}

function limits(property: Property): string[] {
  const { unique, translatable } = property;
  return [
    ...bounds(property),
    ...(unique && !/\bunique\b/i.test(property.description ?? "") ? ["Unique."] : []),
    ...(translatable ? ["Translatable."] : []),
  ];
}

/** Bounds of texts and numbers; those of whole values are widths of database columns and mean nothing to a caller. */
function bounds({ type, min, max }: Property): string[] {
  if (type.kind !== "text" && type.kind !== "number" && type.kind !== "integer") return [];
  const counted = (bound: number): string =>
    type.kind === "text" ? `${bound} ${bound === 1 ? "character" : "characters"}` : String(bound);
  if (min === undefined) return max === undefined ? [] : [`At most ${counted(max)}.`];
  if (max === undefined) return [`At least ${counted(min)}.`];
  return min === max ? [`Exactly ${counted(max)}.`] : [`${min} to ${counted(max)}.`];
}

const isReference = (type: TypeRef): boolean =>
  type.kind === "ref" || (type.kind === "array" && isReference(type.item));

const sentence = (text: string): string => (text === "" || /[.!?:]$/.test(text) ? text : `${text}.`);
