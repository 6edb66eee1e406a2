import { readFileSync } from "node:fs";
import { Diagnostic } from "../diagnostic.ts";

/** A finding that somebody looked at and lives with: a row of the file of accepted findings. */
export interface AcceptedFinding {
  readonly fingerprint: string;
  readonly reason: string;
}

/**
 * Reasons by fingerprint, from a file `{ "accepted": [{ "fingerprint": "…", "reason": "…" }] }`.
 *
 * @throws Diagnostic with `DIFF.BAD_ACCEPTED`
 */
export function readAccepted(file: string): ReadonlyMap<string, string> {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw malformed(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
  const rows: unknown = Object(document).accepted;
  if (!Array.isArray(rows)) throw malformed(file, "It has no list 'accepted'.");
  return new Map(
    rows.map((row: unknown, index) => {
      if (!isFinding(row))
        throw malformed(file, `/accepted/${index} needs a fingerprint of 12 hex digits and a reason.`);
      return [row.fingerprint, row.reason];
    }),
  );
}

function isFinding(row: unknown): row is AcceptedFinding {
  const { fingerprint, reason } = Object(row) as Partial<Record<string, unknown>>; // Object() wraps what is none
  return (
    typeof fingerprint === "string" &&
    /^[0-9a-f]{12}$/.test(fingerprint) &&
    typeof reason === "string" &&
    reason.trim() !== ""
  );
}

const malformed = (file: string, why: string, cause?: unknown): Diagnostic =>
  new Diagnostic(
    {
      code: "DIFF.BAD_ACCEPTED",
      summary: `${file} cannot be used as a list of accepted findings`,
      why,
      next: 'Write { "accepted": [{ "fingerprint": "0123456789ab", "reason": "why you live with it" }] }.',
    },
    { cause },
  );
