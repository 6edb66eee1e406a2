import type { Change } from "@dhis2w/model";

/** What breaks or turns risky of calls, by method and path with variables filled in or not. */
export interface OperationChanges {
  readonly ofOperation: (method: string, path: string, hasBody: boolean) => readonly Change[];
  /** @param values - what the program sends, as far as it is written down */
  readonly ofParameter: (
    method: string,
    path: string,
    name: string,
    values: readonly string[],
  ) => readonly Change[];
  /** What a call that leaves a parameter out meets. */
  readonly missingParameters: (method: string, path: string) => readonly MissingParameter[];
}

export interface MissingParameter {
  readonly name: string;
  readonly change: Change;
}

/** Rules about a parameter that meet a call which leaves it out. */
const whereLeftOut: ReadonlySet<string> = new Set([
  "required-parameter-added",
  "parameter-required",
  "parameter-default-changed",
]);
/** Rules about a body that meet a call with one, or a call without. */
const withBody: ReadonlySet<string> = new Set([
  "body-removed",
  "request-format-removed",
  "request-shape-changed",
]);
const withoutBody: ReadonlySet<string> = new Set(["required-body-added", "body-required"]);

/** Indexes changes of operations and of what they carry. */
export function operationChanges(byLabel: ReadonlyMap<string, readonly Change[]>): OperationChanges {
  const known = operationIndex(byLabel.keys());
  const missing = missingIn(byLabel);
  const at = (key: string): readonly Change[] => byLabel.get(key) ?? [];
  return {
    ofOperation: (method, path, hasBody) =>
      known(method, path).flatMap((label) => [
        ...at(`operation ${label}`),
        ...at(`included ${label}`),
        ...at(`body ${label} body`).filter(({ rule }) => (hasBody ? withBody : withoutBody).has(rule)),
        ...(hasBody ? at(`media-type ${label} body application/json`) : []),
        ...[200, 201].flatMap((status) => at(`media-type ${label} response ${status} application/json`)),
        ...[200, 201, 204].flatMap((status) => at(`response ${label} response ${status}`)),
      ]),
    ofParameter: (method, path, name, values) =>
      known(method, path)
        .flatMap((label) => at(`parameter ${label} parameter ${name} (query)`))
        .filter((change) => !whereLeftOut.has(change.rule) && isSent(change, values)),
    missingParameters: (method, path) => known(method, path).flatMap((label) => missing.get(label) ?? []),
  };
}

/** What a call meets that leaves a parameter out, by the operation's label. */
function missingIn(
  byLabel: ReadonlyMap<string, readonly Change[]>,
): ReadonlyMap<string, readonly MissingParameter[]> {
  const missing = new Map<string, MissingParameter[]>();
  for (const [key, changes] of byLabel) {
    const [, label = "", name = ""] = /^parameter (.+) parameter (\w+) \(query\)$/.exec(key) ?? [];
    for (const change of changes)
      if (whereLeftOut.has(change.rule))
        missing.set(label, [...(missing.get(label) ?? []), { name, change }]);
  }
  return missing;
}

/** Whether a change of the values that a parameter takes meets what the program sends. */
function isSent({ rule, before }: Change, values: readonly string[]): boolean {
  if (rule !== "parameter-value-removed" || values.length === 0 || before === undefined) return true;
  const gone = new Set(before.split(", "));
  return values.some((value) => gone.has(value));
}

/** Labels of the operations that a method and a path may mean: `{uid}` stands for one segment. */
function operationIndex(keys: Iterable<string>): (method: string, path: string) => readonly string[] {
  const known = new Map<string, RegExp>();
  for (const key of keys) {
    const [, label] =
      /^(?:operation|included|parameter|body|response|media-type) ([A-Z]+ \/[^ ]*)/.exec(key) ?? [];
    if (label === undefined || known.has(label)) continue;
    const pattern = label
      .replace(/#.*$/, "")
      .split(/\{[^}]*\}/)
      .map((part) => part.replaceAll(/[^\w/ ]/g, "\\$&"))
      .join("[^/]+");
    known.set(label, new RegExp(`^${pattern}$`));
  }
  const answers = new Map<string, readonly string[]>();
  return (method, path) => {
    const asked = `${method} ${path.replace(/\/$/, "")}`;
    const labels =
      answers.get(asked) ?? [...known].flatMap(([label, pattern]) => (pattern.test(asked) ? [label] : []));
    answers.set(asked, labels);
    return labels;
  };
}
