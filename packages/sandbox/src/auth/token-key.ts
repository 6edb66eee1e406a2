const digits = "0123456789";
const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const base62 = `${digits}${upper}${upper.toLowerCase()}`;

const prefix = "d2p_";
const codeLength = 44;
const checksumLength = 6;

/** A new personal access token: `d2p_`, 44 random characters, and the CRC-32 of these in base 62. */
export function makeTokenKey(random: () => number): string {
  let code = "";
  while (code.length < codeLength) code += base62.charAt(Math.floor(random() * base62.length));
  return `${prefix}${code}${checksumOf(code)}`;
}

/** Whether a text is a token by its form and checksum; it need not be anybody's. */
export function isTokenKey(text: string): boolean {
  if (!text.startsWith(prefix) || text.length !== prefix.length + codeLength + checksumLength) return false;
  const code = text.slice(prefix.length, -checksumLength);
  return text.endsWith(checksumOf(code));
}

function checksumOf(code: string): string {
  let rest = crc32(code);
  let checksum = "";
  while (checksum.length < checksumLength) {
    checksum = base62.charAt(rest % base62.length) + checksum;
    rest = Math.floor(rest / base62.length);
  }
  return checksum;
}

function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const char of text) {
    crc ^= char.charCodeAt(0) & 0xff;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
