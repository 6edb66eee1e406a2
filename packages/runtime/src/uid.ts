const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";

/** A new random UID as DHIS2 accepts it: a letter, then ten letters or digits. */
export function generateUid(): string {
  let uid = "";
  while (uid.length < 11) {
    const alphabet = uid === "" ? letters : letters + digits;
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      // Bytes above the last whole multiple would favour the first characters.
      if (byte < 256 - (256 % alphabet.length)) {
        uid += alphabet[byte % alphabet.length];
        break;
      }
    }
  }
  return uid;
}

/** Whether a value has the form of a UID; says nothing about whether such an object exists. */
export function isUid(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z][A-Za-z0-9]{10}$/.test(value);
}
