import { QueryError } from "../query-error.ts";
import { checkLevel } from "./check-level.ts";
import { type FieldsItem, type FieldsQuery, type FieldTransformer, fieldsPresets } from "./fields-query.ts";

/** More than any model's references make sense of, and well within the stack. */
const deepest = 100;

// What is read, each with the white space after it. A `::` ends a name, a single `:` or `!` may begin one.
const itemName = /((?:(?!::)(?:[!:]\s*|[^\s,[\]()~|]))*)\s*/y;
const transformerSign = /(~|\||::)\s*/y;
const transformerName = /([^\s,[\]()~:|]*)\s*/y;
const parentheses = /(\([^)]*\))\s*/y;
const opening = /([[(])\s*/y;
const closing = /([\])])\s*/y;
const comma = /(,)\s*/y;

/** An item and where it begins, so that what is wrong with it can be said of a place. */
export interface Placed<Item> {
  readonly item: Item;
  readonly position: number;
}

/**
 * Reads a `fields` text; white space beside a sign is dropped.
 *
 * @throws QueryError - `QUERY.FIELDS` for text that servers misread, ignore in part or answer with an empty
 * body. Unknown property names pass: they are found at compile time only.
 */
export function parseFields(text: string): FieldsQuery {
  // Between two reads this is the place of a sign, or the end.
  let position = text.search(/\S|$/);
  refuse(/[<>]/, 0, "'<' and '>' have no meaning in fields");
  refuse(/[^\s,[\]()~:|!]\s+[^\s,[\]()~:|!]/, 1, "a comma is missing between two names");
  const items = level(0);
  return position < text.length ? fail(`'${text[position]}' closes nothing`) : items;

  /** Items up to a closing bracket or the end. */
  function level(depth: number): FieldsQuery {
    if (depth > deepest) fail(`brackets stand deeper than ${deepest}`);
    const items: Placed<FieldsItem>[] = [];
    do items.push({ position, item: item(depth) });
    while (read(comma));
    checkLevel(items, fail);
    return items.map((placed) => placed.item);
  }

  function item(depth: number): FieldsItem {
    const start = position;
    const name = read(itemName).replace(/\s/g, "");
    const transformers: FieldTransformer[] = [];
    for (let place = position; read(transformerSign); place = position) transformers.push(transformer(place));
    const bracket = position;
    const sign = read(opening);
    if (/^([:!]|\*$)/.test(name)) {
      if (transformers.length > 0) fail(`'${name}' takes no transformer`, start);
      if (sign) fail(`'${name}' takes no brackets`, start);
      return presetOrExclusion(name, start);
    }
    checkName(name, start);
    const property = { kind: "property", name, transformers } as const;
    return sign ? { ...property, fields: block(sign, bracket, depth + 1) } : property;
  }

  function presetOrExclusion(name: string, start: number): FieldsItem {
    const preset = fieldsPresets.find((one) => one === name);
    if (preset) return { kind: "preset", name: preset };
    if (!name.startsWith("!")) fail(`'${name}' is not a preset: the server ignores it`, start);
    if (/^!(:|\*$)/.test(name)) fail(`'${name}' excludes nothing: name the properties`, start);
    return { kind: "exclusion", name: checkName(name.slice(1), start) };
  }

  function block(sign: string, start: number, depth: number): FieldsQuery {
    const fields = level(depth);
    const end = text[position];
    if (end === undefined) fail(`'${sign}' is not closed`, start);
    if (end !== (sign === "[" ? "]" : ")")) fail(`'${end}' closes another bracket`);
    read(closing);
    const next = text[position] ?? "";
    if (/[~|:]/.test(next)) fail("a transformer stands before the bracket: name~pluck(code)[code]");
    if (/[^,\])]/.test(next)) fail("after a bracket comes a comma");
    return fields;
  }

  function transformer(start: number): FieldTransformer {
    const name = read(transformerName);
    if (name === "size" || name === "isEmpty" || name === "isNotEmpty") return { name };
    if (name !== "rename" && name !== "pluck" && name !== "keyBy")
      return fail(`'~${name}' is not a transformer: the server ignores it`, start);
    const place = position;
    const argument = read(parentheses).slice(1, -1).trim();
    if (text[place] !== "(") return name === "rename" ? fail(unnamed, start) : { name };
    if (position === place) fail("'(' is not closed");
    if (argument === "")
      fail(name === "rename" ? unnamed : `'~${name}' needs a name in its parentheses`, start);
    if (!isName(argument)) fail(`'${argument}' is no name`, place + 1);
    return { name, argument };
  }

  function checkName(name: string, start: number): string {
    if (name === "") fail("a property name is missing", start);
    const [, first, rest] = /^([^.]*)\.(.*)$/.exec(name) ?? [];
    if (first !== undefined) fail(`'${name}' is no path here: write ${first}[${rest}]`, start);
    return isName(name) ? name : fail(`'${name}' is not a property name`, start);
  }

  function read(pattern: RegExp): string {
    pattern.lastIndex = position;
    const [all = "", token = ""] = pattern.exec(text) ?? [];
    position += all.length;
    return token;
  }

  function refuse(pattern: RegExp, offset: number, reason: string): void {
    const place = text.search(pattern);
    if (place >= 0) fail(reason, place + offset);
  }

  function fail(reason: string, place: number = position): never {
    throw new QueryError("QUERY.FIELDS", reason, text, place);
  }
}

const unnamed = "'~rename' needs a name: ~rename(name)";

const isName = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text);
