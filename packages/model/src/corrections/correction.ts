import type { TypeRef } from "../server-model.ts";

/**
 * One thing that a server's documents say wrongly, or not at all. It applies to each release in which it
 * matches; one that matches in none of the committed snapshots fails the build.
 */
export type Correction = CorrectionOfName | CorrectionOfClass | CorrectionOfUnion | CorrectionOfComponent;

interface CorrectionBase {
  /** Entry of BUGS.md. */
  readonly id: string;
  readonly reason: string;
  /** Recorded step, or the document that shows it. */
  readonly evidence: string;
}

/** `/api/schemas` has a name that the wire has not. */
export interface CorrectionOfName extends CorrectionBase {
  readonly kind: "name";
  readonly klass: string;
  readonly from: string;
  readonly to: string;
}

/** A class that has no schema and that OpenAPI does not describe, or describes wrongly. */
export interface CorrectionOfClass extends CorrectionBase {
  readonly kind: "class";
  readonly klass: string;
  /** `object`: a model of these properties; otherwise the type itself. */
  readonly type: CorrectedType;
  /** OpenAPI is wrong rather than silent: the correction goes before what it says. */
  readonly overOpenApi?: true;
}

/** Alternatives of a `oneOf` that only a property beside the value tells apart. */
export interface CorrectionOfUnion extends CorrectionBase {
  readonly kind: "union";
  /** Class of the value. */
  readonly klass: string;
  /** The property of the owner that says which alternative the value is. */
  readonly sibling: string;
}

/** A property that an OpenAPI component lacks, or leaves without a type. */
export interface CorrectionOfComponent extends CorrectionBase {
  readonly kind: "component";
  readonly component: string;
  readonly property: string;
  readonly type: TypeRef;
}

/** A type in a correction: models are named by Java class, enums too. */
export type CorrectedType =
  | TypeRef
  | { readonly kind: "object"; readonly properties: Readonly<Record<string, TypeRef>> }
  | { readonly kind: "mapOf"; readonly name: string; readonly properties: Readonly<Record<string, TypeRef>> };

/** What a correction is about, for messages and reports: the key by which it is known to have been applied. */
export function subjectOf(correction: Correction): string {
  switch (correction.kind) {
    case "name":
      return `${correction.klass}#${correction.from}`;
    case "class":
      return correction.klass;
    case "union":
      return `${correction.klass} by ${correction.sibling}`;
    case "component":
      return `openapi:${correction.component}#${correction.property}`;
  }
}
