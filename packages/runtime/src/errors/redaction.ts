import { isObject } from "../is-object.ts";

/** Replaces secrets in a text. */
export type Redact = (text: string) => string;

/** The same JSON value with secrets replaced in its texts. */
export function redactJson(value: unknown, redact: Redact): unknown {
  return JSON.parse(JSON.stringify(value ?? null), (_key, part: unknown) =>
    typeof part === "string" ? redact(part) : part,
  );
}

/**
 * What may stand as the cause of our error: the same object where nothing in it can show a secret,
 * otherwise a copy of its texts without them.
 */
export function redactCause(cause: unknown, redact: Redact): unknown {
  if (isHarmless(cause, redact, 0)) return cause;
  if (!(cause instanceof Error)) return redact(String(cause));
  const copy = new Error(redact(cause.message), { cause: redactCause(cause.cause, redact) });
  copy.name = cause.name;
  copy.stack = redact(cause.stack ?? "");
  return copy;
}

/** Texts without secrets, and errors or lists made of such; anything else (a Request, say) may print its headers. */
function isHarmless(value: unknown, redact: Redact, depth: number): boolean {
  if (typeof value === "string") return redact(value) === value;
  if (!isObject(value)) return typeof value !== "function";
  if (depth > 8 || !(value instanceof Error || Array.isArray(value))) return false;
  return Reflect.ownKeys(value).every((key) => isHarmless(Reflect.get(value, key), redact, depth + 1));
}
