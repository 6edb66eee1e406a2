import { Refusal } from "../http/refusal.ts";

/** What a field makes of its value. */
export type GistTransform =
  | "AUTO"
  | "NONE"
  | "SIZE"
  | "IS_EMPTY"
  | "IS_NOT_EMPTY"
  | "IDS"
  | "ID_OBJECTS"
  | "MEMBER"
  | "NOT_MEMBER"
  | "PLUCK"
  | "FROM";

/** One field of a gist, as it was asked for. */
export interface GistField {
  /** Dotted path; `*` and `:owner` are presets, `!name` and `-name` leave out. */
  readonly path: string;
  readonly transform: GistTransform;
  readonly argument: string | undefined;
  /** Key in the answer; dots in it nest. */
  readonly name: string;
}

const transforms: readonly GistTransform[] = [
  "SIZE",
  "IS_EMPTY",
  "IS_NOT_EMPTY",
  "IDS",
  "ID_OBJECTS",
  "MEMBER",
  "NOT_MEMBER",
  "PLUCK",
  "FROM",
  "NONE",
];

/** A transformation by its name, however that is written: `id-objects`, `idObjects`; unknown ones do nothing. */
const byName = new Map(transforms.map((transform) => [transform.replaceAll("_", ""), transform]));

/** Reads `fields`; `a[b,c]` is `a.b,a.c`. */
export function parseGistFields(text: string): GistField[] {
  return splitOutsideBrackets(text).flatMap((part) => withInner(parseField(part)));
}

/** Pieces between the commas that stand in no brackets; empty ones at the end do not count. */
export function splitOutsideBrackets(text: string): string[] {
  const parts = splitWhere(text, ",", (square, round) => square || round);
  while (parts.at(-1) === "") parts.pop();
  return parts;
}

/** Splits at separators, but for those inside brackets: where the next bracket is one that closes. */
function splitWhere(
  text: string,
  separators: string,
  isInside: (square: boolean, round: boolean) => boolean,
): string[] {
  const parts: string[] = [];
  let [square, round, end] = [false, false, text.length];
  for (let at = text.length - 1; at >= 0; at--) {
    const char = text.charAt(at);
    if (char === "[" || char === "]") square = char === "]";
    else if (char === "(" || char === ")") round = char === ")";
    else if (separators.includes(char) && !isInside(square, round)) {
      parts.push(text.slice(at + 1, end));
      end = at;
    }
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

function parseField(text: string): GistField {
  const [path = "", ...steps] = splitWhere(text.replaceAll("::", "~"), "~@", (square) => square);
  let field: GistField = { path, transform: "AUTO", argument: undefined, name: path };
  for (const step of steps) {
    const open = step.indexOf("(");
    const name = (open === -1 ? step : step.slice(0, open)).replace(/[-_]/g, "").toUpperCase();
    const argument =
      open === -1 ? undefined : step.slice(open + 1, Math.max(step.lastIndexOf(")"), open + 1));
    if (name === "RENAME") field = { ...field, name: argument ?? path };
    else field = { ...field, transform: byName.get(name) ?? "AUTO", argument };
  }
  return field;
}

/** The fields in the brackets of one, each by its own path. */
function withInner(field: GistField): GistField[] {
  const open = field.path.indexOf("[");
  if (open === -1) return [field];
  const close = field.path.lastIndexOf("]");
  if (close <= open) throw new Refusal(500, `begin ${open + 1}, end ${close}, length ${field.path.length}`);
  const outer = field.path.slice(0, open);
  const name = field.name === field.path ? outer : field.name;
  return field.path
    .slice(open + 1, close)
    .split(",")
    .map(parseField)
    .map((inner) => ({ ...inner, path: `${outer}.${inner.path}`, name: `${name}.${inner.name}` }));
}
