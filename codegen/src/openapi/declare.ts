import openapiTypeScript from "openapi-typescript";
import ts from "typescript";
import { identifier } from "../text/escape.ts";
import { absent, type DocumentMethod, documentMethods, form, type Schema } from "./document.ts";
import type { Layout } from "./layout.ts";
import { mapValues, rewriteSchema } from "./rewrite.ts";

/** A declaration without comments, a line for each member, and the components it names. */
export interface Declaration {
  /** TypeScript name: `DataElement`, `GetPaths`. */
  readonly name: string;
  /** `export interface DataElement { … }` */
  readonly text: string;
  /** TypeScript names of the components that the text refers to. */
  readonly uses: ReadonlySet<string>;
}

/** What a layout is in TypeScript. */
export interface Declarations {
  /** Interfaces with a property a path, in the order of the methods. */
  readonly maps: readonly (Declaration & { readonly method: DocumentMethod })[];
  /** By the name of the component, code-point order. */
  readonly schemas: readonly Declaration[];
}

/** Name of the interface that maps the paths of a method: `GetPaths`. */
function mapName(method: DocumentMethod): string {
  return `${method.slice(0, 1).toUpperCase()}${method.slice(1)}Paths`;
}

/** Names that generated files declare or use beside those of components. */
const ownNames = new Set(["Array", "OpenApiMaps", "Record", ...documentMethods.map(mapName)]);

/** TypeScript name of a component: its own where that is possible. Different components get different names. */
export function typeName(component: string): string {
  return ownNames.has(component) ? `$${component}` : identifier(component);
}

/** Runs openapi-typescript once over some layouts of one document and prints what it makes of each schema. */
export async function declare(layouts: readonly Layout[]): Promise<Declarations[]> {
  const components = Object.fromEntries(layouts.flatMap(({ schemas }) => Object.entries(schemas)));
  const maps = layouts.map((layout, index) =>
    documentMethods.flatMap((method) => {
      const schema = layout.maps[method];
      return schema ? [{ method, key: `${method} of layout ${index}`, schema }] : [];
    }),
  );
  const types = await typesOf({
    ...mapValues(components, essence),
    ...Object.fromEntries(maps.flat().map(({ key, schema }) => [key, essence(schema)])),
  });
  const declarationOf = (name: string, key: string): Declaration => {
    const type = types.get(key);
    if (!type) throw new Error(`openapi-typescript declared nothing for '${key}'`);
    return declaration(name, type);
  };
  return layouts.map(({ schemas }, index) => ({
    maps: (maps[index] ?? []).map(({ method, key }) => ({ method, ...declarationOf(mapName(method), key) })),
    schemas: Object.keys(schemas).map((component) => declarationOf(typeName(component), component)),
  }));
}

/** Only what shapes a type: no description can end up in a comment, and equal types look the same. */
function essence(schema: Schema): Schema {
  return rewriteSchema(schema, {
    schema: (one) => {
      const { $ref, type, enum: members, properties, required, items, additionalProperties } = one;
      const { oneOf, anyOf, allOf, nullable, format } = one;
      if (typeof $ref === "string") return nullable ? { oneOf: [{ $ref }], nullable } : { $ref };
      return {
        ...(type && { type }),
        ...(members && { enum: members }),
        ...(properties && { properties: sorted(properties) }),
        ...(required?.length && { required }),
        ...(items && { items }),
        ...(additionalProperties !== undefined && { additionalProperties }),
        ...(oneOf && { oneOf }),
        ...(anyOf && { anyOf }),
        ...(allOf && { allOf }),
        ...(nullable && { nullable }),
        ...((format === absent.format || format === form.format) && { format }),
      };
    },
  });
}

function sorted(properties: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What `FormData` has: generated packages must compile where there are no types of the DOM. */
const formType: ts.TypeNode = ts.factory.createTypeLiteralNode([
  ts.factory.createMethodSignature(
    undefined,
    "append",
    undefined,
    undefined,
    ["name", "value"].map((name) =>
      ts.factory.createParameterDeclaration(
        undefined,
        undefined,
        name,
        undefined,
        ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ),
    ),
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.VoidKeyword),
  ),
]);

async function typesOf(schemas: Record<string, Schema>): Promise<ReadonlyMap<string, ts.TypeNode>> {
  if (Object.keys(schemas).length === 0) return new Map();
  const marked = new Map<string | undefined, ts.TypeNode>([
    [absent.format, ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword)],
    [form.format, formType],
  ]);
  const document = { openapi: "3.0.3", info: { title: "", version: "" }, paths: {}, components: { schemas } };
  // openapi-typescript's own type of a document asks for more than it reads.
  const nodes = await openapiTypeScript(document as Parameters<typeof openapiTypeScript>[0], {
    silent: true,
    emptyObjectsUnknown: true,
    transform: ({ format }) => marked.get(format),
  });
  const types = new Map<string, ts.TypeNode>();
  for (const member of schemaMembers(nodes)) {
    if (!ts.isPropertySignature(member) || !member.type) continue;
    if (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) || ts.isNumericLiteral(member.name))
      types.set(member.name.text, member.type);
  }
  return types;
}

/** Members of `schemas` in the interface `components`. */
function schemaMembers(nodes: readonly ts.Node[]): readonly ts.TypeElement[] {
  for (const node of nodes) {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") continue;
    for (const { name, type } of node.members.filter(ts.isPropertySignature))
      if (ts.isIdentifier(name) && name.text === "schemas" && type && ts.isTypeLiteralNode(type))
        return type.members;
  }
  throw new Error("openapi-typescript did not write an interface 'components' with 'schemas'");
}

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });
const file = ts.createSourceFile("types.ts", "", ts.ScriptTarget.ESNext, false, ts.ScriptKind.TS);

function declaration(name: string, type: ts.TypeNode): Declaration {
  const uses = new Set<string>();
  const named = withNamedReferences(type, uses);
  const print = (node: ts.Node): string => onOneLine(printer.printNode(ts.EmitHint.Unspecified, node, file));
  const text = ts.isTypeLiteralNode(named)
    ? `export interface ${name} {\n${named.members.map((member) => `  ${print(member)}\n`).join("")}}`
    : `export type ${name} = ${print(named)};`;
  return { name, text, uses };
}

/** The printer escapes line breaks in literals, so those in its text are layout. */
function onOneLine(text: string): string {
  return text.replace(/\n\s*/g, " ");
}

/** `components["schemas"]["DataElement"]` → `DataElement`: shorter, cheaper to resolve, readable when hovered. */
function withNamedReferences(type: ts.TypeNode, uses: Set<string>): ts.TypeNode {
  const { transformed } = ts.transform(type, [
    (context) => {
      const visit = (node: ts.Node): ts.Node => {
        const component = ts.isIndexedAccessTypeNode(node) ? referredComponent(node) : undefined;
        if (component === undefined) return ts.visitEachChild(node, visit, context);
        const name = typeName(component);
        uses.add(name);
        return ts.factory.createTypeReferenceNode(name);
      };
      return (root) => ts.visitNode(root, visit, ts.isTypeNode);
    },
  ]);
  return transformed[0] ?? type;
}

/** `DataElement` of `components["schemas"]["DataElement"]`. */
function referredComponent({ objectType, indexType }: ts.IndexedAccessTypeNode): string | undefined {
  if (!ts.isIndexedAccessTypeNode(objectType) || !ts.isLiteralTypeNode(indexType)) return undefined;
  return ts.isStringLiteral(indexType.literal) ? indexType.literal.text : undefined;
}
