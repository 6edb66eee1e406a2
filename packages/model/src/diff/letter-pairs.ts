/** The pairs of neighbouring letters of a name, by which it is compared with others. */
export class LetterPairs {
  readonly #counts = new Map<string, number>();
  readonly #total: number;
  /** The same two names meet at many places: a parameter of a hundred calls. */
  readonly #likeness = new Map<LetterPairs, number>();

  constructor(name: string) {
    this.#total = Math.max(0, name.length - 1);
    for (let at = 0; at < this.#total; at++) {
      const pair = name.slice(at, at + 2);
      this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1);
    }
  }
  /** Dice's coefficient: 1 for equal names, 0 for those without a pair of letters in common. */
  likenessTo(other: LetterPairs): number {
    let likeness = this.#likeness.get(other);
    if (likeness === undefined) {
      likeness = this.#compare(other);
      this.#likeness.set(other, likeness);
    }
    return likeness;
  }
  #compare(other: LetterPairs): number {
    const all = this.#total + other.#total;
    if (all === 0) return 0;
    let common = 0;
    for (const [pair, count] of this.#counts) common += Math.min(count, other.#counts.get(pair) ?? 0);
    return (2 * common) / all;
  }
}
