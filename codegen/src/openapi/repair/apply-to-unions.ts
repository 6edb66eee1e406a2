import { componentName, type OpenApiDocument, type Schema, schemaRef } from "../document.ts";
import { changeSchemas, schemaNamed } from "./change-schemas.ts";
import type { AddVariants, DiscriminateBySibling, TagVariants } from "./repair.ts";

/** Writes the tag into each variant, so that TypeScript can tell the union's members apart. */
export function tagVariants(
  document: OpenApiDocument,
  { property, tags }: TagVariants,
  touched: Set<string>,
): OpenApiDocument {
  return changeSchemas(document, Object.keys(tags), (schema, name) => {
    touched.add(name);
    return {
      ...schema,
      required: [...new Set([...(schema.required ?? []), property])],
      properties: { ...schema.properties, [property]: { type: "string", enum: [tags[name] ?? name] } },
    };
  });
}

/** Appends references to a `oneOf`; a property that is something else becomes one. */
export function addVariants(
  document: OpenApiDocument,
  { property: subject, variants }: AddVariants,
  touched: Set<string>,
): OpenApiDocument {
  const [component = "", property = ""] = subject.split(".");
  return changeSchemas(document, [component], (schema) => {
    const present = schema.properties?.[property]?.oneOf ?? [];
    const known = new Set(present.map(({ $ref }) => $ref));
    const added = variants.filter((name) => !known.has(schemaRef(name).$ref) && schemaNamed(document, name));
    for (const name of added) touched.add(name);
    const oneOf = [...present, ...added.map(schemaRef)];
    return { ...schema, properties: { ...schema.properties, [property]: { oneOf } } };
  });
}

/** A schema that no value satisfies: an enum without members. */
const nothing: Schema = { enum: [] };

/** Splits an object into one alternative for each value of the sibling that has a variant, and one for the rest. */
export function discriminateBySibling(
  document: OpenApiDocument,
  { schemas, property, sibling, variants }: DiscriminateBySibling,
  touched: Set<string>,
): OpenApiDocument {
  return changeSchemas(document, schemas, (schema, name) => {
    const { [property]: _, [sibling]: tag, ...properties } = schema.properties ?? {};
    const values = membersOf(document, tag);
    const known = values.filter((value) => schemaNamed(document, variants[value] ?? ""));
    if (known.length === 0) return undefined;
    for (const subject of [name, ...known]) touched.add(subject);
    const others = values.filter((value) => !known.includes(value));
    return {
      ...schema,
      properties,
      required: (schema.required ?? []).filter((one) => one !== sibling && one !== property),
      oneOf: [
        ...known.map((value) => ({
          type: "object",
          required: [sibling],
          properties: {
            [sibling]: { type: "string", enum: [value] },
            [property]: schemaRef(variants[value] ?? ""),
          },
        })),
        { type: "object", properties: { [sibling]: { type: "string", enum: others }, [property]: nothing } },
      ],
    };
  });
}

/** Members of an enum that stands in place or is a component of its own. */
function membersOf(document: OpenApiDocument, schema: Schema | undefined): readonly string[] {
  const name = schema?.$ref && componentName(schema.$ref, "schemas");
  const resolved = name ? schemaNamed(document, name) : schema;
  return (resolved?.enum ?? []).filter((member) => typeof member === "string");
}
