import type { $ZodCheck, $ZodCheckDef, $ZodRawIssue } from "zod/v4/core";

/** A check that tells zod what it is, so that a JSON Schema made of a schema has it, and a walker finds it in `def`. */
export const check = <Value>(
  def: $ZodCheckDef & Readonly<Record<string, unknown>>,
  issueOf: (value: Value) => $ZodRawIssue | undefined,
): $ZodCheck<Value> => ({
  _zod: {
    def,
    onattach: [({ _zod }) => void Object.assign(_zod.bag, def)],
    check({ value, issues }) {
      const issue = issueOf(value);
      if (issue !== undefined) issues.push(issue);
    },
  },
});
