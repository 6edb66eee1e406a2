/** Twelve hex digits of a text: two 32-bit FNV-1a hashes from different starts, of which 48 bits are kept. */
export function fingerprint(text: string): string {
  return (fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x01234567)).slice(0, 12);
}

function fnv1a(text: string, start: number): string {
  let hash = start;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
