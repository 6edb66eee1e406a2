import { driftOf } from "./drift.ts";
import { type Difference, differencesOf, findingAt, type ValidationFinding } from "./findings.ts";
import { pathOf, type Schema, type SchemaIssue, valueAt } from "./schema.ts";

/**
 * What a schema says against a value that was read, with what the schema does not know. Of a selection (`fields`) only
 * what came is judged, and nothing that a transformer made into something else.
 */
export function readFindings(
  schema: Schema,
  value: unknown,
  fields: string | undefined,
): readonly ValidationFinding[] {
  return readDifferences(schema, value, fields).map((difference) => findingAt([], difference));
}

/** The same before it has its words. */
export function readDifferences(
  schema: Schema,
  value: unknown,
  fields: string | undefined,
): readonly Difference[] {
  const drift = driftOf(schema, value).map(
    ({ kind, path, value: received }): Difference => ({
      kind,
      path,
      what: kind === "unknown-key" ? "unknown key" : `unknown member ${String(received)}`,
    }),
  );
  const all = [...differencesOf(schema, value), ...drift];
  if (fields === undefined) return all;
  const changed = transformedNames(fields);
  const asked = new Set(fields.match(/\w+/g));
  return all.filter(({ kind, path, alternatives = [] }) => {
    if (path.some((step) => typeof step === "string" && changed.has(step))) return false;
    const held = valueAt(value, path);
    if (kind === "invalid") return held !== undefined && !alternatives.some((one) => lacksOnly(held, one));
    // What the caller names is no surprise: the UID of an attribute is a key, too.
    return kind !== "unknown-key" || !asked.has(String(path.at(-1)));
  });
}

/** Whether all that issues say of a value is that parts are missing. */
const lacksOnly = (value: unknown, issues: readonly SchemaIssue[]): boolean =>
  issues.every((issue) => pathOf(issue).length > 0 && valueAt(value, pathOf(issue)) === undefined);

/**
 * Names in a selection whose values are not what the model says: `groups` and `n` of `groups~size~rename(n)`. A
 * selection that the client would not send is read, too: servers take a transformer after brackets.
 */
function transformedNames(fields: string): ReadonlySet<string> {
  const transformed = new Set<string>();
  const open: string[] = [];
  let name = "";
  for (const [token] of fields.matchAll(/\w+|::|[~|[\]()]/g)) {
    if (token === "[" || token === "(") open.push(name);
    else if (token === "]" || token === ")") name = open.pop() ?? "";
    else if (/\w/.test(token)) {
      name = token;
      if (open.at(-1) === "rename") transformed.add(name);
    } else transformed.add(name);
  }
  return transformed;
}
