/** A snapshot's texts may hold control characters, which neither a terminal nor a log may see. */
export const printable = (text: string): string =>
  text.replace(/\p{Cc}/gu, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`);
