/** A source of numbers that gives the same ones for the same state (mulberry32). */
export class SeededRandom {
  state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** The next number in [0, 1). */
  readonly next = (): number => {
    const state = (this.state + 0x6d2b79f5) >>> 0;
    this.state = state;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const alphabet = `0123456789${letters}`;

/** A new UID: a letter, then ten letters or digits. */
export function makeUid(random: () => number): string {
  const pick = (from: string): string => from.charAt(Math.floor(random() * from.length));
  let uid = pick(letters);
  while (uid.length < 11) uid += pick(alphabet);
  return uid;
}

/** A new UUID. */
export function makeUuid(random: () => number): string {
  const digit = (): string => Math.floor(random() * 16).toString(16);
  return "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replaceAll("x", digit);
}

/** Whether a text has the form of a UID. */
export function isUid(text: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9]{10}$/.test(text);
}
