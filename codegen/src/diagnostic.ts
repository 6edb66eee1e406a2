/** What stopped a command, for the person at the terminal: what, why, and what to do next. */
export interface DiagnosticContent {
  /** `NAMESPACE.SUBCODE`, listed in ERRORS.md. */
  readonly code: string;
  readonly summary: string;
  readonly why: string;
  readonly next: string;
}

/** The person at the terminal answered a question with Ctrl+C or the end of input; exit code 3. */
export class Declined extends Error {
  override readonly name = "Declined";
}

/** A command could not do its work, for a reason that its user can act on; exit code 2. */
export class Diagnostic extends Error {
  readonly code: string;
  readonly summary: string;
  readonly why: string;
  readonly next: string;

  constructor(content: DiagnosticContent, options?: ErrorOptions) {
    super(`${content.summary}: ${content.why} [${content.code}]`, options);
    this.name = "Diagnostic";
    this.code = content.code;
    this.summary = content.summary;
    this.why = content.why;
    this.next = content.next;
  }
}
