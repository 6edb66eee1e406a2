/** The part of OpenAPI 3.0 that DHIS2 writes and this generator reads. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers?: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters?: Readonly<Record<string, Parameter>>;
  };
}

/** Methods that a path can have in a document, in the order in which they are emitted. */
export const documentMethods = ["get", "post", "put", "patch", "delete", "head", "options"] as const;
export type DocumentMethod = (typeof documentMethods)[number];

export type PathItem = { readonly [Method in DocumentMethod]?: Operation };

export interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly (Parameter | SchemaRef)[];
  readonly requestBody?: { readonly required?: boolean; readonly content?: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
  /** Set by a repair, not in documents: any further query parameter is taken. */
  readonly openQuery?: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

/** By media type. */
export type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface SchemaRef {
  /** JSON pointer with a leading `#`. */
  readonly $ref: string;
}

/** A schema; every key is optional since DHIS2 leaves out what it does not know. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly nullable?: boolean;
}

/** Marks that there is no body. */
export const absent: Schema = { format: "absent" };
/** Marks a form with files: what `FormData` is. */
export const form: Schema = { format: "form" };

/** Name of the component that a reference points to, where it points into that group; `undefined` otherwise. */
export function componentName(ref: string, group: "schemas" | "parameters"): string | undefined {
  const prefix = `#/components/${group}/`;
  if (!ref.startsWith(prefix)) return undefined;
  return ref.slice(prefix.length).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Reference to a schema component of that name. */
export function schemaRef(name: string): SchemaRef {
  return { $ref: `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}` };
}

/** Reads a document and refuses what is not one, naming the file and the place. */
export function parseDocument(text: string, file: string): OpenApiDocument {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  requireObject(json, file, "");
  requireObject(json.paths, file, "/paths");
  requireObject(json.components, file, "/components");
  requireObject(json.components.schemas, file, "/components/schemas");
  // The shape that this generator relies on was checked; everything deeper is read defensively.
  return json as unknown as OpenApiDocument;
}

function requireObject(
  value: unknown,
  file: string,
  pointer: string,
): asserts value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new SyntaxError(`${file}#${pointer} is not an object: this is not an OpenAPI document`);
}
