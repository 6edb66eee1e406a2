const prime = 0x01000193;

/** Twelve hex digits of a text: two 32-bit FNV-1a hashes from different starts, of which 48 bits are kept. */
export function fingerprint(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01234567];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, prime);
    other = Math.imul(other ^ unit, prime);
  }
  return (hex(one) + hex(other)).slice(0, 12);
}

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, "0");
