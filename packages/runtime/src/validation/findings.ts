import { driftOf } from "./drift.ts";
import { type FindingPath, issuesOf, pathOf, type Schema, type SchemaIssue, valueAt } from "./schema.ts";

/** One thing in which a value and its schema differ. */
export interface ValidationFinding {
  /**
   * `invalid`: the schema refuses it. `unknown-key`, `unknown-member`: the server sent what the schema does not know;
   * the value keeps it.
   */
  readonly kind: "invalid" | "unknown-key" | "unknown-member";
  readonly path: FindingPath;
  /** `categories[0].id: expected string, received undefined` */
  readonly message: string;
}

/** What a schema says against a value: each issue, and each key that a strict schema does not know. */
export function findingsOf(schema: Schema, value: unknown): readonly ValidationFinding[] {
  return issuesOf(schema, value).flatMap((issue) => {
    const path = pathOf(issue);
    const { code, keys } = issue;
    return code === "unrecognized_keys" && Array.isArray(keys)
      ? keys.map((key) => invalid([...path, key], "unknown key"))
      : [invalid(path, describe(issue, valueAt(value, path)))];
  });
}

const invalid = (path: FindingPath, what: string): ValidationFinding => ({
  kind: "invalid",
  path,
  message: path.length === 0 ? what : `${pathText(path)}: ${what}`,
});

/**
 * The same for what was read, with what the schema does not know. Of a selection (`fields`) only what came is
 * judged, and nothing that a transformer made into something else.
 */
export function readFindings(
  schema: Schema,
  value: unknown,
  fields: string | undefined,
): readonly ValidationFinding[] {
  const drift = driftOf(schema, value).map(
    ({ kind, path, value: received }): ValidationFinding => ({
      kind,
      path,
      message: `${pathText(path)}: ${kind === "unknown-key" ? "unknown key" : `unknown member ${String(received)}`}`,
    }),
  );
  const all = [...findingsOf(schema, value), ...drift];
  if (fields === undefined) return all;
  const changed = transformedNames(fields);
  const asked = new Set(fields.match(/\w+/g));
  return all.filter(({ kind, path }) => {
    if (path.some((step) => typeof step === "string" && changed.has(step))) return false;
    if (kind === "invalid") return valueAt(value, path) !== undefined;
    // What the caller names is no surprise: the UID of an attribute is a key, too.
    return kind !== "unknown-key" || !asked.has(String(path.at(-1)));
  });
}

/** Names in a selection whose values are not what the model says: `groups` and `n` of `groups~size~rename(n)`. */
function transformedNames(fields: string): ReadonlySet<string> {
  const named = [...fields.matchAll(/(\w+)\s*(?:\[[^\]]*\])?(?:~|::|\|)|rename\((\w+)\)/g)];
  return new Set(named.flatMap(([, transformed = "", renamed = ""]) => [transformed, renamed]));
}

/** `categories[0].id`; the whole value has no path. */
function pathText(path: FindingPath): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === "number" ? `${text}[${step}]` : text === "" ? String(step) : `${text}.${String(step)}`,
    "",
  );
}

/** zod/mini says "Invalid input" to everything and leaves the words to whoever shows it. */
function describe(issue: SchemaIssue, received: unknown): string {
  const { code, expected, origin, minimum, maximum, values } = issue;
  const unit = origin === "string" ? " characters" : "";
  if (code !== undefined && received === undefined) return "is missing";
  switch (code) {
    case "invalid_type":
      return `expected ${textOf(expected)}, received ${typeName(received)}`;
    case "too_big":
      return `at most ${textOf(maximum)}${unit}`;
    case "too_small":
      return `at least ${textOf(minimum)}${unit}`;
    case "invalid_value":
      return `${JSON.stringify(received)} is none of ${textOf(values)}`;
    case "invalid_union":
      return `${typeName(received)} of none of the shapes that it may have`;
    default:
      return issue.message;
  }
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value));

const typeName = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
