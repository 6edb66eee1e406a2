/**
 * Lines of a snapshot's files by what stands there: the keys that subjects of changes have, and their labels. Read off
 * the canonical text, one key a line and one space a level; another text gives none.
 */
export type SubjectLines = ReadonlyMap<string, number>;

interface Line {
  /** From 1. */
  readonly number: number;
  readonly depth: number;
  /** The key, where the line begins with one. */
  readonly key: string | undefined;
  /** What follows, without a comma. */
  readonly value: string;
}

function* linesOf(text: string): Generator<Line> {
  let number = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const line = text.slice(start, end === -1 ? text.length : end);
    start = end === -1 ? text.length : end + 1;
    number += 1;
    const [, indent = "", key, value = ""] = /^( *)(?:("(?:[^"\\]|\\.)*"): )?(.*?),?$/.exec(line) ?? [];
    yield { number, depth: indent.length, key: key === undefined ? undefined : textOf(key), value };
  }
}

/** Lines of `schemas.json`: classes, properties, enums with their members, and resources. */
export function schemaLines(text: string): SubjectLines {
  const found = new Map<string, number>();
  const add = (key: string, line: number): void => {
    if (!found.has(key)) found.set(key, line);
  };
  let klass = "";
  let property: Property = { members: [] };
  for (const { number, depth, key, value } of linesOf(text)) {
    if (depth === 3 && key === "klass") {
      klass = textOf(value);
      add(klass, number);
      add(simple(klass), number);
    } else if (depth === 3 && key === "plural") add(textOf(value), number);
    else if (depth === 4 && value === "{") property = { members: [] };
    else if (depth === 4 && value === "}") addProperty(klass, property, add);
    else if (depth === 5 && key !== undefined) keep(property, key, value, number);
    else if (depth === 6 && key === undefined) property.members.push([textOf(value), number]);
  }
  return found;
}

/** What is read of a property, texts with the line that they stand in. */
interface Property {
  name?: [string, number];
  collectionName?: [string, number];
  klass?: [string, number];
  itemKlass?: [string, number];
  collection?: boolean;
  /** The only list that a property has is that of its constants. */
  readonly members: [string, number][];
}

function addProperty(owner: string, property: Property, add: (key: string, line: number) => void): void {
  const [name, line] = (property.collection === true ? property.collectionName : property.name) ?? [];
  if (name !== undefined && line !== undefined) {
    add(`${owner}#${name}`, line);
    add(`${simple(owner)}.${name}`, line);
  }
  const [klass] = (property.collection === true ? property.itemKlass : property.klass) ?? [];
  for (const [member, at] of klass === undefined ? [] : property.members) {
    add(String(klass), at);
    add(`${klass}#${member}`, at);
  }
}

function keep(property: Property, key: string, value: string, line: number): void {
  if (key === "name" || key === "collectionName" || key === "klass" || key === "itemKlass")
    property[key] = [textOf(value), line];
  if (key === "collection") property.collection = value === "true";
}

const methods: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
]);

/** Lines of `openapi.json`: operations with their parameters, bodies, answers and formats, and shapes. */
export function apiLines(text: string): SubjectLines {
  const found = new Map<string, number>();
  const path: string[] = [];
  for (const { number, depth, key, value } of linesOf(text)) {
    if (key === undefined) continue;
    path.length = depth;
    path[depth] = key;
    for (const subject of subjectsAt(path, value)) if (!found.has(subject)) found.set(subject, number);
  }
  return found;
}

/** The subjects that stand at a path of keys; the keys of an item of an array come after a place without a key. */
function subjectsAt([, first, second, third, ...rest]: readonly string[], value: string): string[] {
  if (second === undefined || third === undefined) return [];
  if (first === "components" && second === "schemas") {
    if (rest.length === 0) return [third];
    return rest.length === 2 && rest[0] === "properties" ? [`${third}.${rest[1]}`] : [];
  }
  if (first !== "paths" || !methods.has(third)) return [];
  const operation = `${third.toUpperCase()} ${second.replace(/\/(?=#|$)/, "")}`;
  const parts = partOf(rest, value);
  if (parts === undefined) return [];
  // Releases differ in whether `/api` belongs to the path.
  return [operation, operation.replace(" /", " /api/")].map((name) => [name, ...parts].join(" "));
}

function partOf(rest: readonly string[], value: string): readonly string[] | undefined {
  const [part, second, third, fourth] = rest;
  if (part === undefined) return [];
  if (part === "parameters" && rest.length === 3) {
    if (third === "name") return ["parameter", textOf(value)];
    if (third === "$ref") return ["parameter", textOf(value).replace(/^.*[./]/, "")];
  }
  if (part === "requestBody") {
    if (rest.length === 1) return ["body"];
    return second === "content" && rest.length === 3 ? ["body", mediaType(third)] : undefined;
  }
  if (part !== "responses" || second === undefined) return undefined;
  if (rest.length === 2) return ["response", second];
  return third === "content" && rest.length === 4 ? ["response", second, mediaType(fourth)] : undefined;
}

const mediaType = (name: string | undefined): string => (name ?? "").replace(/;.*$/, "");
const simple = (klass: string): string => klass.slice(klass.lastIndexOf(".") + 1);

/** A JSON text without its quotes; the text itself where it is none. */
function textOf(json: string): string {
  if (!json.startsWith('"')) return json;
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}
