import { compareText } from "@dhis2w/model";
import type { GeneratedFile } from "../emit/emitter.ts";
import { generatedMark } from "../emit/typescript-file.ts";
import { type Declaration, type Declarations, declare } from "./declare.ts";
import type { OpenApiDocument } from "./document.ts";
import { layOut } from "./layout.ts";

/** Methods that the run time calls; a document without one of them gets an empty map. */
const calledMethods = ["get", "post", "put", "patch", "delete"] as const;

const nothing: Declarations = { maps: [], schemas: [] };

/** The modules of a core's `/openapi` and `/openapi/all`, from a repaired document. Paths are relative to their folder. */
export async function openApiFiles(document: OpenApiDocument): Promise<GeneratedFile[]> {
  const [main = nothing, all = nothing] = await declare([layOut(document, "main"), layOut(document, "all")]);
  const known = new Set(main.schemas.map(({ name }) => name));
  const fileOf = (name: string): string => (known.has(name) ? "schemas" : "all-schemas");
  return [
    typesModule("schemas", main.schemas, fileOf),
    typesModule("operations", main.maps, fileOf, [mapsInterface(main)]),
    textModule("index", [
      `export type { OpenApiMaps } from "./operations.ts";`,
      `export type * as Schemas from "./schemas.ts";`,
    ]),
    typesModule(
      "all-schemas",
      all.schemas.filter(({ name }) => !known.has(name)),
      fileOf,
    ),
    typesModule(
      "all-operations",
      extended(all, main),
      fileOf,
      [mapsInterface(all, main)],
      [`import type * as Main from "./operations.ts";`],
    ),
    textModule("all", [
      `export type { OpenApiMaps } from "./all-operations.ts";`,
      `export type * as Schemas from "./schemas.ts";`,
      `export type * as MoreSchemas from "./all-schemas.ts";`,
    ]),
  ];
}

/** The maps of `/openapi/all` hold those of `/openapi` too. */
function extended(all: Declarations, main: Declarations): readonly Declaration[] {
  const names = new Set(main.maps.map(({ name }) => name));
  return all.maps.map(({ name, text, uses }) => ({
    name,
    uses,
    text: names.has(name) ? text.replace(` ${name} {`, ` ${name} extends Main.${name} {`) : text,
  }));
}

/** `export interface OpenApiMaps { get: GetPaths; … }`, with the inherited map of a method that adds nothing. */
function mapsInterface({ maps }: Declarations, inherited?: Declarations): string {
  const lines = calledMethods.map((method) => {
    const own = maps.find((map) => map.method === method);
    const base = inherited?.maps.find((map) => map.method === method);
    return `  ${method}: ${own?.name ?? (base ? `Main.${base.name}` : "object")};\n`;
  });
  return `export interface OpenApiMaps {\n${lines.join("")}}`;
}

function typesModule(
  name: string,
  declarations: readonly Declaration[],
  fileOf: (typeName: string) => string,
  after: readonly string[] = [],
  before: readonly string[] = [],
): GeneratedFile {
  const imports = new Map<string, Set<string>>();
  for (const used of declarations.flatMap(({ uses }) => [...uses])) {
    const file = fileOf(used);
    if (file !== name) imports.set(file, (imports.get(file) ?? new Set()).add(used));
  }
  const importLines = [...imports]
    .sort(([one], [other]) => compareText(one, other))
    .map(
      ([file, names]) =>
        `import type {\n${[...names]
          .sort(compareText)
          .map((one) => `  ${one},\n`)
          .join("")}} from "./${file}.ts";`,
    );
  return textModule(name, [...before, ...importLines, ...declarations.map(({ text }) => text), ...after]);
}

function textModule(name: string, parts: readonly string[]): GeneratedFile {
  const body = parts.length > 0 ? parts.join("\n") : "export {};";
  return { path: `${name}.ts`, text: `// ${generatedMark}\n\n${body}\n` };
}
