import { deflateSync, strToU8 } from "fflate";
import { stringLiteral } from "../text/escape.ts";
import type { GeneratedFile, Release } from "./emitter.ts";
import { exportedConst, typescriptFile } from "./typescript-file.ts";

/** Modules of the documents that a sandbox hands on whole, each loaded when it is asked for. */
export function documentModules({ row, server, file }: Release): GeneratedFile[] {
  if (file === undefined) return [];
  const { release } = server.source;
  return [
    documentModule(`schemas-${row.id}.ts`, `/api/schemas of DHIS2 ${release}`, file("schemas.json")),
    documentModule(
      `openapi-${row.id}.ts`,
      `/api/openapi/openapi.json of DHIS2 ${release}`,
      file("openapi.json"),
    ),
  ];
}

/**
 * Compressed, since it is text that repeats itself: a thirtieth of its length. By fflate, whose bytes do not depend on
 * the Node that runs it, as those of `node:zlib` do.
 */
function documentModule(path: string, what: string, text: string): GeneratedFile {
  const packed = Buffer.from(deflateSync(strToU8(JSON.stringify(JSON.parse(text))), { level: 9 })).toString(
    "base64",
  );
  return typescriptFile(path, [
    exportedConst("packed", stringLiteral(packed), {
      type: "string",
      doc: `${what}: raw deflate of its JSON, in base64.`,
    }),
  ]);
}
