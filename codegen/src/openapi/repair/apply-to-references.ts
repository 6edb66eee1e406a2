import { componentName, type OpenApiDocument } from "../document.ts";
import { rewriteDocument } from "../rewrite.ts";
import type {
  OpenListParameters,
  ParameterByProperty,
  RedirectReferences,
  RenameParameters,
} from "./repair.ts";

/** Changes references that lead nowhere; one that leads somewhere stays, whatever the repair says. */
export function redirectReferences(
  document: OpenApiDocument,
  { pointers }: RedirectReferences,
  touched: Set<string>,
): OpenApiDocument {
  return rewriteDocument(document, {
    ref: (ref) => {
      const target = Object.hasOwn(pointers, ref) ? pointers[ref] : undefined;
      if (target === undefined || hasTarget(document, ref)) return ref;
      touched.add(ref);
      return target;
    },
  });
}

/** Opens parameters whose members are a component, an enum of property names. */
export function openListParameters(
  document: OpenApiDocument,
  { names }: OpenListParameters,
  touched: Set<string>,
): OpenApiDocument {
  return rewriteDocument(document, {
    parameter: (parameter) => {
      if (parameter.in !== "query" || !names.includes(parameter.name)) return parameter;
      if (parameter.schema?.items?.$ref === undefined) return parameter;
      touched.add(parameter.name);
      return { ...parameter, schema: { type: "array", items: { type: "string" } } };
    },
  });
}

/** Types parameters that are declared as a reference by what the reference holds. */
export function parameterByProperty(
  document: OpenApiDocument,
  { property }: ParameterByProperty,
  touched: Set<string>,
): OpenApiDocument {
  return rewriteDocument(document, {
    parameter: (parameter) => {
      const [[name, schema] = [], ...others] = Object.entries(parameter.schema?.properties ?? {});
      if (name !== property || !schema || others.length > 0) return parameter;
      touched.add(property);
      return { ...parameter, schema };
    },
  });
}

/** Renames parameters that are components. */
export function renameParameters(
  document: OpenApiDocument,
  { names }: RenameParameters,
  touched: Set<string>,
): OpenApiDocument {
  const parameters = { ...document.components.parameters };
  for (const [component, name] of Object.entries(names)) {
    const parameter = Object.hasOwn(parameters, component) ? parameters[component] : undefined;
    if (!parameter || parameter.name === name) continue;
    touched.add(component);
    parameters[component] = { ...parameter, name };
  }
  return { ...document, components: { ...document.components, parameters } };
}

function hasTarget(document: OpenApiDocument, ref: string): boolean {
  const parameter = componentName(ref, "parameters");
  if (parameter !== undefined) return Object.hasOwn(document.components.parameters ?? {}, parameter);
  const schema = componentName(ref, "schemas");
  return schema !== undefined && Object.hasOwn(document.components.schemas, schema);
}
