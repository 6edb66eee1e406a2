import {
  type Cursor,
  entriesOf,
  fail,
  type JsonObject,
  objectAt,
  optionalChild,
} from "../snapshot/json-cursor.ts";
import type { Body, MediaType, Parameter, Response } from "./operation.ts";
import { telling } from "./telling.ts";

/**
 * Reads parameters, bodies and responses. Parts that say the same are one object, also when they stand in two
 * documents: documents repeat a few hundred parts many thousand times.
 */
export class PartReader {
  readonly parameter: (place: Cursor) => Parameter = once(readParameter);
  readonly body: (place: Cursor) => Body = once(readBody);
  readonly #responses = new Map<string, (place: Cursor) => Response>();

  /** @param status - `200`, `default` */
  response(status: string, place: Cursor): Response {
    let read = this.#responses.get(status);
    if (read === undefined) {
      read = once((response) => readResponse(status, response));
      this.#responses.set(status, read);
    }
    return read(place);
  }
}

/** What is written the same is read once; what is written otherwise and says the same is the same object. */
function once<Part>(read: (place: Cursor) => Part): (place: Cursor) => Part {
  const asWritten = new Map<string, Part>();
  const asRead = new Map<string, Part>();
  return (place) => {
    const written = JSON.stringify(place.value);
    const known = asWritten.get(written);
    if (known !== undefined) return known;
    const part = read(place);
    const said = JSON.stringify(part);
    const twin = asRead.get(said) ?? part;
    asRead.set(said, twin);
    asWritten.set(written, twin);
    return twin;
  };
}

function readParameter(place: Cursor): Parameter {
  const raw = objectAt(place);
  const { name, in: where } = raw;
  if (typeof name !== "string" || typeof where !== "string") return fail(place, "lacks 'name' or 'in'");
  return {
    name,
    in: where,
    required: raw.required === true,
    deprecated: raw.deprecated === true,
    schema: raw.schema,
    raw: telling(raw),
  };
}

function readBody(place: Cursor): Body {
  const { content: _, ...raw } = objectAt(place);
  return { required: raw.required === true, content: contentAt(place), raw: telling(raw) };
}

function readResponse(status: string, place: Cursor): Response {
  const { content: _, ...raw } = objectAt(place);
  return { status, content: contentAt(place), raw: telling(raw) };
}

function contentAt(place: Cursor): MediaType[] {
  const content = optionalChild(place, "content");
  if (content === undefined) return [];
  return entriesOf(content).map(([name, media]) => {
    const raw: JsonObject = objectAt(media);
    return { name: name.replace(/;.*$/, ""), schema: raw.schema, raw };
  });
}
