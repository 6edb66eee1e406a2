import type { Json } from "../store/values.ts";
import { parsedJson } from "./parsed-json.ts";

/** A body that the server's JSON reader refuses, with the reader's own message. */
export class MalformedJson extends Error {
  override readonly name = "MalformedJson";
  /** What is wrong, without the place. */
  readonly problem: string;
  /** Whether the text does not parse at all, rather than holding values of the wrong kind. */
  readonly syntax: boolean;

  constructor(problem: string, place: string, syntax: boolean) {
    super(`${problem}${place}`);
    this.problem = problem;
    this.syntax = syntax;
  }
}

/** Path to a value inside a JSON document. */
export type JsonPath = readonly (string | number)[];

/** A parsed body that knows where its values stand in the text. */
export interface LocatedJson {
  readonly value: Json;
  /** ` at [Source: …; line: 1, column: 13]` of the value at a path. */
  place(path: JsonPath): string;
}

const source = "Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled)";
const bracketed = (line: number, column: number): string => `[${source}; line: ${line}, column: ${column}]`;

/** Parses a body; throws {@link MalformedJson} as the server's reader would. */
export function parseLocated(text: string): LocatedJson {
  if (text.trim() === "")
    throw new MalformedJson("No content to map due to end-of-input", `\n at [${source}; line: 1]`, false);
  const value = parsedJson(text);
  if (value === undefined) throw syntaxErrorOf(text);
  return {
    value,
    place: (path) => {
      const { line, column } = positionOf(text, startOf(text, path));
      return `\n at ${bracketed(line, column)}`;
    },
  };
}

/** JSON that was not read from a text, so that its places are unknown. */
export function unlocated(value: Json): LocatedJson {
  return { value, place: () => "\n at [Source: UNKNOWN; byte offset: #UNKNOWN]" };
}

/** A text that does not parse: cut off inside a bracket, or with a character that does not belong. */
function syntaxErrorOf(text: string): MalformedJson {
  const open: { readonly char: string; readonly at: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') {
      const end = endOfString(text, at);
      if (end === undefined) {
        const { line, column } = positionOf(text, text.length);
        return new MalformedJson(
          "Unexpected end-of-input: was expecting closing quote for a string value",
          `\n at ${bracketed(line, column)}`,
          true,
        );
      }
      at = end;
      continue;
    }
    if (char === "{" || char === "[") open.push({ char, at });
    if (char === "}" || char === "]") open.pop();
    at += 1;
  }
  const end = positionOf(text, text.length);
  const unclosed = open.at(-1);
  if (unclosed !== undefined && /[:,]\s*$/.test(text)) {
    const kind = unclosed.char === "{" ? "Object" : "Array";
    return new MalformedJson(
      `Unexpected end-of-input within/between ${kind} entries`,
      `\n at ${bracketed(end.line, end.column)}`,
      true,
    );
  }
  if (unclosed !== undefined) {
    const start = positionOf(text, unclosed.at);
    const kind = unclosed.char === "{" ? "Object" : "Array";
    return new MalformedJson(
      `Unexpected end-of-input: expected close marker for ${kind} (start marker at ${bracketed(start.line, start.column)})`,
      `\n at ${bracketed(end.line, end.column)}`,
      true,
    );
  }
  const wrong = /^\s*[{["\d-]/.test(text) ? text.length : (/\S/.exec(text)?.index ?? 0);
  const { line, column } = positionOf(text, wrong);
  const word = /^[\w$]+/.exec(text.slice(wrong))?.[0] ?? text.charAt(wrong);
  return new MalformedJson(
    `Unrecognized token '${word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`,
    `\n at ${bracketed(line, column + word.length)}`,
    true,
  );
}

function positionOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const lastBreak = before.lastIndexOf("\n");
  return { line: before.split("\n").length, column: at - lastBreak };
}

/** Offset at which the value at a path begins; the document itself begins at its first character. */
function startOf(text: string, path: JsonPath): number {
  let at = skipSpace(text, 0);
  for (const step of path) {
    const inside = skipSpace(text, at + 1);
    at = typeof step === "number" ? itemStart(text, inside, step) : memberStart(text, inside, step);
  }
  return at;
}

function itemStart(text: string, from: number, index: number): number {
  let at = from;
  for (let passed = 0; passed < index; passed++)
    at = skipSpace(text, skipSpace(text, endOfValue(text, at)) + 1);
  return at;
}

function memberStart(text: string, from: number, name: string): number {
  let at = from;
  while (text.charAt(at) === '"') {
    const keyEnd = endOfString(text, at) ?? text.length;
    const isWanted = JSON.parse(text.slice(at, keyEnd)) === name;
    const value = skipSpace(text, skipSpace(text, keyEnd) + 1);
    if (isWanted) return value;
    at = skipSpace(text, skipSpace(text, endOfValue(text, value)) + 1);
  }
  return at;
}

function endOfValue(text: string, from: number): number {
  const first = text.charAt(from);
  if (first === '"') return endOfString(text, from) ?? text.length;
  if (first !== "{" && first !== "[") {
    const rest = /[,\]}\s]/g;
    rest.lastIndex = from;
    return rest.exec(text)?.index ?? text.length;
  }
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') at = (endOfString(text, at) ?? text.length) - 1;
    else if (char === "{" || char === "[") depth += 1;
    else if (char === "}" || char === "]") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function endOfString(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\\") at += 1;
    else if (char === '"') return at + 1;
  }
  return undefined;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at += 1;
  return at;
}
