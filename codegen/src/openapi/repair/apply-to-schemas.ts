import { isDeepStrictEqual } from "node:util";
import { type OpenApiDocument, type Schema, schemaRef } from "../document.ts";
import { mapValues, rewriteDocument } from "../rewrite.ts";
import { changeSchemas, schemaNamed } from "./change-schemas.ts";
import type {
  AddBeside,
  AddSchemas,
  AllowNull,
  DropType,
  ExpandReferences,
  ReplaceProperties,
  ReplaceSchemas,
  RequireOnly,
} from "./repair.ts";

/** Takes a `type` away wherever it stands. */
export function dropType(
  document: OpenApiDocument,
  { type }: DropType,
  touched: Set<string>,
): OpenApiDocument {
  return rewriteDocument(document, {
    schema: (schema) => {
      if (schema.type !== type) return schema;
      touched.add(type);
      const { type: _, ...rest } = schema;
      return rest;
    },
  });
}

/** `{ type: "object" }` and nothing more becomes `{}`. */
export function openBareObjects(document: OpenApiDocument, touched: Set<string>): OpenApiDocument {
  return rewriteDocument(document, {
    schema: (schema) => {
      const { type, properties, additionalProperties, oneOf, anyOf, allOf } = schema;
      if (type !== "object" || properties || additionalProperties || oneOf || anyOf || allOf) return schema;
      touched.add("object");
      return {};
    },
  });
}

/** Replaces the components that are there. */
export function replaceSchemas(
  document: OpenApiDocument,
  { schemas }: ReplaceSchemas,
  touched: Set<string>,
): OpenApiDocument {
  return changeSchemas(document, Object.keys(schemas), (_, name) => {
    touched.add(name);
    return schemas[name];
  });
}

/** Adds the components that are not there. */
export function addSchemas(
  document: OpenApiDocument,
  { schemas }: AddSchemas,
  touched: Set<string>,
): OpenApiDocument {
  const missing = Object.entries(schemas).filter(([name]) => !schemaNamed(document, name));
  for (const [name] of missing) touched.add(name);
  return {
    ...document,
    components: {
      ...document.components,
      schemas: { ...document.components.schemas, ...Object.fromEntries(missing) },
    },
  };
}

/** Replaces properties, or adds them to components that lack them. */
export function replaceProperties(
  document: OpenApiDocument,
  { properties }: ReplaceProperties,
  touched: Set<string>,
): OpenApiDocument {
  return changeProperties(document, Object.keys(properties), (found, subject) => {
    if (!isDeepStrictEqual(found, properties[subject])) touched.add(subject);
    return properties[subject];
  });
}

/** Makes properties that are references the component that comes in their place, where there is one. */
export function expandReferences(
  document: OpenApiDocument,
  { names, component }: ExpandReferences,
  touched: Set<string>,
): OpenApiDocument {
  if (!schemaNamed(document, component)) return document;
  return rewriteDocument(document, {
    schema: (schema) => {
      const { properties } = schema;
      if (!properties) return schema;
      const expanded = mapValues(properties, (property, name) => {
        if (!names.includes(name) || !isReference(property)) return property;
        touched.add(name);
        return schemaRef(component);
      });
      return { ...schema, properties: expanded };
    },
  });
}

/** Adds properties to every component that has another property, unless it has them. */
export function addBeside(
  document: OpenApiDocument,
  { properties }: AddBeside,
  touched: Set<string>,
): OpenApiDocument {
  return changeSchemas(document, Object.keys(document.components.schemas), (schema) => {
    const own = schema.properties ?? {};
    const added = Object.entries(properties)
      .filter(([name]) => Object.hasOwn(own, name))
      .flatMap(([, others]) => Object.entries(others).filter(([name]) => !Object.hasOwn(own, name)));
    if (added.length === 0) return undefined;
    for (const [name] of added) touched.add(name);
    return { ...schema, properties: { ...own, ...Object.fromEntries(added) } };
  });
}

/** Adds `null` to the values of properties that are there. */
export function allowNull(
  document: OpenApiDocument,
  { properties }: AllowNull,
  touched: Set<string>,
): OpenApiDocument {
  return changeProperties(document, properties, (found, subject) => {
    if (!found) return undefined;
    touched.add(subject);
    return { ...found, nullable: true };
  });
}

/** Drops every `required` but those that were seen to hold, and the `id` of plain references. */
export function requireOnly(
  document: OpenApiDocument,
  { properties }: RequireOnly,
  touched: Set<string>,
): OpenApiDocument {
  const open = rewriteDocument(document, { schema: withoutRequired });
  return changeSchemas(open, Object.keys(properties), (schema, name) => {
    const before = schemaNamed(document, name)?.required ?? [];
    const required = (properties[name] ?? []).filter((property) => before.includes(property));
    for (const property of required) touched.add(`${name}.${property}`);
    return { ...schema, required };
  });
}

function withoutRequired(schema: Schema): Schema {
  if (!schema.required || isReference(schema)) return schema;
  const { required: _, ...rest } = schema;
  return rest;
}

function isReference({ properties }: Schema): boolean {
  return isDeepStrictEqual(Object.keys(properties ?? {}), ["id"]);
}

function changeProperties(
  document: OpenApiDocument,
  subjects: readonly string[],
  change: (found: Schema | undefined, subject: string) => Schema | undefined,
): OpenApiDocument {
  return subjects.reduce((current, subject) => {
    const [component = "", property = ""] = subject.split(".");
    return changeSchemas(current, [component], (schema) => {
      const changed = change(schema.properties?.[property], subject);
      return changed && { ...schema, properties: { ...schema.properties, [property]: changed } };
    });
  }, document);
}
