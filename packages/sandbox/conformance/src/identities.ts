import { replaceIdentifiers } from "./kinds.ts";

/** Identifiers of which only is known that one set stands for the other. */
interface Undecided {
  readonly recorded: Set<string>;
  readonly sandbox: Set<string>;
}

/**
 * Which identifier of the sandbox stands for which recorded one: one to one, learned from the answers in
 * which they first appear. What a request chose is no server's to make and stands for itself.
 */
export class Identities {
  readonly #toSandbox = new Map<string, string>();
  readonly #toRecorded = new Map<string, string>();
  readonly #chosen = new Set<string>();
  readonly #undecided = new Map<string, Undecided>();
  #journal: string[] = [];

  /** The text of a recorded request as the sandbox must be asked; what is not known is the caller's choice. */
  translate(text: string): string {
    return replaceIdentifiers(text, (recorded) => {
      const known = this.#toSandbox.get(recorded) ?? this.#decide(recorded);
      if (known === undefined) this.#chosen.add(recorded);
      return known ?? recorded;
    });
  }

  /** Whether the two can be the same thing; remembers them if so. */
  match(recorded: string, sandbox: string): boolean {
    const known = this.#toSandbox.get(recorded);
    if (known !== undefined) return known === sandbox;
    if (this.#toRecorded.has(sandbox)) return false;
    if (recorded !== sandbox && (this.#chosen.has(recorded) || this.#chosen.has(sandbox))) return false;
    const candidates = this.#undecided.get(recorded);
    if (candidates !== undefined && !candidates.sandbox.has(sandbox)) return false;
    this.#learn(recorded, sandbox);
    return true;
  }

  /** Whether it is known what the recorded identifier stands for. */
  knows(recorded: string): boolean {
    return this.#toSandbox.has(recorded);
  }

  /** Remembers that the two sets belong together, one way or another; `false` where they cannot. */
  matchUndecided(recorded: readonly string[], sandbox: readonly string[]): boolean {
    const group: Undecided = { recorded: new Set(recorded), sandbox: new Set(sandbox) };
    if (group.recorded.size !== group.sandbox.size) return false;
    for (const one of group.recorded) if (!this.#undecided.has(one)) this.#undecided.set(one, group);
    return true;
  }

  /** The name under which both sides know an identifier; `undefined` while nobody knows it. */
  nameOf(identifier: string, side: "recorded" | "sandbox"): string | undefined {
    if (side === "sandbox")
      return this.#toRecorded.has(identifier) ? identifier : this.#chosenName(identifier);
    return this.#toSandbox.get(identifier) ?? this.#chosenName(identifier);
  }

  /** A point to return to with {@link rollback}. */
  mark(): number {
    return this.#journal.length;
  }

  /** Forgets what was learned since the mark. */
  rollback(mark: number): void {
    for (const recorded of this.#journal.splice(mark)) {
      const sandbox = this.#toSandbox.get(recorded);
      this.#toSandbox.delete(recorded);
      if (sandbox !== undefined) this.#toRecorded.delete(sandbox);
    }
  }

  #chosenName(identifier: string): string | undefined {
    return this.#chosen.has(identifier) ? identifier : undefined;
  }

  #learn(recorded: string, sandbox: string): void {
    this.#toSandbox.set(recorded, sandbox);
    this.#toRecorded.set(sandbox, recorded);
    this.#journal.push(recorded);
  }

  /** A request needs one of an undecided set: any that is still free will do. */
  #decide(recorded: string): string | undefined {
    const candidates = this.#undecided.get(recorded)?.sandbox ?? [];
    for (const sandbox of candidates) {
      if (this.#toRecorded.has(sandbox)) continue;
      this.#learn(recorded, sandbox);
      return sandbox;
    }
    return undefined;
  }
}
