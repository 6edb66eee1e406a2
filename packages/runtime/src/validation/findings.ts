import { type FindingPath, issuesOf, pathOf, type Schema, type SchemaIssue, valueAt } from "./schema.ts";

/** One thing in which a value and its schema differ. */
export interface ValidationFinding {
  /**
   * `invalid`: the schema refuses it. `unknown-key`, `unknown-member`: the server sent what the schema does not know;
   * the value keeps it.
   */
  readonly kind: "invalid" | "unknown-key" | "unknown-member";
  readonly path: FindingPath;
  /** Of the object that it is about, where that has one. */
  readonly uid?: string;
  /** `categories[0].id: expected string, received undefined` */
  readonly message: string;
}

/** A finding whose path may still get a place in front: that of the object among others. */
export interface Difference {
  readonly kind: ValidationFinding["kind"];
  readonly path: FindingPath;
  /** `expected string, received undefined` */
  readonly what: string;
  /** Kind of the issue, where the schema's vendor tells: `unrecognized_keys`, `invalid_type`. */
  readonly code?: unknown;
  /** Of a value that has alternatives: what each of them says, where the schema's vendor tells. */
  readonly alternatives?: readonly (readonly SchemaIssue[])[];
}

/** What a schema says against a value: each issue, and each key that a strict schema does not know. */
export function findingsOf(schema: Schema, value: unknown): readonly ValidationFinding[] {
  return differencesOf(schema, value).map((difference) => findingAt([], difference));
}

/** The same before it has its words; they tell of `sent`, where something else was judged in its place. */
export function differencesOf(schema: Schema, value: unknown, sent: unknown = value): readonly Difference[] {
  return issuesOf(schema, value).flatMap((issue) => {
    const path = pathOf(issue);
    const { code, keys, errors } = issue;
    return code === "unrecognized_keys" && Array.isArray(keys)
      ? keys.map((key): Difference => ({ kind: "invalid", path: [...path, key], what: "unknown key", code }))
      : [
          {
            kind: "invalid",
            path,
            what: describe(issue, valueAt(sent, path)),
            code,
            // As zod has them.
            ...(Array.isArray(errors) && { alternatives: errors as SchemaIssue[][] }),
          },
        ];
  });
}

/** A difference in words, `place` in front of its path. */
export function findingAt(place: FindingPath, { kind, path: inside, what }: Difference): ValidationFinding {
  const path = [...place, ...inside];
  return { kind, path, message: path.length === 0 ? what : `${pathText(path)}: ${what}` };
}

/** `categories[0].id`; the whole value has no path. */
function pathText(path: FindingPath): string {
  return path.reduce<string>(
    (text, step) =>
      // A patch appends at `-`.
      typeof step === "number" || step === "-"
        ? `${text}[${step}]`
        : text === ""
          ? String(step)
          : `${text}.${String(step)}`,
    "",
  );
}

/** zod/mini says "Invalid input" to everything and leaves the words to whoever shows it. */
function describe(issue: SchemaIssue, received: unknown): string {
  const { code, expected, origin, minimum, maximum, values } = issue;
  const bound = (value: unknown): string =>
    origin === "string" ? `${textOf(value)} character${value === 1 ? "" : "s"}` : textOf(value);
  if (code !== undefined && received === undefined) return "is missing";
  switch (code) {
    case "invalid_type":
      return `expected ${textOf(expected)}, received ${typeName(received)}`;
    case "too_big":
      return `at most ${bound(maximum)}`;
    case "too_small":
      return `at least ${bound(minimum)}`;
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
