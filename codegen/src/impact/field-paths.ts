import { unknownPart } from "./static-text.ts";

/** A property that a query names, as a path from the queried model: `["categoryCombo", "name"]`. */
export interface NamedPath {
  readonly path: readonly string[];
  /** Where the last name stands in the text. */
  readonly offset: number;
}

const nameAt = /[A-Za-z_]\w*/y;

/**
 * The properties that a `fields` text names, in brackets too. Presets, stars, exclusions and what transformers are
 * called are no uses; what cannot be read is left out, for the types say so already.
 */
export function fieldPaths(text: string): NamedPath[] {
  const found: NamedPath[] = [];
  const owners: string[][] = [[]];
  let last: readonly string[] = [];
  let at = 0;
  while (at < text.length) {
    const letter = text[at] ?? "";
    if (letter === "[" || letter === "(") {
      owners.push([...last]);
      at += 1;
    } else if (letter === "]" || letter === ")") {
      last = owners.pop() ?? [];
      at += 1;
    } else if (letter === "~" || letter === "|" || letter === ":" || letter === "!") {
      at = skipWord(text, at);
    } else {
      nameAt.lastIndex = at;
      const [name] = nameAt.exec(text) ?? [];
      if (name === undefined) {
        at += 1;
        continue;
      }
      // A dot goes on with the path before it: `categoryCombo.name`.
      const owner = text[at - 1] === "." ? last : (owners.at(-1) ?? []);
      last = [...owner, name];
      // Only a part of the name is known where it is put together at run time.
      const isWhole = text[at - 1] !== unknownPart && text[at + name.length] !== unknownPart;
      if (isWhole) found.push({ path: last, offset: at });
      at += name.length;
    }
  }
  return found;
}

/** A preset, an exclusion or a transformer with its argument: up to the next comma or bracket that is not its own. */
function skipWord(text: string, from: number): number {
  const [word = ""] = /^[~|:!]+[\w]*(?:\([^)]*\))?/.exec(text.slice(from)) ?? [];
  return from + Math.max(1, word.length);
}

/** The property that a filter or an order begins with: `categoryCombo.name` of `categoryCombo.name:eq:x`. */
export function leadingPath(text: string): NamedPath[] {
  const [names] = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/.exec(text) ?? [];
  if (names === undefined) return [];
  const parts = names.split(".");
  let offset = 0;
  return parts.map((part, index) => {
    const place = offset;
    offset += part.length + 1;
    return { path: parts.slice(0, index + 1), offset: place };
  });
}
