import { componentName, type OpenApiDocument, type Parameter } from "./document.ts";

/** A parameter that stands in place, or the component it refers to; `undefined` where the reference dangles. */
export function resolveParameter(
  document: OpenApiDocument,
  parameter: Parameter | { readonly $ref: string },
): Parameter | undefined {
  if (!("$ref" in parameter)) return parameter;
  const name = componentName(parameter.$ref, "parameters");
  return name === undefined ? undefined : document.components.parameters?.[name];
}
