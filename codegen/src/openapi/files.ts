import type { GeneratedFile } from "../emit/emitter.ts";
import { generatedMark } from "../emit/typescript-file.ts";
import { type Declaration, declare } from "./declare.ts";
import type { OpenApiDocument } from "./document.ts";
import { layOut } from "./layout.ts";

/** The modules of a core's `/openapi` and `/openapi/all`, from a repaired document. Paths are relative to their folder. */
export async function openApiFiles(document: OpenApiDocument): Promise<GeneratedFile[]> {
  const main = await declare(layOut(document, "main"));
  const all = await declare(layOut(document, "all"));
  const known = new Set(main.schemas.map(({ name }) => name));
  const more = all.schemas.filter(({ name }) => !known.has(name));
  const schemaFile = (name: string): string => (known.has(name) ? "schemas" : "all-schemas");
  const methods = main.maps.map(({ method }) => method);
  const allMaps = all.maps.map(({ name, method, text, uses }) => ({
    name,
    uses,
    text: methods.includes(method)
      ? text.replace(`export interface ${name} {`, `export interface ${name} extends Main.${name} {`)
      : text,
  }));
  const added = new Map(all.maps.map(({ method, name }) => [method, name]));
  const allMethods = [...new Set([...methods, ...added.keys()])];
  return [
    module("schemas", main.schemas, () => "schemas"),
    module("operations", main.maps, () => "schemas", [
      mapsInterface(main.maps.map(({ method, name }) => [method, name])),
    ]),
    module("index", [], () => "", [
      `export type { OpenApiMaps } from "./operations.ts";`,
      `export type * as Schemas from "./schemas.ts";`,
    ]),
    module("all-schemas", more, schemaFile),
    module(
      "all-operations",
      allMaps,
      schemaFile,
      [
        mapsInterface(
          allMethods.map((method) => [
            method,
            added.get(method) ?? `Main.${main.maps.find((map) => map.method === method)?.name}`,
          ]),
        ),
      ],
      [`import type * as Main from "./operations.ts";`],
    ),
    module("all", [], () => "", [
      `export type { OpenApiMaps } from "./all-operations.ts";`,
      `export type * as Schemas from "./schemas.ts";`,
      `export type * as MoreSchemas from "./all-schemas.ts";`,
    ]),
  ];
}

/** `export interface OpenApiMaps { get: GetPaths; … }` */
function mapsInterface(maps: readonly (readonly [method: string, type: string])[]): string {
  return `export interface OpenApiMaps {\n${maps.map(([method, type]) => `  ${method}: ${type};\n`).join("")}}`;
}

function module(
  name: string,
  declarations: readonly Declaration[],
  fileOf: (typeName: string) => string,
  end: readonly string[] = [],
  start: readonly string[] = [],
): GeneratedFile {
  const imports = new Map<string, Set<string>>();
  for (const { uses } of declarations)
    for (const used of uses) {
      const from = fileOf(used);
      if (from !== name) imports.set(from, (imports.get(from) ?? new Set()).add(used));
    }
  const importLines = [...imports]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([from, names]) =>
        `import type {\n${[...names]
          .sort()
          .map((one) => `  ${one},\n`)
          .join("")}} from "./${from}.ts";`,
    );
  const parts = [...start, ...importLines, ...declarations.map(({ text }) => text), ...end];
  return { path: `${name}.ts`, text: `// ${generatedMark}\n\n${parts.join("\n")}\n` };
}
