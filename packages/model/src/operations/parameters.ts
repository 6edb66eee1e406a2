import {
  type Cursor,
  entriesOf,
  itemsOf,
  type JsonObject,
  objectAt,
  optionalChild,
} from "../snapshot/json-cursor.ts";
import type { Parameter } from "./operation.ts";
import type { PartReader } from "./parts.ts";

const prefix = "#/components/parameters/";

/** The parameters of a document: those that operations list, and those that they refer to. */
export class Parameters {
  readonly #parts: PartReader;
  readonly #shared: ReadonlyMap<string, Cursor>;
  readonly #referred = new Map<string, Parameter>();

  /** @param shared - `components/parameters` of the document, if it has that */
  constructor(shared: Cursor | undefined, parts: PartReader) {
    this.#shared = new Map(shared === undefined ? [] : entriesOf(shared));
    this.#parts = parts;
  }

  /** The parameters that an operation or a path lists, references followed. */
  at(place: Cursor): Parameter[] {
    const list = optionalChild(place, "parameters");
    if (list === undefined) return [];
    return itemsOf(list).map((item) => {
      const raw = objectAt(item);
      return typeof raw.$ref === "string" ? this.#referredTo(raw.$ref, raw) : this.#parts.parameter(item);
    });
  }

  /** What the document says of those that no operation refers to. */
  unused(): JsonObject {
    const rest = [...this.#shared].filter(([name]) => !this.#referred.has(prefix + name));
    return Object.fromEntries(rest.map(([name, { value }]) => [name, value]));
  }

  #referredTo(reference: string, raw: JsonObject): Parameter {
    const known = this.#referred.get(reference);
    if (known !== undefined) return known;
    const place = reference.startsWith(prefix) ? this.#shared.get(reference.slice(prefix.length)) : undefined;
    if (place === undefined) return danglingParameter(reference, raw);
    const parameter = this.#parts.parameter(place);
    this.#referred.set(reference, parameter);
    return parameter;
  }
}

/** The servers' documents refer to parameters that they do not describe: only the name is known. */
function danglingParameter(reference: string, raw: JsonObject): Parameter {
  const name = reference.slice(Math.max(reference.lastIndexOf("."), reference.lastIndexOf("/")) + 1);
  return { name, in: "query", required: false, deprecated: false, schema: undefined, raw };
}
