import { Dhis2ValidationError } from "../errors/classes.ts";
import type { JsonPatchOperation } from "../resource/patch-operation.ts";
import { type Difference, findingAt, type ValidationFinding } from "./findings.ts";
import { readDifferences } from "./read-findings.ts";
import { type FindingPath, type Schema, valueAt } from "./schema.ts";
import { createDifferences, patchDifferences, replaceDifferences } from "./write-findings.ts";

/**
 * What becomes of a value that its schema refuses: `off` looks at nothing, `warn` reports it, `throw` refuses it with
 * `VALIDATION.FAILED`. What a schema merely does not know is reported and never refused.
 */
export type ValidationMode = "off" | "warn" | "throw";

/** The schemas of one resource: of what is read, of what a create takes. Replaces and patches are held against both. */
export interface ResourceSchemas {
  readonly read?: Schema;
  readonly create?: Schema;
}

/** What is done with the values that are looked at. */
export type ValidationSide = "read" | "create" | "replace" | "patch";

/** What the schemas said to one answer, or to what is about to be sent. */
export interface ValidationReport {
  /** `dataElements` */
  readonly resource: string;
  readonly side: ValidationSide;
  /** Objects that were looked at; of a patch its operations. */
  readonly objects: number;
  /**
   * In the order of the objects. Paths begin with the index of the object where several were read, and with type and
   * index in what is imported: `dataElements[3].name`.
   */
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
export type Judged = {
  readonly resource: string;
  /** Of the one object that is changed. */
  readonly uid?: string;
} & (
  | {
      readonly side: Exclude<ValidationSide, "patch">;
      readonly values: readonly unknown[];
      /** What a read selected; `undefined` where whole objects came. */
      readonly fields?: string | undefined;
      /** Whether they are part of an import, whose report names objects by type and index. */
      readonly imported?: boolean;
      /** Whether references name their objects by code. */
      readonly byCode?: boolean;
    }
  | { readonly side: "patch"; readonly values: readonly JsonPatchOperation[] }
);

/** Looks at what a client reads and writes; made by {@link validateWith}. */
export interface Validator {
  /** Names of the resources that have a schema. */
  readonly resources: readonly string[];
  /**
   * Looks at all that belongs to one call; `mode` is the choice of this call.
   *
   * @throws Dhis2ValidationError `VALIDATION.FAILED` under `throw`, once with every issue of every value.
   */
  judge(judged: readonly Judged[], mode?: ValidationMode): void;
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
    judge(judged, mode = always) {
      if (mode === "off") return;
      const reports = judged.map((one) =>
        reportOn(one, Object.hasOwn(schemas, one.resource) ? schemas[one.resource] : undefined),
      );
      for (const report of reports)
        if (report.findings.length > 0 || report.withoutSchema) onReport?.(report);
      const issues = reports.flatMap(({ findings }) => findings.filter(({ kind }) => kind === "invalid"));
      if (mode === "throw" && issues.length > 0) throw refusal(titleOf(judged), issues);
    },
  };
}

function reportOn(judged: Judged, schemas: ResourceSchemas = {}): ValidationReport {
  const { resource, side, values } = judged;
  const schema = side === "read" ? schemas.read : schemas.create;
  const findings = schema === undefined ? [] : findingsIn(judged, schema, schemas.read);
  return { resource, side, objects: values.length, findings, withoutSchema: schema === undefined };
}

function findingsIn(judged: Judged, schema: Schema, read: Schema | undefined): readonly ValidationFinding[] {
  if (judged.side === "patch")
    return patchDifferences(schema, judged.values).map((difference) => ({
      ...findingAt([], difference),
      ...uidOf(judged),
    }));
  const { resource, side, values, fields, imported, byCode } = judged;
  const differences = (value: unknown): readonly Difference[] => {
    if (side === "read") return readDifferences(schema, value, fields);
    const found =
      side === "create" ? createDifferences(schema, value) : replaceDifferences(schema, read, value);
    return byCode === true ? found.filter(({ path }) => !isNamedByCode(value, path)) : found;
  };
  const placeOf = (index: number): FindingPath => {
    if (imported === true) return [resource, index];
    return values.length > 1 ? [index] : [];
  };
  return values.flatMap((value, index) =>
    differences(value).map((difference) => ({
      ...findingAt(placeOf(index), difference),
      ...uidOf(judged, value),
    })),
  );
}

/** An index says nothing of an object on the seventh page. */
function uidOf({ uid }: Judged, value?: unknown): { readonly uid?: string } {
  const known = uid ?? valueAt(value, ["id"]);
  return typeof known === "string" ? { uid: known } : {};
}

/** Whether a path leads to the id of something inside an object that has a code instead. */
function isNamedByCode(object: unknown, path: FindingPath): boolean {
  const inside = path.slice(0, -1);
  return (
    inside.length > 0 && path.at(-1) === "id" && typeof valueAt(object, [...inside, "code"]) === "string"
  );
}

/** `create dataElements`, `dataElements as read`, `import` */
function titleOf([first]: readonly Judged[]): string {
  if (first === undefined) return "";
  if (first.side === "read") return `${first.resource} as read`;
  return "imported" in first ? "import" : `${first.side} ${first.resource}`;
}

const refusal = (what: string, issues: readonly ValidationFinding[]): Dhis2ValidationError =>
  new Dhis2ValidationError(`${what} → ${issues.map(({ message }) => message).join("; ")}`, {
    issues: issues.map(({ path, message }) => ({ path, message })),
  });
