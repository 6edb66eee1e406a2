/** Which part of a query is wrong. */
export type QueryErrorCode = "QUERY.FIELDS" | "QUERY.FILTER" | "QUERY.ORDER";

/**
 * A text of `fields`, `filter` or `order` that is not sent, because the server would misread or ignore it.
 * `reason` is what the compiler says of the same text as a literal.
 */
export class QueryError extends TypeError {
  declare readonly code: QueryErrorCode;
  /** What is wrong, without the place. */
  declare readonly reason: string;
  /** The text as given. */
  declare readonly text: string;
  /** Where in the text, in UTF-16 units from 0. */
  declare readonly position: number;

  constructor(code: QueryErrorCode, reason: string, text: string, position: number) {
    // Of a long text, what stands around the place.
    const start = Math.max(0, position - 60);
    const end = position + 60;
    const excerpt = (start > 0 ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");
    super(`${reason} (at ${position} of ${JSON.stringify(excerpt)}) [${code}]`);
    Object.assign(this, { name: "QueryError", code, reason, text, position });
  }
}
