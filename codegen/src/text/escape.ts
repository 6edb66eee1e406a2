/**
 * Every text of a snapshot is hostile: these functions are the only way for one to reach generated source.
 */

/**
 * A string literal in double quotes that means exactly this text. Quotes and backslashes become code points: printers
 * that look for the end of a string by the character before a quote are not led astray.
 */
export function stringLiteral(text: string): string {
  return JSON.stringify(text)
    .replace(/\\(["\\])/g, (_match, char: string) => codePoint(char))
    .replace(/[\u2028\u2029]/g, codePoint);
}

const codePoint = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Text that is safe in a TSDoc comment: one line, cannot end the comment, starts no tag. */
export function commentText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, " ")
    .replace(/\s+/g, " ")
    .replaceAll("*/", "*\\/")
    .replace(/[@{}]/g, "\\$&")
    .trim();
}

/** Text that is safe in a line of Markdown. */
export function markdownText(text: string): string {
  return commentText(text).replace(/[<>`[\]|*_#]/g, "\\$&");
}

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;

const reservedTypeNames = new Set(
  (
    "any as asserts async await bigint boolean break case catch class const continue debugger declare default " +
    "delete do else enum export extends false finally for from function get if implements import in infer " +
    "instanceof interface is keyof let never new null number object of package private protected public " +
    "readonly require return set static string super switch symbol this throw true try type typeof undefined " +
    "unique unknown var void while with yield"
  ).split(" "),
);

/** An identifier for a type or constant of this name; different names give different identifiers. */
export function identifier(name: string): string {
  if (plainName.test(name)) return reservedTypeNames.has(name) ? `$${name}` : name;
  const escaped = name.replace(/[^A-Za-z0-9_]/g, (char) => `$${char.charCodeAt(0).toString(16)}$`);
  return /^[0-9]|^$/.test(escaped) ? `$$${escaped}` : escaped;
}

/** A property's name in a type: bare where that is possible. */
export function propertyKey(name: string): string {
  return plainName.test(name) ? name : stringLiteral(name);
}

/** A property's name in an object literal, where a bare `__proto__` would set the prototype. */
export function objectKey(name: string): string {
  return name === "__proto__" ? `["__proto__"]` : propertyKey(name);
}
