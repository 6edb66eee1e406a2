import type { GeneratedFile } from "../emit/emitter.ts";
import {
  exportedConst,
  exportList,
  typeImport,
  typescriptFile,
  valueImport,
} from "../emit/typescript-file.ts";

/** Subpaths of a core for its OpenAPI types → source file without folder and ending. */
export const openApiCoreEntries = {
  "./openapi": "generated/openapi/index",
  "./openapi/all": "generated/openapi/all",
} as const;

/** Subpaths of a client for the typed calls → source file without folder and ending. */
export const openApiClientEntries = { "./openapi": "openapi", "./openapi/all": "openapi-all" } as const;

/** The client's `/openapi` and `/openapi/all`: the run time's typed calls with a release's maps. */
export function openApiClientFiles(core: string, version: number): GeneratedFile[] {
  return [
    entry("src/openapi.ts", `${core}/openapi`, version, "Each endpoint once.", ["OpenApiMaps", "Schemas"]),
    entry(
      "src/openapi-all.ts",
      `${core}/openapi/all`,
      version,
      "With the gist routes, the file extensions and the overloads of each endpoint.",
      ["MoreSchemas", "OpenApiMaps", "Schemas"],
    ),
  ];
}

function entry(
  path: string,
  maps: string,
  version: number,
  what: string,
  types: readonly string[],
): GeneratedFile {
  return typescriptFile(path, [
    typeImport(maps, ["OpenApiMaps"]),
    typeImport("@dhis2w/runtime/openapi", ["OpenApiFactory"]),
    valueImport("@dhis2w/runtime/openapi", ["createOpenApi"]),
    exportedConst("openApi", "createOpenApi", {
      type: `OpenApiFactory<OpenApiMaps, ${version}>`,
      doc: `Typed calls of the whole Web API over a client: \`openApi(dhis2).GET("/api/system/info")\`. ${what}`,
    }),
    exportList(maps, types, "types"),
    exportList(
      "@dhis2w/runtime/openapi",
      [
        "OpenApi",
        "OpenApiAnswer",
        "OpenApiAnswers",
        "OpenApiArguments",
        "OpenApiCallOptions",
        "OpenApiFactory",
        "OpenApiMapsShape",
        "OpenApiMethod",
      ],
      "types",
    ),
  ]);
}
