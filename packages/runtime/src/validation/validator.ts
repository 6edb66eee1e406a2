import { Dhis2ValidationError } from "../errors/classes.ts";
import { findingsOf, readFindings, type ValidationFinding } from "./findings.ts";
import type { Schema } from "./schema.ts";

/**
 * What becomes of a value that its schema refuses: `off` looks at nothing, `warn` reports it, `throw` refuses it with
 * `VALIDATION.FAILED`. What a schema merely does not know is reported and never refused.
 */
export type ValidationMode = "off" | "warn" | "throw";

/** The schemas of one resource: of what is read, of what a create takes. */
export interface ResourceSchemas {
  readonly read?: Schema;
  readonly create?: Schema;
}

/** What the schemas said to one answer, or to one draft. */
export interface ValidationReport {
  /** `dataElements` */
  readonly resource: string;
  readonly side: "read" | "create";
  /** Objects that were looked at. */
  readonly objects: number;
  /** In the order of the objects; paths begin with the index of the object where there are several. */
  readonly findings: readonly ValidationFinding[];
  /** True where no schema was handed over for this side of the resource: nothing was looked at. */
  readonly withoutSchema: boolean;
}

/** What {@link validateWith} takes. */
export interface ValidationOptions {
  /** By resource: `{ dataElements: { read: dataElementSchema, create: dataElementCreateSchema } }`. */
  readonly schemas: Readonly<Record<string, ResourceSchemas>>;
  /** Of every call that does not choose for itself; `warn` by default. */
  readonly mode?: ValidationMode;
  /** Called with whatever was found, and with what had no schema. */
  readonly onReport?: (report: ValidationReport) => void;
}

/** Values to look at, and how. */
export interface Judged {
  readonly resource: string;
  readonly side: "read" | "create";
  readonly values: readonly unknown[];
  /** What a read selected; `undefined` where whole objects came. */
  readonly fields?: string | undefined;
  /** The choice of this call. */
  readonly mode?: ValidationMode | undefined;
}

/** Looks at what a client reads and creates; made by {@link validateWith}. */
export interface Validator {
  /** Names of the resources that have a schema. */
  readonly resources: readonly string[];
  /** @throws Dhis2ValidationError `VALIDATION.FAILED` under `throw`, with every issue of every value. */
  judge(judged: Judged): void;
}

/**
 * Validation for a client, with the schemas that are handed over and no others.
 *
 * @example
 * ```ts
 * import { basic, createClient, validateWith } from "@dhis2w/client-v42";
 * import { dataElementSchema } from "@dhis2w/client-v42/schemas/data-element";
 *
 * const dhis2 = createClient({
 *   baseUrl: "https://dhis2.example.org",
 *   auth: basic("admin", "district"),
 *   validation: validateWith({
 *     schemas: { dataElements: { read: dataElementSchema } },
 *     onReport: (report) => console.warn(report.findings),
 *   }),
 * });
 * ```
 */
export function validateWith(options: ValidationOptions): Validator {
  const { schemas, mode: always = "warn", onReport } = options;
  return {
    resources: Object.keys(schemas),
    judge({ resource, side, values, fields, mode = always }) {
      if (mode === "off") return;
      const schema = Object.hasOwn(schemas, resource) ? schemas[resource]?.[side] : undefined;
      const findings =
        schema === undefined
          ? []
          : values.flatMap((value, index) =>
              placed(
                side === "read" ? readFindings(schema, value, fields) : findingsOf(schema, value),
                values.length > 1 ? index : undefined,
              ),
            );
      if (findings.length > 0 || schema === undefined)
        onReport?.({ resource, side, objects: values.length, findings, withoutSchema: schema === undefined });
      const issues = findings.filter(({ kind }) => kind === "invalid");
      if (mode === "throw" && issues.length > 0) throw refusal(side, resource, issues);
    },
  };
}

/** With the index of the object in front, where there are several. */
const placed = (
  findings: readonly ValidationFinding[],
  index: number | undefined,
): readonly ValidationFinding[] =>
  index === undefined
    ? findings
    : findings.map(({ kind, path, message }) => ({
        kind,
        path: [index, ...path],
        message: `[${index}]${path.length === 0 ? ": " : "."}${message}`,
      }));

function refusal(
  side: "read" | "create",
  resource: string,
  issues: readonly ValidationFinding[],
): Dhis2ValidationError {
  const what = side === "read" ? `${resource} as read` : `create ${resource}`;
  return new Dhis2ValidationError(`${what} → ${issues.map(({ message }) => message).join("; ")}`, {
    issues: issues.map(({ path, message }) => ({ path, message })),
  });
}
