import type { Content, OpenApiDocument, Operation, Parameter, PathItem, Schema } from "./document.ts";
import { documentMethods } from "./document.ts";

/** What a rewrite does at each place; what it leaves out stays as it is. */
export interface Rewriter {
  /** Called for every schema, inner ones first. */
  readonly schema?: (schema: Schema) => Schema;
  /** Called for every reference. */
  readonly ref?: (ref: string) => string;
  /** Called for every parameter that stands in full, in an operation or as a component. */
  readonly parameter?: (parameter: Parameter) => Parameter;
}

/** A copy of a document with every place rewritten; the document itself is not touched. */
export function rewriteDocument(document: OpenApiDocument, rewriter: Rewriter): OpenApiDocument {
  const { schemas, parameters } = document.components;
  return {
    ...document,
    paths: mapValues(document.paths, (item) => rewritePathItem(item, rewriter)),
    components: {
      ...document.components,
      schemas: mapValues(schemas, (schema) => rewriteSchema(schema, rewriter)),
      ...(parameters && { parameters: mapValues(parameters, (one) => rewriteParameter(one, rewriter)) }),
    },
  };
}

/** A copy of a schema with everything in it rewritten. */
export function rewriteSchema(schema: Schema, rewriter: Rewriter): Schema {
  const inside = (inner: Schema): Schema => rewriteSchema(inner, rewriter);
  const { $ref, properties, items, additionalProperties, oneOf, anyOf, allOf } = schema;
  const rewritten: Schema = {
    ...schema,
    ...(typeof $ref === "string" && rewriter.ref && { $ref: rewriter.ref($ref) }),
    ...(properties && { properties: mapValues(properties, inside) }),
    ...(items && { items: inside(items) }),
    ...(typeof additionalProperties === "object" && { additionalProperties: inside(additionalProperties) }),
    ...(oneOf && { oneOf: oneOf.map(inside) }),
    ...(anyOf && { anyOf: anyOf.map(inside) }),
    ...(allOf && { allOf: allOf.map(inside) }),
  };
  return rewriter.schema ? rewriter.schema(rewritten) : rewritten;
}

/** The same object with each value replaced. Safe for a key named `__proto__`. */
export function mapValues<Value, Result>(
  object: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

function rewritePathItem(item: PathItem, rewriter: Rewriter): PathItem {
  const rewritten: { [Method in keyof PathItem]: PathItem[Method] } = {};
  for (const method of documentMethods) {
    const operation = item[method];
    if (operation) Object.assign(rewritten, { [method]: rewriteOperation(operation, rewriter) });
  }
  return rewritten;
}

/** A copy of an operation with everything in it rewritten. */
function rewriteOperation(operation: Operation, rewriter: Rewriter): Operation {
  const { parameters, requestBody, responses } = operation;
  return {
    ...operation,
    ...(parameters && {
      parameters: parameters.map((one) => {
        if (!("$ref" in one)) return rewriteParameter(one, rewriter);
        return rewriter.ref ? { $ref: rewriter.ref(one.$ref) } : one;
      }),
    }),
    ...(requestBody?.content && {
      requestBody: { ...requestBody, content: rewriteContent(requestBody.content, rewriter) },
    }),
    ...(responses && {
      responses: mapValues(responses, (response) =>
        response.content ? { ...response, content: rewriteContent(response.content, rewriter) } : response,
      ),
    }),
  };
}

function rewriteParameter(parameter: Parameter, rewriter: Rewriter): Parameter {
  const rewritten = parameter.schema
    ? { ...parameter, schema: rewriteSchema(parameter.schema, rewriter) }
    : parameter;
  return rewriter.parameter ? rewriter.parameter(rewritten) : rewritten;
}

function rewriteContent(content: Content, rewriter: Rewriter): Content {
  return mapValues(content, (media) =>
    media.schema ? { ...media, schema: rewriteSchema(media.schema, rewriter) } : media,
  );
}
