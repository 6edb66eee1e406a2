import type { Schema } from "../document.ts";

/** What every repair says about itself. */
export interface RepairNote {
  /** Name in messages and in the report: kebab-case. */
  readonly id: string;
  /** Entry of BUGS.md. */
  readonly bug: `BUG-${string}`;
  /** Why the document is wrong here, and what proves it. */
  readonly reason: string;
}

/** Points references that lead nowhere to where they should lead: old JSON pointer → new one. */
export interface RedirectReferences {
  readonly kind: "redirect-references";
  readonly pointers: Readonly<Record<string, string>>;
}

/** Takes away a `type` that OpenAPI does not have: what is left means any JSON. */
export interface DropType {
  readonly kind: "drop-type";
  readonly type: string;
}

/** Takes an object about which nothing is said for any JSON. */
export interface OpenBareObjects {
  readonly kind: "open-bare-objects";
}

/** Replaces components. */
export interface ReplaceSchemas {
  readonly kind: "replace-schemas";
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** Adds components that other repairs refer to, to the documents that do not have them. */
export interface AddSchemas {
  readonly kind: "add-schemas";
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** Replaces properties of components, or adds them: `Component.property` → schema. */
export interface ReplaceProperties {
  readonly kind: "replace-properties";
  readonly properties: Readonly<Record<string, Schema>>;
}

/** Lets properties be `null`: `Component.property`. */
export interface AllowNull {
  readonly kind: "allow-null";
  readonly properties: readonly string[];
}

/** Gives the variants of a union the value of the property that tells them apart: component → value. */
export interface TagVariants {
  readonly kind: "tag-variants";
  readonly property: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Adds components to the union of a property, `Component.property`, which it may have to become first. */
export interface AddVariants {
  readonly kind: "add-variants";
  readonly property: string;
  readonly variants: readonly string[];
}

/** Makes a property's type follow from the value of another property of the same object. */
export interface DiscriminateBySibling {
  readonly kind: "discriminate-by-sibling";
  readonly schemas: readonly string[];
  readonly property: string;
  readonly sibling: string;
  /** Value of the sibling → component that the property then is; with other values there is no such property. */
  readonly variants: Readonly<Record<string, string>>;
}

/**
 * Believes `required` only where it was seen to hold: component → properties that are always there.
 * An object that is nothing but an `id` keeps it.
 */
export interface RequireOnly {
  readonly kind: "require-only";
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** Query parameters of that name that the document takes from a closed list take any text. */
export interface OpenListParameters {
  readonly kind: "open-list-parameters";
  readonly names: readonly string[];
}

/** A parameter that is declared as a reference, an object with this property alone, is what the property is. */
export interface ParameterByProperty {
  readonly kind: "parameter-by-property";
  readonly property: string;
}

/** Query parameters of these names that are files are parts of a multipart body. */
export interface FilesInBody {
  readonly kind: "files-in-body";
  readonly names: readonly string[];
}

/** Properties of these names that are declared as references, nothing but an `id`, are a component. */
export interface ExpandReferences {
  readonly kind: "expand-references";
  readonly names: readonly string[];
  readonly component: string;
}

/** Components that have a property have others too: name of the one → the others. */
export interface AddBeside {
  readonly kind: "add-beside";
  readonly properties: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
}

/** All operations whose id has this part read query parameters that they do not declare: part → parameters. */
export interface AcceptQuery {
  readonly kind: "accept-query";
  readonly operations: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
}

/** Gives components of parameters the name that the server reads: component → name. */
export interface RenameParameters {
  readonly kind: "rename-parameters";
  readonly names: Readonly<Record<string, string>>;
}

/** Gives all operations whose id has this part the status that they answer with. */
export interface AnswerWith {
  readonly kind: "answer-with";
  /** Part of the operation id: `.postJsonObject`. */
  readonly operations: string;
  readonly from: string;
  readonly to: string;
}

/** What one operation really takes and answers. */
export interface OperationFacts {
  readonly body?: Schema;
  /** Body of the good answer. */
  readonly answer?: Schema;
  /** The answer may be the component `Nothing`: what is asked for is not set. */
  readonly empty?: boolean;
  /** Status of the good answer. */
  readonly status?: string;
  /** Query parameters that the document leaves out, requires, or gives another type. */
  readonly query?: Readonly<Record<string, Schema>>;
  /** Parameters have names that no document can list: `dataElements:fields`. */
  readonly openQuery?: boolean;
}

/** Corrects single operations: `post /api/metadata` → facts. */
export interface CorrectOperations {
  readonly kind: "correct-operations";
  readonly operations: Readonly<Record<string, OperationFacts>>;
}

/** One thing that is wrong in the documents of real servers and what to put in its place, as data. */
export type Repair = RepairNote &
  (
    | RedirectReferences
    | DropType
    | OpenBareObjects
    | ReplaceSchemas
    | AddSchemas
    | ReplaceProperties
    | AllowNull
    | TagVariants
    | AddVariants
    | DiscriminateBySibling
    | RequireOnly
    | OpenListParameters
    | ParameterByProperty
    | FilesInBody
    | ExpandReferences
    | AddBeside
    | AcceptQuery
    | RenameParameters
    | AnswerWith
    | CorrectOperations
  );

/** Everything that a repair promises to change: a subject that no snapshot has any more is stale. */
export function subjectsOf(repair: Repair): readonly string[] {
  switch (repair.kind) {
    case "redirect-references":
      return Object.keys(repair.pointers);
    case "drop-type":
      return [repair.type];
    case "open-bare-objects":
      return ["object"];
    case "replace-schemas":
    case "add-schemas":
      return Object.keys(repair.schemas);
    case "replace-properties":
      return Object.keys(repair.properties);
    case "allow-null":
      return repair.properties;
    case "tag-variants":
      return Object.keys(repair.tags);
    case "add-variants":
      return repair.variants;
    case "discriminate-by-sibling":
      return [...repair.schemas, ...Object.keys(repair.variants)];
    case "require-only":
      return Object.entries(repair.properties).flatMap(([schema, names]) =>
        names.map((name) => `${schema}.${name}`),
      );
    case "open-list-parameters":
    case "files-in-body":
    case "expand-references":
      return repair.names;
    case "parameter-by-property":
      return [repair.property];
    case "add-beside":
      return Object.values(repair.properties).flatMap((properties) => Object.keys(properties));
    case "rename-parameters":
      return Object.keys(repair.names);
    case "answer-with":
      return [repair.operations];
    case "accept-query":
    case "correct-operations":
      return Object.keys(repair.operations);
  }
}
