/** Which part of a query is wrong. */
export type QueryErrorCode = "QUERY.FIELDS" | "QUERY.FILTER" | "QUERY.ORDER";

/**
 * A text of `fields`, `filter` or `order` that is not sent, because the server would misread or ignore it.
 * `reason` is what the compiler says of the same text as a literal.
 */
export class QueryError extends TypeError {
  override readonly name = "QueryError";
  readonly code: QueryErrorCode;
  /** What is wrong, without the place. */
  readonly reason: string;
  /** The text as given. */
  readonly text: string;
  /** Where in the text, in UTF-16 units from 0. */
  readonly position: number;

  constructor(code: QueryErrorCode, reason: string, text: string, position: number) {
    super(`${reason} (at ${position} of ${JSON.stringify(excerpt(text, position))}) [${code}]`);
    this.code = code;
    this.reason = reason;
    this.text = text;
    this.position = position;
  }
}

/** The whole of a short text, what stands around the place in a long one. */
function excerpt(text: string, position: number): string {
  const [before, after] = [60, 60];
  if (text.length <= before + after) return text;
  const start = Math.max(0, position - before);
  const end = Math.min(text.length, position + after);
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}
