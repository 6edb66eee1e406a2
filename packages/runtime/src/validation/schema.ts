/** Where in a value a finding is: `["categories", 0, "id"]`. */
export type FindingPath = readonly PropertyKey[];

/** One thing that a schema says against a value; all but the first two is what zod adds. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: unknown;
  /** Of `invalid_type`. */
  readonly expected?: unknown;
  /** Of `invalid_value`. */
  readonly values?: unknown;
  /** Of `too_big` and `too_small`: `string`, `number`. */
  readonly origin?: unknown;
  readonly maximum?: unknown;
  readonly minimum?: unknown;
  /** Of `unrecognized_keys`. */
  readonly keys?: unknown;
  /** Of `invalid_union`: what each alternative says, with paths from the value on. */
  readonly errors?: unknown;
}

/**
 * A schema of any library that keeps to Standard Schema, as every zod schema does. Only its shape is named here: a
 * bundle that hands over no schema carries none.
 */
export interface Schema {
  readonly "~standard": {
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly issues?: readonly SchemaIssue[] | undefined }
      | Promise<{ readonly issues?: readonly SchemaIssue[] | undefined }>;
  };
}

/**
 * What a schema says against a value.
 *
 * @throws TypeError for a schema that answers later: none of the generated ones does.
 */
export function issuesOf(schema: Schema, value: unknown): readonly SchemaIssue[] {
  const result = schema["~standard"].validate(value);
  if (result instanceof Promise) throw new TypeError("a schema must answer at once, not by a promise");
  return result.issues ?? [];
}

/** The path of an issue, from whatever way a vendor writes it. */
export function pathOf({ path = [] }: SchemaIssue): FindingPath {
  return path.map((step) => (typeof step === "object" ? step.key : step));
}

/** What stands at a path; `undefined` where it leads nowhere. */
export function valueAt(value: unknown, path: FindingPath): unknown {
  return path.reduce<unknown>(
    (inside, step) =>
      typeof inside === "object" && inside !== null
        ? // Any key may be asked of any object; what is not there is undefined.
          (inside as Readonly<Record<PropertyKey, unknown>>)[step]
        : undefined,
    value,
  );
}
