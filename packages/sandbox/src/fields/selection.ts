/** A step that changes a selected value on its way out: `~size`, `~rename(title)`. */
export interface Transformer {
  readonly name: string;
  readonly argument: string | undefined;
}

/** One selected name with what stands behind it. */
export interface SelectedField {
  readonly name: string;
  readonly transformers: readonly Transformer[];
  /** Undefined without brackets. */
  readonly children: Selection | undefined;
}

/** The content of one pair of brackets, or of a whole `fields` text. */
export interface Selection {
  /** Presets by name without the colon; `all` for `*`. */
  readonly presets: readonly string[];
  readonly fields: readonly SelectedField[];
  readonly excluded: readonly string[];
}

/** What `fields` says, and whether the server breaks on it (200 with an empty body). */
export interface ParsedFields {
  readonly selection: Selection;
  readonly broken: boolean;
}

interface Draft {
  presets: string[];
  fields: { name: string; transformers: Transformer[]; children: Draft | undefined }[];
  excluded: string[];
}

const deepestNesting = 500;

const newDraft = (): Draft => ({ presets: [], fields: [], excluded: [] });

/**
 * Reads `fields` as forgivingly as the server does: spaces and empty items are skipped, a bracket that is not
 * closed ends with the text, a transformer that is not closed is dropped.
 */
export function parseFields(text: string): ParsedFields {
  const root = newDraft();
  const stack: Draft[] = [root];
  let broken = false;
  let at = 0;
  let lastField: Draft["fields"][number] | undefined;

  while (at < text.length) {
    const char = text.charAt(at);
    const current = stack.at(-1) ?? root;
    if (char === "," || /\s/.test(char)) {
      at += 1;
      if (char === ",") lastField = undefined;
    } else if (char === "[" || char === "(") {
      at += 1;
      // Nobody nests so deep but to break something.
      if (stack.length > deepestNesting) return { selection: newDraft(), broken: true };
      const children = newDraft();
      if (lastField !== undefined) lastField.children = children;
      stack.push(children);
      lastField = undefined;
    } else if (char === "]" || char === ")") {
      at += 1;
      lastField = undefined;
      if (stack.length > 1) stack.pop();
      else broken = true;
    } else {
      const item = readItem(text, at);
      at = item.end;
      lastField = addItem(current, item);
    }
  }
  return { selection: root, broken: broken || namesTwiceInTwoWays(root) };
}

interface Item {
  readonly word: string;
  readonly transformers: Transformer[];
  readonly end: number;
}

const wordEnd = /[,[\]()~|\s]|::/g;

function readItem(text: string, start: number): Item {
  const transformers: Transformer[] = [];
  let end = endOfWord(text, start + (text.charAt(start) === ":" ? 1 : 0));
  const word = text.slice(start, end);
  for (;;) {
    const separator = /^\s*(~|\||::)\s*/.exec(text.slice(end, end + 64));
    if (separator === null) break;
    const nameStart = end + separator[0].length;
    const nameEnd = endOfWord(text, nameStart);
    end = nameEnd;
    if (text.charAt(end) !== "(") {
      transformers.push({ name: text.slice(nameStart, nameEnd), argument: undefined });
      continue;
    }
    const close = text.indexOf(")", end);
    if (close === -1) return { word, transformers, end: text.length };
    transformers.push({ name: text.slice(nameStart, nameEnd), argument: text.slice(end + 1, close) });
    end = close + 1;
  }
  return { word, transformers, end: Math.max(end, start + 1) };
}

function endOfWord(text: string, from: number): number {
  wordEnd.lastIndex = from;
  const match = wordEnd.exec(text);
  return match === null ? text.length : match.index;
}

function addItem(into: Draft, { word, transformers }: Item): Draft["fields"][number] | undefined {
  if (word === "*" || word === ":*") into.presets.push("all");
  else if (word.startsWith(":")) into.presets.push(word.slice(1));
  else if (word.startsWith("!")) into.excluded.push(word.slice(1));
  else {
    const field = { name: word, transformers, children: undefined };
    into.fields.push(field);
    return field;
  }
  return undefined;
}

/** Whether a property is asked for once with a transformer and once with brackets: the server gives up on that. */
function namesTwiceInTwoWays(draft: Draft): boolean {
  const transformed = new Set<string>();
  const opened = new Set<string>();
  for (const field of draft.fields) {
    if (field.transformers.length > 0) transformed.add(field.name);
    if (field.children !== undefined) {
      if (field.transformers.length === 0) opened.add(field.name);
      if (namesTwiceInTwoWays(field.children)) return true;
    }
  }
  return [...opened].some((name) => transformed.has(name));
}
