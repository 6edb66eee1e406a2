import { QueryError } from "../query-error.ts";
import { checkLevel } from "./check-level.ts";
import {
  type FieldsItem,
  type FieldsPreset,
  type FieldsQuery,
  type FieldTransformer,
  fieldsPresets,
} from "./fields-query.ts";

/** More than any model's references make sense of, and well within the stack. */
const deepest = 100;

/**
 * Reads a `fields` text; white space beside a sign is dropped.
 *
 * @throws QueryError - `QUERY.FIELDS` for text that servers misread, ignore in part or answer with an empty
 * body. Unknown property names pass: they are found at compile time only.
 */
export function parseFields(text: string): FieldsQuery {
  return new FieldsReader(text).read();
}

/** An item and where it begins, so that what is wrong with it can be said of a place. */
export interface Placed<Item> {
  readonly item: Item;
  readonly position: number;
}

class FieldsReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): FieldsQuery {
    this.#refuseStraySigns();
    const items = this.#level(0);
    const closing = this.#peek();
    if (closing !== "") this.#fail(`'${closing}' closes nothing`);
    return items;
  }

  #refuseStraySigns(): void {
    const angle = this.#text.search(/[<>]/);
    if (angle >= 0) this.#fail("'<' and '>' have no meaning in fields", angle);
    const gap = /[^\s,[\]()~:|!](\s+)[^\s,[\]()~:|!]/.exec(this.#text);
    if (gap !== null) this.#fail("a comma is missing between two names", gap.index + 1);
  }

  /** Items up to a closing bracket or the end. */
  #level(depth: number): FieldsQuery {
    if (depth > deepest) this.#fail(`brackets stand deeper than ${deepest}`);
    const placed: Placed<FieldsItem>[] = [];
    do {
      this.#peek();
      const position = this.#position;
      placed.push({ item: this.#item(depth), position });
    } while (this.#take(","));
    checkLevel(placed, (reason, position) => this.#fail(reason, position));
    return placed.map(({ item }) => item);
  }

  #item(depth: number): FieldsItem {
    const start = this.#position;
    const name = this.#word(/[^\s,[\]()~|]/);
    const marked = /^[*:!]/.test(name);
    const transformers = this.#transformers();
    if (marked && transformers.length > 0) this.#fail(`'${name}' takes no transformer`, start);
    const opening = this.#peek();
    if (opening === "[" || opening === "(") {
      if (marked) this.#fail(`'${name}' takes no brackets`, start);
      const checked = this.#property(name, start);
      return { kind: "property", name: checked, transformers, fields: this.#block(opening, depth) };
    }
    if (name === "*" || name.startsWith(":")) return { kind: "preset", name: this.#preset(name, start) };
    if (name.startsWith("!")) return { kind: "exclusion", name: this.#excluded(name, start) };
    return { kind: "property", name: this.#property(name, start), transformers };
  }

  #block(opening: "[" | "(", depth: number): FieldsQuery {
    const start = this.#position;
    const wanted = opening === "[" ? "]" : ")";
    this.#take(opening);
    const fields = this.#level(depth + 1);
    const closing = this.#peek();
    if (closing === "") this.#fail(`'${opening}' is not closed`, start);
    if (closing !== wanted) this.#fail(`'${closing}' closes another bracket`);
    this.#take(closing);
    const next = this.#peek();
    if (next === "~" || next === "|" || next === ":")
      this.#fail("a transformer stands before the bracket: name~pluck(code)[code]");
    if (!["", ",", "]", ")"].includes(next)) this.#fail("after a bracket comes a comma");
    return fields;
  }

  #transformers(): FieldTransformer[] {
    const found: FieldTransformer[] = [];
    for (;;) {
      this.#peek();
      const start = this.#position;
      if (!this.#take("~") && !this.#take("|") && !this.#take("::")) return found;
      found.push(this.#transformer(start));
    }
  }

  #transformer(start: number): FieldTransformer {
    const name = this.#word(/[^\s,[\]()~:|]/);
    switch (name) {
      case "size":
      case "isEmpty":
      case "isNotEmpty":
        return { name };
      case "rename": {
        const argument = this.#argument();
        if (argument === undefined || argument === "")
          this.#fail("'~rename' needs a name: ~rename(name)", start);
        return { name, argument };
      }
      case "pluck":
      case "keyBy": {
        const argument = this.#argument();
        if (argument === "") this.#fail(`'~${name}' needs a name in its parentheses`, start);
        return argument === undefined ? { name } : { name, argument };
      }
      default:
        return this.#fail(`'~${name}' is not a transformer: the server ignores it`, start);
    }
  }

  /** What stands in parentheses after the name of a transformer; `undefined` without them. */
  #argument(): string | undefined {
    this.#peek();
    const start = this.#position;
    if (!this.#take("(")) return undefined;
    const end = this.#text.indexOf(")", this.#position);
    if (end < 0) this.#fail("'(' is not closed", start);
    const argument = this.#text.slice(this.#position, end).trim();
    if (argument !== "" && !/^[\p{L}\p{N}]+$/u.test(argument))
      this.#fail(`'${argument}' is no name`, this.#position);
    this.#position = end + 1;
    return argument;
  }

  #preset(name: string, start: number): FieldsPreset {
    const preset = fieldsPresets.find((one) => one === name);
    return preset ?? this.#fail(`'${name}' is not a preset: the server ignores it`, start);
  }

  #excluded(text: string, start: number): string {
    const name = text.slice(1);
    if (name === "*" || name.startsWith(":"))
      this.#fail(`'${text}' excludes nothing: name the properties`, start);
    return this.#property(name, start);
  }

  #property(name: string, start: number): string {
    if (name === "") this.#fail("a property name is missing", start);
    const [, first, rest] = /^([^.]*)\.(.*)$/.exec(name) ?? [];
    if (first !== undefined) this.#fail(`'${name}' is no path here: write ${first}[${rest}]`, start);
    if (!/^[\p{L}\p{N}]+$/u.test(name)) this.#fail(`'${name}' is not a property name`, start);
    return name;
  }

  /** Reads as long as signs are of that kind; `::` ends a name, a single `:` may begin one. */
  #word(kind: RegExp): string {
    this.#peek();
    let word = "";
    for (;;) {
      const sign = this.#text[this.#position];
      if (sign === undefined || !kind.test(sign) || this.#text.startsWith("::", this.#position)) return word;
      word += sign;
      this.#position += 1;
      if (sign === "!" || sign === ":") this.#peek();
    }
  }

  #take(token: string): boolean {
    this.#peek();
    if (!this.#text.startsWith(token, this.#position)) return false;
    this.#position += token.length;
    return true;
  }

  /** The next sign that is not white space; `""` at the end. */
  #peek(): string {
    while (/\s/.test(this.#text[this.#position] ?? "")) this.#position += 1;
    return this.#text[this.#position] ?? "";
  }

  #fail(reason: string, position: number = this.#position): never {
    throw new QueryError("QUERY.FIELDS", reason, this.#text, position);
  }
}
