import type { Model, ServerModel, TypeRef } from "@dhis2w/model";

/** What a body is made of is called so after its model: `DataElementCreate`. */
const written = "Create";

/**
 * Declarations of a release's models, enums and bodies, as a compiler needs them to say which property of which model
 * an expression is. Every model comes whole: what a query leaves out is not what is asked here. References hold the
 * object that they refer to, so that `fields` with brackets may be read to any depth.
 */
export function modelDeclarations({ models, enums }: ServerModel): string {
  return [
    ...models.flatMap(modelInterfaces),
    ...enums.map(({ name, members }) => {
      const rows = members.map((member) => `${JSON.stringify(member)} = ${JSON.stringify(member)}`);
      return `export declare enum ${name} { ${rows.join(", ")} }`;
    }),
    "export interface Reference { id?: string; code?: string; name?: string }",
  ].join("\n");
}

function modelInterfaces({ name, properties }: Model): string[] {
  const read = properties.map((property) => `${JSON.stringify(property.name)}: ${readText(property.type)};`);
  // Whether all that is required is there is not asked of the compiler: errors that nobody reads are dear to put together.
  const sent = properties.map(
    (property) => `${JSON.stringify(property.name)}?: ${writtenText(property.type)} | null;`,
  );
  return [
    `export interface ${name} { ${read.join(" ")} }`,
    `export interface ${name}${written} { ${sent.join(" ")} }`,
    `export interface ${name}Update extends ${name}${written} {}`,
  ];
}

const readText = (type: TypeRef): string => typeText(type, (name) => name, readText);

const writtenText = (type: TypeRef): string =>
  type.kind === "ref" ? "Reference" : typeText(type, (name) => `${name}${written}`, writtenText);

function typeText(type: TypeRef, nameOf: (model: string) => string, text: (type: TypeRef) => string): string {
  switch (type.kind) {
    case "text":
    case "dateTime":
      return "string";
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "literal":
      return JSON.stringify(type.value);
    case "enum":
      return type.name;
    case "ref":
    case "embedded":
      return nameOf(type.model);
    case "array":
      return `(${text(type.item)})[]`;
    case "map":
      return `{ [key: string]: ${text(type.value)} }`;
    case "union":
      return type.members.map(text).join(" | ") || "never";
    default:
      return "any";
  }
}
