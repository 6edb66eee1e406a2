/**
 * Whether a text is like an SQL pattern: `%` stands for any text, `_` for any character. No regular expression:
 * patterns come from outside, and `%a%a%a%…` would keep one busy for ever.
 */
export function likeTest(pattern: string, ignoresCase: boolean): (text: string) => boolean {
  if (ignoresCase) {
    const test = likeTest(pattern.toLowerCase(), false);
    return (text) => test(text.toLowerCase());
  }
  const parts = pattern.split("%");
  if (pattern.includes("_")) return wildcardTest(parts.map((part) => [...part]));
  const [first = "", ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    let at = first.length;
    if (!text.startsWith(first)) return false;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}

/** The same character by character, for patterns with `_`. */
function wildcardTest(parts: readonly (readonly string[])[]): (text: string) => boolean {
  const [first = [], ...rest] = parts;
  const last = rest.pop();
  return (text) => {
    const characters = [...text];
    if (!standsAt(first, characters, 0)) return false;
    if (last === undefined) return characters.length === first.length;
    let at = first.length;
    const end = characters.length - last.length;
    for (const part of rest) {
      while (at + part.length <= end && !standsAt(part, characters, at)) at += 1;
      if (at + part.length > end) return false;
      at += part.length;
    }
    return end >= at && standsAt(last, characters, end);
  };
}

const standsAt = (part: readonly string[], text: readonly string[], at: number): boolean =>
  part.every((character, index) =>
    character === "_" ? at + index < text.length : character === text[at + index],
  );
