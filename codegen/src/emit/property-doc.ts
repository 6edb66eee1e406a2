import type { Model, Property, TypeRef } from "@dhis2w/model";
import { commentText } from "../text/escape.ts";

/** What a reader wants to know of a model, in one line. */
export function modelDoc(model: Model): string {
  const title = sentence(commentText(model.description ?? model.displayName ?? model.name));
  return model.plural === undefined
    ? title
    : `${title} Schema \`${commentText(model.singular ?? model.name)}\`.`;
}

/** What the snapshot says of a property beyond its type, in one line; empty where that is nothing. */
export function readDoc(property: Property): string {
  return [description(property), ...relation(property), ...access(property), ...limits(property)]
    .filter((part) => part !== "")
    .join(" ");
}

/** The same for a write shape: what must be kept to. */
export function writeDoc(property: Property): string {
  return [description(property), ...limits(property)].filter((part) => part !== "").join(" ");
}

function description(property: Property): string {
  return property.description === undefined ? "" : sentence(commentText(property.description));
}

function relation(property: Property): string[] {
  const target = targetOf(property.type);
  if (target === undefined) return [];
  const side = property.owner ? "Owner" : property.persisted ? "Inverse" : "Computed";
  return [`${side} side, refers to ${commentText(target)}.`];
}

function access(property: Property): string[] {
  return property.writable ? [] : ["Read-only."];
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

function targetOf(type: TypeRef): string | undefined {
  if (type.kind === "ref") return type.model;
  return type.kind === "array" ? targetOf(type.item) : undefined;
}

const sentence = (text: string): string => (text === "" || /[.!?:]$/.test(text) ? text : `${text}.`);
