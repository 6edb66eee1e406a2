import type { OpenApiDocument, Schema } from "../document.ts";

/** A copy of a document in which the components of these names are changed; `undefined` leaves one as it is. */
export function changeSchemas(
  document: OpenApiDocument,
  names: Iterable<string>,
  change: (schema: Schema, name: string) => Schema | undefined,
): OpenApiDocument {
  const schemas = { ...document.components.schemas };
  for (const name of names) {
    const schema = schemaNamed(document, name);
    const changed = schema && change(schema, name);
    if (changed) schemas[name] = changed;
  }
  return { ...document, components: { ...document.components, schemas } };
}

/** The component of that name. */
export function schemaNamed(document: OpenApiDocument, name: string): Schema | undefined {
  return Object.hasOwn(document.components.schemas, name) ? document.components.schemas[name] : undefined;
}
